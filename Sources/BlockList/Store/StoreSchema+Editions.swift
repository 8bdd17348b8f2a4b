internal import GRDB
internal import IMEI

extension StoreSchema {
  /// Editions of lists with their entries in packed blocks, in place of one row an entry.
  static func createEditions(_ db: Database) throws {
    try db.execute(
      sql: """
        CREATE TABLE generation (number INTEGER NOT NULL) STRICT;
        INSERT INTO generation VALUES (0);
        CREATE TABLE edition (
          id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL, kind TEXT NOT NULL,
          publisher TEXT NOT NULL, date TEXT NOT NULL, sha256 TEXT NOT NULL, source TEXT NOT NULL,
          imported_at TEXT NOT NULL, accepted INTEGER NOT NULL, duplicates INTEGER NOT NULL,
          disagreeing INTEGER NOT NULL, refused INTEGER NOT NULL, ranges INTEGER NOT NULL,
          total INTEGER NOT NULL, overrides TEXT NOT NULL, delta_to TEXT,
          base INTEGER REFERENCES edition (id), row_count INTEGER NOT NULL,
          span_count INTEGER NOT NULL, span_classes INTEGER NOT NULL,
          replaced_at TEXT, pruned_at TEXT) STRICT;
        CREATE UNIQUE INDEX edition_in_force ON edition (name) WHERE replaced_at IS NULL;
        CREATE INDEX edition_name ON edition (name, id);
        CREATE TABLE block (id INTEGER PRIMARY KEY, data BLOB NOT NULL) STRICT;
        CREATE TABLE span (
          edition INTEGER NOT NULL, class INTEGER NOT NULL, first INTEGER NOT NULL,
          last INTEGER NOT NULL, line INTEGER NOT NULL, change INTEGER NOT NULL,
          reason TEXT NOT NULL, date TEXT NOT NULL, reference TEXT NOT NULL,
          reported_by TEXT NOT NULL, history TEXT NOT NULL,
          PRIMARY KEY (edition, class, first, last, reason, change)) STRICT, WITHOUT ROWID;
        """)
    try packFormerEntries(db)
    try db.execute(sql: "DROP TABLE entry; DROP TABLE list; DROP TABLE import_history;")
  }

  /// Takes over the lists of a store whose entries were rows.
  private static func packFormerEntries(_ db: Database) throws {
    let numbers = try Int64.fetchAll(db, sql: "SELECT id FROM list ORDER BY id")
    var next = try Int64.fetchOne(db, sql: "SELECT MAX(id) FROM list") ?? 0
    let counts = "accepted, duplicates, disagreeing, refused"
    for number in numbers {
      var writer = try LayerWriter(edition: number, db)
      let rows = try BulkStatement(
        db,
        sql: """
          SELECT key, form, reason, line, date FROM entry WHERE list_id = ? ORDER BY key, line
          """)
      try rows.bind(number, at: 1)
      var group: [ListEntry] = []
      while try rows.next() {
        guard let key = EquipmentKey(UInt64(bitPattern: rows.integer(0))),
          let form = PrintedForm(stored: rows.integer(1))
        else { continue }
        if let first = group.first, first.key != key {
          try writer.add(group)
          group.removeAll(keepingCapacity: true)
        }
        group.append(
          ListEntry(
            key: key, form: form, line: Int(rows.integer(3)),
            details: EntryDetails(reason: rows.text(2) ?? "", date: rows.text(4) ?? "")))
      }
      if !group.isEmpty { try writer.add(group) }
      try writer.finish()
      try db.execute(
        sql: """
          INSERT INTO edition (id, name, kind, publisher, date, sha256, source, imported_at, \(counts),
            ranges, total, overrides, row_count, span_count, span_classes)
          SELECT id, name, 'block', '', date, sha256, source, imported_at, \(counts), 0, accepted,
            '[]', ?, 0, 0 FROM list WHERE id = ?
          """, arguments: [writer.counts.rows, number])
    }
    // Of replaced imports only the record was kept.
    for row in try Int64.fetchAll(db, sql: "SELECT id FROM import_history ORDER BY id") {
      next += 1
      try db.execute(
        sql: """
          INSERT INTO edition (id, name, kind, publisher, date, sha256, source, imported_at, \(counts),
            ranges, total, overrides, row_count, span_count, span_classes, replaced_at, pruned_at)
          SELECT ?, name, 'block', '', date, sha256, source, imported_at, \(counts), 0, accepted,
            '[]', 0, 0, 0, replaced_at, replaced_at FROM import_history WHERE id = ?
          """, arguments: [next, row])
    }
  }
}
