internal import Crypto
internal import Foundation
internal import GRDB

/// A row of the case file, as events name it: `exhibit:17`.
struct RowKey: Hashable, Comparable {
  let table: String
  let id: Int64

  var text: String { "\(table):\(id)" }

  static func < (left: Self, right: Self) -> Bool {
    (left.table, left.id) < (right.table, right.id)
  }
}

/// Digests of rows, which events hold, so that a row changed, added or taken out behind the log shows.
///
/// Each is an HMAC under the case's salt: while the salt is there anyone with the case file can compute
/// it, and once the salt is erased it tells nothing about the numbers it was made of.
struct RowLedger {
  /// Every table whose rows events answer for, and the tables whose rows belong to one of its rows.
  static let tables: [(name: String, parts: [String])] = [
    ("case_detail", []), ("operator", []), ("exhibit", []), ("seal", []), ("settings", []),
    ("run", []), ("photo", []), ("photo_name", []),
    ("reading", ["reading_text", "reading_row", "crop"]), ("unread_file", []), ("assignment", []),
    ("decision", ["decision_answer"]), ("finding", []), ("original_check", []),
    ("original_deviation", []),
    ("token", []), ("upload", []), ("reveal", []), ("control_answer", []),
    ("digit_sheet", ["digit_mark"]), ("recheck", ["renewed_answer", "renewed_lead"]),
  ]

  private static let parts = Dictionary(
    uniqueKeysWithValues: tables.map { ($0.name, $0.parts) })

  let salt: SymmetricKey

  init(salt: [UInt8]) { self.salt = SymmetricKey(data: salt) }

  /// The digest of one row with what belongs to it; `nil` when there is no such row.
  func digest(_ key: RowKey, _ db: Database) throws -> String? {
    let statement = try db.cachedStatement(sql: "SELECT * FROM \(key.table) WHERE id = ?")
    guard let row = try Row.fetchOne(statement, arguments: [key.id]) else { return nil }
    return try digest(row, key, db)
  }

  /// The digest of a row that was fetched whole.
  func digest(_ row: Row, _ key: RowKey, _ db: Database) throws -> String {
    var code = HMAC<SHA256>(key: salt)
    Self.add(key.table, row, to: &code)
    for part in Self.parts[key.table] ?? [] {
      let statement = try db.cachedStatement(
        sql: "SELECT * FROM \(part) WHERE \(key.table)_id = ? ORDER BY 1, 2")
      let rows = try Row.fetchCursor(statement, arguments: [key.id])
      while let row = try rows.next() { Self.add(part, row, to: &code) }
    }
    return Hexadecimal.text(Array(code.finalize().prefix(16)))
  }

  /// A digest of a text that must not stand in an event.
  func digest(of text: String) -> String { digest(of: Array(text.utf8)) }

  /// A digest of bytes that must not stand in an event.
  func digest(of bytes: [UInt8]) -> String {
    Hexadecimal.text(
      Array(HMAC<SHA256>.authenticationCode(for: bytes, using: salt).prefix(16)))
  }

  private static func add(_ table: String, _ row: Row, to code: inout HMAC<SHA256>) {
    var bytes = Array(table.utf8)
    bytes.append(0)
    func append(_ tag: Character, _ content: some Collection<UInt8>) {
      bytes += tag.utf8
      withUnsafeBytes(of: UInt64(content.count).littleEndian) { bytes += $0 }
      bytes += content
    }
    for (column, value) in row {
      append("c", Array(column.utf8))
      switch value.storage {
      case .null: append("n", [])
      case .int64(let number): append("i", Array(String(number).utf8))
      case .double(let number): append("d", Array(String(number).utf8))
      case .string(let text): append("t", Array(text.utf8))
      case .blob(let data): append("b", Array(data))
      }
    }
    code.update(data: bytes)
  }
}
