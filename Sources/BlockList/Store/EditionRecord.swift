internal import Foundation
internal import GRDB

/// A row of `edition`: one import of one list, private to the store.
struct EditionRecord {
  let id: Int64
  var info: ListInfo
  /// The edition that this one is a delta to.
  let base: Int64?
  /// Entries in blocks, and in ranges.
  let rows: Int
  let spans: Int
  /// One bit for each length of range that occurs, see ``SpanTable``.
  let spanClasses: Int

  init(
    id: Int64, info: ListInfo, base: Int64?, rows: Int, spans: Int, spanClasses: Int
  ) {
    self.id = id
    self.info = info
    self.base = base
    self.rows = rows
    self.spans = spans
    self.spanClasses = spanClasses
  }

  /// The highest number: what fits in front of 14 digits in a block's number.
  static let highest: Int64 = 65_535

  private static let columns = """
    name, kind, publisher, date, sha256, source, imported_at, accepted, duplicates, disagreeing,
    refused, ranges, total, overrides, delta_to, base, row_count, span_count, span_classes,
    replaced_at, pruned_at
    """

  private init(_ row: Row) throws {
    id = row["id"]
    base = row["base"]
    rows = row["row_count"]
    spans = row["span_count"]
    spanClasses = row["span_classes"]
    let date: String = row["date"]
    let kind: String = row["kind"]
    let deltaTo: String? = row["delta_to"]
    let overrides: String = row["overrides"]
    info = ListInfo(
      list: ListReference(
        name: row["name"], date: try ListDate(date), sha256: row["sha256"],
        kind: ListKind(rawValue: kind) ?? .block),
      publisher: row["publisher"], deltaTo: try deltaTo.map { try ListDate($0) },
      total: row["total"],
      overrides: try JSONDecoder().decode([GuardOverride].self, from: Data(overrides.utf8)),
      source: row["source"], importedAt: row["imported_at"],
      counts: EntryCounts(
        accepted: row["accepted"], duplicates: row["duplicates"], disagreeing: row["disagreeing"],
        refused: row["refused"], ranges: row["ranges"]),
      replacedAt: row["replaced_at"], prunedAt: row["pruned_at"])
  }

  /// The editions in force, by name.
  static func inForce(_ db: Database) throws -> [EditionRecord] {
    try fetch("WHERE replaced_at IS NULL ORDER BY name", [], db)
  }

  /// The edition of one name that is in force.
  static func inForce(_ name: String, _ db: Database) throws -> EditionRecord? {
    try fetch("WHERE replaced_at IS NULL AND name = ?", [name], db).first
  }

  /// The replaced editions of one name, or of all, newest first.
  static func former(_ name: String?, _ db: Database) throws -> [EditionRecord] {
    try fetch(
      "WHERE replaced_at IS NOT NULL AND (?1 IS NULL OR name = ?1) ORDER BY id DESC", [name], db)
  }

  /// The edition of a number.
  static func numbered(_ id: Int64, _ db: Database) throws -> EditionRecord? {
    try fetch("WHERE id = ?", [id], db).first
  }

  private static func fetch(
    _ condition: String, _ arguments: StatementArguments, _ db: Database
  ) throws -> [EditionRecord] {
    try Row.fetchAll(
      db, sql: "SELECT id, \(columns) FROM edition \(condition)", arguments: arguments
    ).map(EditionRecord.init)
  }

  /// The number that the next edition gets.
  static func nextID(_ db: Database) throws -> Int64 {
    let last = try Int64.fetchOne(db, sql: "SELECT seq FROM sqlite_sequence WHERE name = 'edition'")
    let next = (last ?? 0) + 1
    guard next <= highest else {
      throw BlockListError(
        .storeUnavailable, "the block-list store has taken \(highest) imports and can take no more",
        cure: "Move it away and import the lists in force again.")
    }
    return next
  }

  /// Puts the edition into the store.
  func insert(_ db: Database) throws {
    let overrides = String(decoding: try JSONEncoder().encode(info.overrides), as: UTF8.self)
    let marks = Array(repeating: "?", count: 22).joined(separator: ", ")
    let counts = info.counts
    try db.execute(
      sql: "INSERT INTO edition (id, \(Self.columns)) VALUES (\(marks))",
      arguments: [
        id, info.list.name, info.list.kind.rawValue, info.publisher, info.list.date.description,
        info.list.sha256, info.source, info.importedAt, counts.accepted, counts.duplicates,
        counts.disagreeing, counts.refused, counts.ranges, info.total, overrides,
        info.deltaTo?.description, base, rows, spans, spanClasses, info.replacedAt, info.prunedAt,
      ])
    try Self.noteChange(db)
  }

  /// Takes the edition out of force.
  func retire(at time: String, _ db: Database) throws {
    try db.execute(
      sql: "UPDATE edition SET replaced_at = ? WHERE id = ?", arguments: [time, id])
    try Self.noteChange(db)
  }

  /// Lets readers see that what they know of the editions is no longer so.
  static func noteChange(_ db: Database) throws {
    try db.execute(sql: "UPDATE generation SET number = number + 1")
  }
}
