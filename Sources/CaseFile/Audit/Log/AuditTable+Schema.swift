internal import Foundation
internal import GRDB

extension AuditTable {
  /// The tables and indexes, by name.
  private static let tables: [(name: String, sql: String)] = [
    (
      "audit_log",
      """
      CREATE TABLE audit_log (
        one INTEGER PRIMARY KEY CHECK (one = 1), identifier TEXT NOT NULL) STRICT
      """
    ),
    (
      "audit_event",
      """
      CREATE TABLE audit_event (
        sequence INTEGER PRIMARY KEY, kind TEXT NOT NULL, subject TEXT, line TEXT NOT NULL,
        hash BLOB NOT NULL CHECK (length(hash) = 32)) STRICT
      """
    ),
    (
      "audit_event_kind",
      "CREATE INDEX audit_event_kind ON audit_event (kind, sequence)"
    ),
    (
      "audit_event_subject",
      """
      CREATE INDEX audit_event_subject ON audit_event (subject, sequence)
      WHERE subject IS NOT NULL
      """
    ),
  ]

  /// What keeps the log append-only, by name. They stop accidents; the chain and the head outside are
  /// what stands against a person. `INSERT OR REPLACE` deletes without asking a delete trigger, so the
  /// insert trigger lets in the next sequence alone.
  static let triggers: [(name: String, sql: String)] = [
    refusing("audit_event_update", "BEFORE UPDATE ON audit_event"),
    refusing("audit_event_delete", "BEFORE DELETE ON audit_event"),
    refusing(
      "audit_event_insert",
      """
      BEFORE INSERT ON audit_event
      WHEN NEW.sequence IS NOT (SELECT coalesce(max(sequence), 0) + 1 FROM audit_event)
      """),
    refusing("audit_log_update", "BEFORE UPDATE ON audit_log"),
    refusing("audit_log_delete", "BEFORE DELETE ON audit_log"),
    refusing(
      "audit_log_insert", "BEFORE INSERT ON audit_log WHEN EXISTS (SELECT 1 FROM audit_log)"),
  ]

  /// Makes the tables of the log.
  ///
  /// - Parameter identifier: the case that the log belongs to, a UUID in small letters.
  static func create(
    _ db: Database, identifier: String = UUID().uuidString.lowercased()
  ) throws {
    for table in tables { try db.execute(sql: table.sql) }
    try db.execute(
      sql: "INSERT INTO audit_log (one, identifier) VALUES (1, ?)", arguments: [identifier])
    for trigger in triggers { try db.execute(sql: trigger.sql) }
  }

  /// What of the log's tables is not as it was made, in words; empty when all of it is.
  static func schemaFaults(_ db: Database) throws -> [String] {
    var faults: [String] = []
    for (kinds, what) in [(tables, "the table or index"), (triggers, "the trigger")] {
      for item in kinds {
        let sql = try String.fetchOne(
          db, sql: "SELECT sql FROM main.sqlite_master WHERE name = ? COLLATE NOCASE",
          arguments: [item.name])
        guard sql != item.sql else { continue }
        let how = sql == nil ? "was taken out" : "is not the one that was made"
        faults.append("\(what) \(item.name) of the log \(how)")
      }
    }
    return faults
  }

  private static func refusing(_ name: String, _ event: String) -> (name: String, sql: String) {
    let body = "BEGIN SELECT RAISE(ABORT, 'the audit log is only ever added to'); END"
    return (name, "CREATE TRIGGER \(name) \(event)\n\(body)")
  }
}
