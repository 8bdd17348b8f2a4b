extension CaseSchema {
  /// What newer lists say of the numbers that the case holds.
  ///
  /// A recheck asks for every number of the readings and decisions up to a row. It has a row for each of them
  /// that its lists have something to say of; of the others they say ``recheck.answer``, once for all.
  static let recheckTables = """
    CREATE TABLE recheck (
      id INTEGER PRIMARY KEY, event INTEGER NOT NULL UNIQUE, lists TEXT NOT NULL,
      answer TEXT NOT NULL, readings_to INTEGER NOT NULL,
      decisions_to INTEGER NOT NULL, asked INTEGER NOT NULL, flagged INTEGER NOT NULL,
      newly_flagged INTEGER NOT NULL, no_longer_flagged INTEGER NOT NULL, person TEXT NOT NULL,
      asked_at TEXT NOT NULL) STRICT;
    CREATE TABLE renewed_answer (
      recheck_id INTEGER NOT NULL REFERENCES recheck (id), number TEXT NOT NULL,
      state TEXT NOT NULL, answer TEXT NOT NULL, PRIMARY KEY (recheck_id, number)) STRICT,
      WITHOUT ROWID;
    CREATE TABLE renewed_lead (
      recheck_id INTEGER NOT NULL REFERENCES recheck (id),
      reading_row_id INTEGER NOT NULL REFERENCES reading_row (id), leads TEXT NOT NULL,
      alternatives TEXT NOT NULL, PRIMARY KEY (recheck_id, reading_row_id)) STRICT,
      WITHOUT ROWID;
    """

  /// What keeps rechecks append-only. It stops accidents: a row that is not as it was is found by the log.
  ///
  /// `INSERT OR REPLACE` deletes without asking a delete trigger, so the insert triggers let in only what is
  /// new. An erasure, which a closed case alone can have, takes the numbers away.
  static let recheckTriggers = """
    CREATE TRIGGER recheck_update BEFORE UPDATE ON recheck
    BEGIN SELECT RAISE(ABORT, 'rechecks are only ever added to'); END;
    CREATE TRIGGER recheck_delete BEFORE DELETE ON recheck
    BEGIN SELECT RAISE(ABORT, 'rechecks are only ever added to'); END;
    CREATE TRIGGER recheck_insert BEFORE INSERT ON recheck
    WHEN NEW.id IS NOT (SELECT coalesce(max(id), 0) + 1 FROM recheck)
    BEGIN SELECT RAISE(ABORT, 'rechecks are only ever added to'); END;
    \(partTriggers("renewed_answer", key: "number = NEW.number"))
    \(partTriggers("renewed_lead", key: "reading_row_id = NEW.reading_row_id"))
    """

  private static func partTriggers(_ table: String, key: String) -> String {
    """
    CREATE TRIGGER \(table)_update BEFORE UPDATE ON \(table)
    BEGIN SELECT RAISE(ABORT, 'rechecks are only ever added to'); END;
    CREATE TRIGGER \(table)_delete BEFORE DELETE ON \(table)
    WHEN EXISTS (SELECT 1 FROM case_detail WHERE closed_at IS NULL)
    BEGIN SELECT RAISE(ABORT, 'rechecks are only ever added to'); END;
    CREATE TRIGGER \(table)_insert BEFORE INSERT ON \(table)
    WHEN NEW.recheck_id IS NOT (SELECT max(id) FROM recheck)
      OR EXISTS (SELECT 1 FROM \(table) WHERE recheck_id = NEW.recheck_id AND \(key))
    BEGIN SELECT RAISE(ABORT, 'rechecks are only ever added to'); END;
    """
  }
}
