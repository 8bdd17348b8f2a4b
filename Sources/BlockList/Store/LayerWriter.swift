internal import GRDB
internal import IMEI

/// Puts the sorted entries of one edition into the store and counts them.
struct LayerWriter {
  /// The most rows that are kept of one number; they are counted all the same.
  static let mostRowsOfOne = 1_000

  /// What went in.
  struct Counts {
    /// Distinct numbers, and what they come to: rows kept, and rows that only repeat one of them.
    var numbers = 0
    var rows = 0
    var ranges = 0
    var spanClasses = 0
    /// Numbers whose rows say different things, and the first of them.
    var conflicts = 0
    var firstConflict: (number: EquipmentKey, lines: [Int])?
  }

  private(set) var counts = Counts()
  private let edition: Int64
  private let db: Database
  private let block: BulkStatement
  private let span: BulkStatement
  private var builder = BlockBuilder()

  /// Begins an edition.
  init(edition: Int64, _ db: Database) throws {
    self.edition = edition
    self.db = db
    block = try BulkStatement(db, sql: "INSERT INTO block (id, data) VALUES (?, ?)")
    span = try SpanTable.insertion(db)
  }

  /// Writes the rows of one number, in the order of the file. Of rows that say the same the first stays.
  mutating func add(_ group: [ListEntry]) throws {
    counts.numbers += 1
    if group.count == 1 {
      try write(group[0])
      return
    }
    var distinct: [ListEntry] = []
    for entry in group.prefix(Self.mostRowsOfOne)
    where !distinct.contains(where: { $0.says(as: entry) }) {
      distinct.append(entry)
    }
    if distinct.contains(where: { $0.contradicts(distinct[0]) }) {
      counts.conflicts += 1
      if counts.firstConflict == nil {
        counts.firstConflict = (distinct[0].key, distinct.prefix(3).map(\.line))
      }
    }
    for entry in distinct { try write(entry) }
  }

  /// Writes a block of entries of which no two have the same number.
  mutating func add(_ packed: LoadedBlock) throws {
    try finish()
    counts.numbers += packed.count
    counts.rows += packed.count
    try write(first: packed.firstKey, packed.bytes)
  }

  /// Writes a range.
  mutating func add(range entry: ListEntry, last: EquipmentKey) throws {
    try SpanTable.insert(entry, last: last, edition: edition, with: span)
    guard db.changesCount > 0 else { return }
    counts.ranges += 1
    counts.spanClasses |= 1 << SpanTable.lengthClass(first: entry.key, last: last)
  }

  /// Writes what waits.
  mutating func finish() throws {
    if let last = builder.finish() { try write(last) }
  }

  private mutating func write(_ entry: ListEntry) throws {
    counts.rows += 1
    if let full = builder.add(entry) { try write(full) }
  }

  private func write(_ packed: BlockBuilder.Block) throws {
    try write(first: packed.first, packed.bytes)
  }

  private func write(first: UInt64, _ bytes: [UInt8]) throws {
    try block.bind(edition << LayerCursor.keyBits + Int64(first), at: 1)
    try block.bind(bytes, at: 2)
    while try block.next() {}
  }

  /// Takes out the entries of an edition.
  static func delete(edition: Int64, _ db: Database) throws {
    try db.execute(
      sql: "DELETE FROM block WHERE id >= ? AND id < ?",
      arguments: [edition << LayerCursor.keyBits, (edition + 1) << LayerCursor.keyBits])
    try db.execute(sql: "DELETE FROM span WHERE edition = ?", arguments: [edition])
  }
}

extension ListEntry {
  /// Whether another row of the same number says the same, its line aside.
  fileprivate func says(as other: ListEntry) -> Bool {
    form == other.form && change == other.change && details == other.details
  }

  /// Whether another row of the same number says something that cannot hold beside this: another reason
  /// or change, or another check digit.
  fileprivate func contradicts(_ other: ListEntry) -> Bool {
    if details.reason != other.details.reason || change != other.change { return true }
    guard case .checkDigit(let ours) = form, case .checkDigit(let theirs) = other.form else {
      return false
    }
    return ours != theirs
  }
}
