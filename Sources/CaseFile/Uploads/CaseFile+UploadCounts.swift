internal import GRDB

extension CaseFile {
  /// How many uploads there are in each state.
  ///
  /// - Throws: ``CaseFileError``.
  public func uploadCounts() throws -> [UploadState: Int] {
    try read { db in
      var counts: [UploadState: Int] = [:]
      for state in UploadState.allCases {
        counts[state] = try Int.fetchOne(
          db, sql: "SELECT COUNT(*) FROM upload WHERE state = ?", arguments: [state.rawValue])
      }
      return counts
    }
  }
}
