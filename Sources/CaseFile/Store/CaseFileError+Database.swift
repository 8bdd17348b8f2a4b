internal import GRDB

extension CaseFileError {
  /// The failure behind an error of SQLite, with the words of SQLite kept.
  init(_ error: DatabaseError, path: String) {
    let detail = error.message.map { "\(error.resultCode): \($0)" } ?? "\(error.resultCode)"
    let place = "the case file at \(CaseText.shown(path))"
    switch error.resultCode.primaryResultCode {
    case .SQLITE_BUSY, .SQLITE_LOCKED:
      self.init(
        .caseBusy, "\(place) was being written by another process all the time",
        cure: "Nothing of this change was written. See which process holds it, and try again.",
        detail: detail)
    case .SQLITE_NOTADB:
      self.init(
        .notACase, "the file at \(CaseText.shown(path)) is no case file",
        cure: "Name the case file, or another place for a new one.", detail: detail)
    case .SQLITE_CORRUPT:
      self.init(
        .caseDamaged, "\(place) is damaged",
        cure: "Copy it away with the files beside it, run `imeikit audit verify`, and go back to "
          + "the last copy that verifies.", detail: detail)
    case .SQLITE_FULL:
      self.init(
        .diskFull, "\(place) could not be written: the disk is full",
        cure: "Make room and run the same command again; what was recorded before is safe.",
        detail: detail)
    case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_CANTOPEN:
      self.init(
        .caseUnavailable, "\(place) could not be opened",
        cure: "Check the rights of the file and of its folder, which must be writable too.",
        detail: detail)
    default:
      self.init(
        .caseUnavailable, "\(place) could not be used",
        cure: "Check the disk, the path and the rights of the file and its folder.", detail: detail)
    }
  }

  /// Runs `body` and turns errors of SQLite into ``CaseFileError``.
  static func translating<Value>(path: String, _ body: () throws -> Value) throws -> Value {
    do {
      return try body()
    } catch let error as DatabaseError {
      throw CaseFileError(error, path: path)
    }
  }
}
