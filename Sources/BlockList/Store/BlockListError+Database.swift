internal import GRDB

extension BlockListError {
  /// The failure behind an error of SQLite, with the words of SQLite kept.
  init(_ error: DatabaseError, path: String) {
    let detail = error.message.map { "\(error.resultCode): \($0)" } ?? "\(error.resultCode)"
    let place = "the block-list store at \(path)"
    switch error.resultCode.primaryResultCode {
    case .SQLITE_BUSY, .SQLITE_LOCKED:
      self.init(
        .storeBusy, "\(place) is in use by another import",
        cure: "Try again when it is over.", detail: detail)
    case .SQLITE_NOTADB:
      self.init(
        .notAStore, "the file at \(path) is no block-list store",
        cure: "Name another place for the store, or move that file away.", detail: detail)
    case .SQLITE_CORRUPT:
      self.init(
        .storeDamaged, "\(place) is damaged",
        cure: "Move it away and import the lists again.", detail: detail)
    case .SQLITE_FULL:
      self.init(
        .storeUnavailable, "\(place) could not be written: the disk is full",
        cure: "Make room and try again; the former lists are in force.", detail: detail)
    default:
      self.init(
        .storeUnavailable, "\(place) could not be used",
        cure: "Check the path and the rights of the file and its folder.", detail: detail)
    }
  }

  /// Runs `body` and turns errors of SQLite into ``BlockListError``.
  static func translating<Value>(path: String, _ body: () throws -> Value) throws -> Value {
    do {
      return try body()
    } catch let error as DatabaseError {
      throw BlockListError(error, path: path)
    }
  }
}
