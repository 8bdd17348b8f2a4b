internal import GRDB
internal import IMEI

/// An entry as it lies in the store.
struct StoredEntry {
  let key: Int64
  let form: PrintedForm
  let reason: String
  let line: Int
  let date: String?
  let list: ListReference

  /// The match of this entry with a reading of the same 14 digits.
  func match(for imei: IMEI) -> Match {
    Match(
      list: list, listed: form.digits(of: imei.key),
      checkDigit: CheckDigitComparison(reading: imei, form: form),
      reason: reason.isEmpty ? nil : reason, date: date, line: line)
  }
}

/// Finds the entries of one list for many keys.
///
/// Asks for `keysPerStatement` keys at a time: SQLite walks its sorted key list down the tree and
/// only hits come back as rows.
struct EntryFinder {
  static let keysPerStatement = 256

  private let db: Database
  private let list: ListRecord

  init(_ db: Database, list: ListRecord) {
    self.db = db
    self.list = list
  }

  /// Appends the entries of `keys`, which are sorted and distinct, by key, then by line.
  func find(_ keys: [Int64], into hits: inout [StoredEntry]) throws {
    let many = try BulkStatement(db, sql: Self.manySQL)
    let one = try BulkStatement(db, sql: Self.oneSQL)
    var index = 0
    while index < keys.count {
      let isMany = keys.count - index >= Self.keysPerStatement
      let statement = isMany ? many : one
      let count = isMany ? Self.keysPerStatement : 1
      try statement.bind(list.id, at: 1)
      for offset in 0..<count { try statement.bind(keys[index + offset], at: 2 + offset) }
      while try statement.next() { hits.append(try entry(statement)) }
      index += count
    }
  }

  private func entry(_ statement: BulkStatement) throws -> StoredEntry {
    guard let form = PrintedForm(stored: statement.integer(1)) else {
      throw BlockListError(
        .storeDamaged, "the list \(list.info.list) holds an entry of an unknown form",
        cure: "Import that list again.")
    }
    return StoredEntry(
      key: statement.integer(0), form: form, reason: statement.text(2) ?? "",
      line: Int(statement.integer(3)), date: statement.text(4), list: list.info.list)
  }

  private static let manySQL = sqlText(keys: keysPerStatement)
  private static let oneSQL = sqlText(keys: 1)

  private static func sqlText(keys: Int) -> String {
    let marks = Array(repeating: "?", count: keys).joined(separator: ",")
    return """
      SELECT key, form, reason, line, date FROM entry
      WHERE list_id = ? AND key IN (\(marks)) ORDER BY key, line
      """
  }
}
