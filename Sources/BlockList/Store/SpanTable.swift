internal import GRDB
internal import IMEI

/// Ranges of numbers and whole TACs, in a table of their own.
///
/// A range is filed by its length, in powers of ten: those of one class that cover a number begin at most
/// that length before it, so that few are looked at however long others are.
struct SpanTable {
  private static let columns =
    "first, last, line, change, reason, date, reference, reported_by, history"

  /// The class of a range: how many digits its length has.
  static func lengthClass(first: EquipmentKey, last: EquipmentKey) -> Int {
    var length = last.value &- first.value
    var digits = 0
    while length > 0 {
      length /= 10
      digits += 1
    }
    return digits
  }

  /// The longest distance from the first to the last number in a class.
  static func longest(_ lengthClass: Int) -> Int64 {
    (0..<lengthClass).reduce(Int64(1)) { power, _ in power * 10 } - 1
  }

  /// Puts a range into the store.
  static func insert(
    _ entry: ListEntry, last: EquipmentKey, edition: Int64, with statement: BulkStatement
  ) throws {
    try statement.bind(edition, at: 1)
    try statement.bind(Int64(lengthClass(first: entry.key, last: last)), at: 2)
    try statement.bind(Int64(entry.key.value), at: 3)
    try statement.bind(Int64(last.value), at: 4)
    try statement.bind(Int64(entry.line), at: 5)
    try statement.bind(BlockFormat.code(of: entry.change), at: 6)
    try statement.bind(entry.details.reason, at: 7)
    try statement.bind(entry.details.date, at: 8)
    try statement.bind(entry.details.reference, at: 9)
    try statement.bind(entry.details.reportedBy, at: 10)
    try statement.bind(PackedHistory.text(of: entry.details.history), at: 11)
    while try statement.next() {}
  }

  /// The statement for ``insert(_:last:edition:with:)``. Of equal ranges the first stays.
  static func insertion(_ db: Database) throws -> BulkStatement {
    try BulkStatement(
      db,
      sql: """
        INSERT INTO span (edition, class, \(columns)) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT DO NOTHING
        """)
  }

  /// The ranges of an edition that cover one number, by first number, then by line.
  static func covering(
    _ key: EquipmentKey, of edition: EditionRecord, _ db: Database
  ) throws -> [ListEntry] {
    var found: [ListEntry] = []
    let statement = try BulkStatement(
      db,
      sql: """
        SELECT \(columns) FROM span
        WHERE edition = ? AND class = ? AND first BETWEEN ? AND ? AND last >= ?
        """)
    for lengthClass in 0...14 where edition.spanClasses & (1 << lengthClass) != 0 {
      let number = Int64(key.value)
      try statement.bind(edition.id, at: 1)
      try statement.bind(Int64(lengthClass), at: 2)
      try statement.bind(max(0, number - longest(lengthClass)), at: 3)
      try statement.bind(number, at: 4)
      try statement.bind(number, at: 5)
      while try statement.next() { found.append(try entry(statement)) }
    }
    return found.sorted { ($0.key.value, $0.line) < ($1.key.value, $1.line) }
  }

  /// Calls `each` with every range of an edition, in the order of their first numbers.
  static func all(
    of edition: Int64, _ db: Database, _ each: (ListEntry) throws -> Void
  ) throws {
    let statement = try BulkStatement(
      db, sql: "SELECT \(columns) FROM span WHERE edition = ? ORDER BY first, line")
    try statement.bind(edition, at: 1)
    while try statement.next() { try each(try entry(statement)) }
  }

  private static func entry(_ statement: BulkStatement) throws -> ListEntry {
    guard let first = EquipmentKey(UInt64(bitPattern: statement.integer(0))),
      let last = EquipmentKey(UInt64(bitPattern: statement.integer(1))),
      let history = PackedHistory.history(of: statement.text(8) ?? "")
    else {
      throw BlockListError(
        .storeDamaged, "the block-list store holds a range that cannot be one",
        cure: "Import the lists again.")
    }
    return ListEntry(
      key: first, last: last, form: .bare, line: Int(statement.integer(2)),
      change: BlockFormat.change(of: statement.integer(3)),
      details: EntryDetails(
        reason: statement.text(4) ?? "", date: statement.text(5) ?? "",
        reference: statement.text(6) ?? "", reportedBy: statement.text(7) ?? "", history: history))
  }
}
