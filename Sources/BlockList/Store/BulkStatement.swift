internal import GRDB
internal import GRDBSQLite

/// A prepared statement that is bound and stepped directly, for the two loops that run a million
/// times: GRDB's arguments and rows cost three times what SQLite does there.
///
/// GRDB makes, keeps and finalises the statement. To be used inside the database access that made it;
/// the handle does not leave this file.
struct BulkStatement {
  private let statement: Statement
  private let database: Database
  private let handle: SQLiteStatement

  /// SQLite copies the text before `bind` returns.
  private static let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

  init(_ database: Database, sql: String) throws {
    statement = try database.cachedStatement(sql: sql)
    self.database = database
    handle = statement.sqliteStatement
    // It may have been left between two rows by an error; only a reset one can be bound.
    sqlite3_reset(handle)
  }

  /// Binds parameter `index`, from 1.
  func bind(_ value: Int64, at index: Int) throws {
    try check(sqlite3_bind_int64(handle, CInt(truncatingIfNeeded: index), value))
  }

  /// Binds parameter `index`, from 1; `nil` is NULL.
  func bind(_ text: String?, at index: Int) throws {
    let position = CInt(truncatingIfNeeded: index)
    guard var text else {
      try check(sqlite3_bind_null(handle, position))
      return
    }
    let code = text.withUTF8 { bytes in
      // An empty buffer may have no address, which SQLite would take for NULL.
      guard let start = bytes.baseAddress, !bytes.isEmpty else {
        return sqlite3_bind_text(handle, position, "", 0, Self.transient)
      }
      return start.withMemoryRebound(to: CChar.self, capacity: bytes.count) {
        sqlite3_bind_text(
          handle, position, $0, CInt(truncatingIfNeeded: bytes.count), Self.transient)
      }
    }
    try check(code)
  }

  /// Goes to the next row.
  ///
  /// - Returns: `false` behind the last one; the statement is then ready to be bound again.
  /// - Throws: `DatabaseError`; the statement is then ready to be bound again.
  func next() throws -> Bool {
    let code = sqlite3_step(handle)
    if code == SQLITE_ROW { return true }
    let message = code == SQLITE_DONE ? nil : database.lastErrorMessage
    sqlite3_reset(handle)
    guard code == SQLITE_DONE else {
      throw DatabaseError(resultCode: ResultCode(rawValue: code), message: message)
    }
    return false
  }

  /// Column `index` of the row, from 0.
  func integer(_ index: Int) -> Int64 {
    sqlite3_column_int64(handle, CInt(truncatingIfNeeded: index))
  }

  /// Column `index` of the row, from 0; `nil` for NULL.
  func text(_ index: Int) -> String? {
    let position = CInt(truncatingIfNeeded: index)
    guard let start = sqlite3_column_text(handle, position) else { return nil }
    let count = Int(sqlite3_column_bytes(handle, position))
    return String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  }

  /// Copies the bytes of column `index` of the row, from 0.
  func blob(_ index: Int) -> [UInt8] {
    let position = CInt(truncatingIfNeeded: index)
    guard let start = sqlite3_column_blob(handle, position) else { return [] }
    let count = Int(sqlite3_column_bytes(handle, position))
    return Array(UnsafeRawBufferPointer(start: start, count: count))
  }

  /// Binds parameter `index`, from 1.
  func bind(_ bytes: [UInt8], at index: Int) throws {
    let position = CInt(truncatingIfNeeded: index)
    let code = bytes.withUnsafeBytes {
      sqlite3_bind_blob(
        handle, position, $0.baseAddress, CInt(truncatingIfNeeded: $0.count), Self.transient)
    }
    try check(code)
  }

  /// Leaves the rows that are still to come.
  func reset() { sqlite3_reset(handle) }

  private func check(_ code: CInt) throws {
    guard code != SQLITE_OK else { return }
    throw DatabaseError(
      resultCode: ResultCode(rawValue: code), message: database.lastErrorMessage)
  }
}
