internal import GRDB
internal import GRDBSQLite

/// A query whose rows are read straight from SQLite, for the questions about every photo at once: GRDB's
/// rows cost several times what SQLite does there.
///
/// GRDB makes, keeps and finalises the statement. To be used inside the database access that made it;
/// the handle does not leave this file.
struct RowScan {
  private let statement: Statement
  private let database: Database
  private let handle: SQLiteStatement

  init(_ database: Database, sql: String) throws {
    statement = try database.cachedStatement(sql: sql)
    self.database = database
    handle = statement.sqliteStatement
    sqlite3_reset(handle)
  }

  /// Binds parameter `index`, from 1.
  func bind(_ value: Int64, at index: Int) {
    sqlite3_bind_int64(handle, CInt(truncatingIfNeeded: index), value)
  }

  /// Hands every row to `body`.
  func forEach(_ body: (borrowing RowScan) -> Void) throws {
    defer { sqlite3_reset(handle) }
    while true {
      let code = sqlite3_step(handle)
      if code == SQLITE_DONE { return }
      guard code == SQLITE_ROW else {
        throw DatabaseError(
          resultCode: ResultCode(rawValue: code), message: database.lastErrorMessage)
      }
      body(self)
    }
  }

  /// Column `index` of the row, from 0; `nil` for NULL.
  func integer(_ index: Int) -> Int64? {
    let column = CInt(truncatingIfNeeded: index)
    guard sqlite3_column_type(handle, column) == SQLITE_INTEGER else { return nil }
    return sqlite3_column_int64(handle, column)
  }

  /// Column `index` of the row, from 0, as a digest of 32 bytes; `nil` for anything else.
  func digest(_ index: Int) -> SIMD32<UInt8>? {
    let column = CInt(truncatingIfNeeded: index)
    guard sqlite3_column_bytes(handle, column) == 32,
      let start = sqlite3_column_blob(handle, column)
    else { return nil }
    return start.loadUnaligned(as: SIMD32<UInt8>.self)
  }
}
