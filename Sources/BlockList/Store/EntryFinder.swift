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
    var index = 0
    while index < keys.count {
      let count = keys.count - index >= Self.keysPerStatement ? Self.keysPerStatement : 1
      let statement = try db.cachedStatement(sql: Self.sql(keys: count))
      var values: [DatabaseValue] = []
      values.reserveCapacity(count + 1)
      values.append(list.id.databaseValue)
      for key in keys[index..<(index + count)] { values.append(key.databaseValue) }
      statement.setUncheckedArguments(StatementArguments(values))
      let rows = try Row.fetchCursor(statement)
      while let row = try rows.next() { try append(row, to: &hits) }
      index += count
    }
  }

  private func append(_ row: Row, to hits: inout [StoredEntry]) throws {
    let stored: Int64 = row[1]
    guard let form = PrintedForm(stored: stored) else {
      throw BlockListError(
        .storeDamaged, "the list \(list.info.list) holds an entry of an unknown form",
        cure: "Import that list again.")
    }
    hits.append(
      StoredEntry(
        key: row[0], form: form, reason: row[2], line: row[3], date: row[4], list: list.info.list))
  }

  private static let manySQL = sqlText(keys: keysPerStatement)
  private static let oneSQL = sqlText(keys: 1)

  private static func sql(keys: Int) -> String { keys == 1 ? oneSQL : manySQL }

  private static func sqlText(keys: Int) -> String {
    let marks = Array(repeating: "?", count: keys).joined(separator: ",")
    return """
      SELECT key, form, reason, line, date FROM entry
      WHERE list_id = ? AND key IN (\(marks)) ORDER BY key, line
      """
  }
}
