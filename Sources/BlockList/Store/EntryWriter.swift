internal import GRDB
internal import IMEI

/// Puts entries into the store: gathers a run, sorts it by key, inserts it in that order.
///
/// Sorted runs touch each page of the tree once a run, so that the import of an unsorted list does
/// not wander over the disk. Memory: one run.
struct EntryWriter {
  private static let runLength = 262_144

  private let db: Database
  private let listID: Int64
  private let insert: BulkStatement
  private var run: [ListEntry] = []

  init(_ db: Database, listID: Int64) throws {
    self.db = db
    self.listID = listID
    // An exact duplicate (key, form and reason) leaves the first row in place.
    insert = try BulkStatement(
      db,
      sql: """
        INSERT INTO entry (list_id, key, form, reason, line, date) VALUES (?, ?, ?, ?, ?, ?)
        ON CONFLICT (list_id, key, form, reason) DO NOTHING
        """)
  }

  mutating func add(_ entry: ListEntry) throws {
    run.append(entry)
    if run.count == Self.runLength { try flush() }
  }

  /// Writes what is left, then counts: distinct keys, and rows in the store.
  mutating func finish() throws -> (keys: Int, rows: Int) {
    try flush()
    let rows = try Int.fetchOne(
      db, sql: "SELECT COUNT(*) FROM entry WHERE list_id = ?", arguments: [listID])
    // Ordered by the primary key, so that SQLite compares neighbours instead of building a set.
    let keys = try Int.fetchOne(
      db, sql: "SELECT COUNT(*) FROM (SELECT DISTINCT key FROM entry WHERE list_id = ?)",
      arguments: [listID])
    return (keys ?? 0, rows ?? 0)
  }

  /// Takes out the entries that lie under `listID`.
  static func delete(listID: Int64, _ db: Database) throws {
    try db.execute(sql: "DELETE FROM entry WHERE list_id = ?", arguments: [listID])
  }

  private mutating func flush() throws {
    // By line too, so that of equal rows the first in the file stays.
    run.sort { ($0.key.value, $0.line) < ($1.key.value, $1.line) }
    for entry in run {
      try insert.bind(listID, at: 1)
      try insert.bind(Int64(entry.key.value), at: 2)
      try insert.bind(entry.form.stored, at: 3)
      try insert.bind(entry.details.reason, at: 4)
      try insert.bind(Int64(entry.line), at: 5)
      try insert.bind(entry.details.date.isEmpty ? nil : entry.details.date, at: 6)
      while try insert.next() {}
    }
    run.removeAll(keepingCapacity: true)
  }
}
