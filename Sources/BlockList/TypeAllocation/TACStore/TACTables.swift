internal import GRDB

/// The tables of TAC lists.
enum TACTables {
  /// The name of the migration that makes them.
  static let migration = "3: TAC lists"

  /// Makes the tables.
  ///
  /// Allocations lie by code, so that one look finds what every list says.
  static func create(_ db: Database) throws {
    try db.execute(
      sql: """
        CREATE TABLE tac_list (
          id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL UNIQUE, date TEXT NOT NULL,
          sha256 TEXT NOT NULL, publisher TEXT, licence TEXT, notices TEXT NOT NULL,
          source TEXT NOT NULL, imported_at TEXT NOT NULL, accepted INTEGER NOT NULL,
          duplicates INTEGER NOT NULL, refused INTEGER NOT NULL) STRICT;
        CREATE TABLE tac_allocation (
          tac INTEGER NOT NULL, list_id INTEGER NOT NULL, make TEXT, manufacturer TEXT, model TEXT,
          other_names TEXT NOT NULL, device_type TEXT, allocated TEXT, line INTEGER NOT NULL,
          PRIMARY KEY (tac, list_id)) STRICT, WITHOUT ROWID;
        """)
  }

  /// The name of the migration that adds the overridden guards.
  static let overridesMigration = "4: overridden guards of TAC lists"

  /// Makes room for the guards that an import overrode.
  static func addOverrides(_ db: Database) throws {
    try db.execute(sql: "ALTER TABLE tac_list ADD COLUMN overrides TEXT NOT NULL DEFAULT ''")
  }
}

/// A row of `tac_list`, private to the store.
struct TACListRecord {
  let id: Int64
  let info: TACListInfo

  private static let columns = """
    name, date, sha256, publisher, licence, notices, source, imported_at, accepted, duplicates, refused,
    overrides
    """

  private init(_ row: Row) throws {
    id = row["id"]
    let date: String = row["date"]
    let counts = TACCounts(
      accepted: row["accepted"], duplicates: row["duplicates"], refused: row["refused"])
    info = TACListInfo(
      list: ListReference(
        name: row["name"], date: try ListDate(date), sha256: row["sha256"],
        kind: .tac),
      publisher: row["publisher"], licence: row["licence"], notices: Lines.split(row["notices"]),
      source: row["source"], importedAt: row["imported_at"], counts: counts,
      overrides: Lines.split(row["overrides"]).compactMap(GuardOverride.init(line:)))
  }

  /// All lists, by name.
  static func all(_ db: Database) throws -> [TACListRecord] {
    try Row.fetchAll(db, sql: "SELECT id, \(columns) FROM tac_list ORDER BY name")
      .map(TACListRecord.init)
  }

  /// The list of one name.
  static func named(_ name: String, _ db: Database) throws -> TACListRecord? {
    try Row.fetchOne(
      db, sql: "SELECT id, \(columns) FROM tac_list WHERE name = ?", arguments: [name]
    ).map(TACListRecord.init)
  }

  /// The number that the next list gets.
  static func nextID(_ db: Database) throws -> Int64 {
    let last = try Int64.fetchOne(
      db, sql: "SELECT seq FROM sqlite_sequence WHERE name = 'tac_list'")
    return (last ?? 0) + 1
  }

  /// Puts a list in force whose allocations lie under the number `id`.
  static func insert(_ info: TACListInfo, id: Int64, _ db: Database) throws {
    try db.execute(
      sql: """
        INSERT INTO tac_list (\(columns), id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        info.list.name, info.list.date.description, info.list.sha256, info.publisher, info.licence,
        Lines.joined(info.notices), info.source, info.importedAt, info.counts.accepted,
        info.counts.duplicates, info.counts.refused,
        Lines.joined(info.overrides.map(\.line)), id,
      ])
  }

  /// Takes out a list with its allocations.
  static func delete(id: Int64, _ db: Database) throws {
    try db.execute(sql: "DELETE FROM tac_allocation WHERE list_id = ?", arguments: [id])
    try db.execute(sql: "DELETE FROM tac_list WHERE id = ?", arguments: [id])
  }
}

/// Several printable texts in one column, a line each: a printable text holds no line end.
enum Lines {
  static func joined(_ texts: [String]) -> String { texts.joined(separator: "\n") }

  static func split(_ text: String) -> [String] { text.split(separator: "\n").map(String.init) }
}

extension GuardOverride {
  /// `smaller: the list has …`
  fileprivate var line: String { "\(name.rawValue): \(finding)" }

  fileprivate init?(line: String) {
    guard let colon = line.firstIndex(of: ":"),
      let name = ImportGuard(rawValue: String(line[..<colon]))
    else { return nil }
    self.init(name: name, finding: String(line[colon...].dropFirst(2)))
  }
}
