internal import GRDB

/// A row of `list` or `import_history`, private to the store.
struct ListRecord {
  let id: Int64
  let info: ListInfo

  static let columns = """
    name, date, sha256, source, imported_at, accepted, duplicates, disagreeing, refused
    """

  init(_ row: Row) throws {
    id = row["id"]
    let counts = EntryCounts(
      accepted: row["accepted"], duplicates: row["duplicates"], disagreeing: row["disagreeing"],
      refused: row["refused"])
    let date: String = row["date"]
    info = ListInfo(
      list: ListReference(name: row["name"], date: try ListDate(date), sha256: row["sha256"]),
      source: row["source"], importedAt: row["imported_at"], counts: counts,
      replacedAt: row["replaced_at"])
  }

  /// The lists in force, by name.
  static func all(_ db: Database) throws -> [ListRecord] {
    try Row.fetchAll(
      db, sql: "SELECT id, \(columns), NULL AS replaced_at FROM list ORDER BY name"
    ).map(ListRecord.init)
  }

  /// The list of one name.
  static func named(_ name: String, _ db: Database) throws -> ListRecord? {
    try Row.fetchOne(
      db, sql: "SELECT id, \(columns), NULL AS replaced_at FROM list WHERE name = ?",
      arguments: [name]
    ).map(ListRecord.init)
  }

  /// The replaced imports of one name, or of all, newest first.
  static func history(_ name: String?, _ db: Database) throws -> [ListRecord] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT id, \(columns), replaced_at FROM import_history
        WHERE ?1 IS NULL OR name = ?1 ORDER BY id DESC
        """, arguments: [name]
    ).map(ListRecord.init)
  }

  /// Puts a list in force whose entries lie under the number `id`.
  static func insert(_ info: ListInfo, id: Int64, _ db: Database) throws {
    try db.execute(
      sql: "INSERT INTO list (\(columns), id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      arguments: arguments(info) + [id])
  }

  /// Moves the list out of force into the history. Its entries stay.
  static func retire(_ record: ListRecord, at time: String, _ db: Database) throws {
    try db.execute(
      sql: """
        INSERT INTO import_history (\(columns), replaced_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """, arguments: arguments(record.info) + [time])
    try db.execute(sql: "DELETE FROM list WHERE id = ?", arguments: [record.id])
  }

  private static func arguments(_ info: ListInfo) -> StatementArguments {
    [
      info.list.name, info.list.date.description, info.list.sha256, info.source, info.importedAt,
      info.counts.accepted, info.counts.duplicates, info.counts.disagreeing, info.counts.refused,
    ]
  }
}
