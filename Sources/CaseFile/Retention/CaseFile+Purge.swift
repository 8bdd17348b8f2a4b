internal import Foundation
internal import GRDB

extension CaseFile {
  /// Erases images, crops and numbers of a closed case; its log stays and still verifies.
  ///
  /// Results, numbers, file names, places, notes, findings' texts and crops go from the rows, and the salt
  /// under which events hold digests of them. Photos stay as SHA-256, decisions as who decided when.
  /// The pages they stood on are overwritten and the file is written anew. What lies beside the case
  /// file is for `removingFiles` to take away; it is called first. After a kill the erasure can be
  /// repeated: what was erased before is then not counted again.
  ///
  /// - Parameter removingFiles: removes copies of originals and crop files, and tells how many.
  /// - Throws: ``CaseFileError``: `legalHold`, `caseOpen`, `diskFull`; and what `removingFiles` throws.
  @discardableResult
  public func purge(person: String? = nil, removingFiles: () throws -> Int = { 0 }) throws
    -> PurgeReport
  {
    try read(Self.checkPurgeable)
    let files = try removingFiles()
    if try status().purgedAt != nil {
      try log([
        AuditEntry(
          act: .erasure, kind: "case.purgeAgain", person: person ?? session.person,
          subject: "case:\(identifier)", details: ["files": .integer(Int64(files))])
      ])
      try rewrite()
      return PurgeReport(files: files)
    }
    let report = try change(.notPurged, person: person) { change in
      try Self.checkPurgeable(change.db)
      var report = try Self.counts(change.db)
      report.files = files
      let salt = Data((0..<32).map { _ in UInt8.random(in: 0...255) })
      for statement in Self.erasures { try change.execute(statement) }
      try change.execute("UPDATE secret SET salt = ?", [salt])
      try change.execute("UPDATE case_detail SET purged_at = ?", [change.time])
      try change.log(
        .erasure, "case.purge", subject: "case:\(identifier)",
        details: [
          "photos": .integer(Int64(report.photos)), "results": .integer(Int64(report.results)),
          "numbers": .integer(Int64(report.numbers)), "crops": .integer(Int64(report.crops)),
          "files": .integer(Int64(report.files)),
          // With the salt the digests of single rows have lost their sense: one of all that is left.
          "left": .text(try RowLedger(salt: Array(salt)).digestOfEverything(change.db)),
        ])
      return report
    }.value
    try rewrite()
    return report
  }

  /// Writes the file anew, so that nothing erased stands in free pages, and empties the log of WAL.
  private func rewrite() throws {
    try CaseFileError.translating(path: path) {
      try connection.pool.writeWithoutTransaction { db in
        try db.execute(sql: "VACUUM")
        _ = try db.checkpoint(.truncate)
      }
    }
  }

  private static func checkPurgeable(_ db: Database) throws {
    let row = try Row.fetchOne(db, sql: "SELECT closed_at, legal_hold FROM case_detail")
    guard row?["legal_hold"] == 0 else {
      throw CaseFileError(
        .legalHold, "the case is under legal hold: nothing of it may be erased",
        cure: "Have the hold lifted first, with its reason.")
    }
    guard row?["closed_at"] != nil else {
      throw CaseFileError(
        .caseOpen, "the case is open: nothing of it may be erased", cure: "Close it first.")
    }
  }

  private static func counts(_ db: Database) throws -> PurgeReport {
    func count(_ sql: String) throws -> Int { try Int.fetchOne(db, sql: sql) ?? 0 }
    return PurgeReport(
      photos: try count("SELECT COUNT(*) FROM photo"),
      results: try count("SELECT COUNT(*) FROM reading")
        + count("SELECT COUNT(*) FROM unread_file"),
      numbers: try count("SELECT COUNT(imei) FROM reading_row")
        + count("SELECT COUNT(number) FROM decision"),
      crops: try count("SELECT COUNT(png) FROM crop"))
  }

  /// Everything that holds a picture, a number, a name or a text in which one could stand.
  private static let erasures = [
    "UPDATE reading_text SET result = ''",
    """
    UPDATE reading_row SET imei = NULL, reversed = NULL, place = '', crop = NULL, lists = ''
    """,
    "UPDATE crop SET png = NULL",
    "UPDATE unread_file SET result = '', path = CAST('erased ' || id AS BLOB)",
    "UPDATE photo SET perceptual_hash = NULL, camera_time = NULL",
    """
    UPDATE photo_name SET path = CAST('erased ' || id AS BLOB), path_key = 0, size = NULL,
      modified = NULL
    """,
    "UPDATE decision SET number = NULL, reversed = NULL, note = NULL",
    "UPDATE finding SET text = '', subjects = '[]', digest = CAST('erased ' || id AS BLOB)",
    "UPDATE assignment SET detail = NULL",
    "UPDATE exhibit SET description = NULL",
    "UPDATE original_deviation SET path = x''",
    """
    UPDATE upload SET name = CAST('erased ' || id AS BLOB), request_key = NULL,
      request_digest = NULL, reason = NULL
    """,
    "UPDATE control_answer SET number = NULL",
    // A sheet's digit and the places it was found at are the number together.
    "DELETE FROM digit_mark",
    "DELETE FROM decision_answer",
    "DELETE FROM renewed_answer",
    "DELETE FROM renewed_lead",
    // A token withdrawn later would need an event about a row, and there are none after an erasure.
    "DELETE FROM token",
    "DELETE FROM claim",
  ]
}

extension RowLedger {
  /// One digest of every row that events answer for.
  func digestOfEverything(_ db: Database) throws -> String {
    var digests = ""
    for (table, _) in Self.tables {
      let rows = try Row.fetchCursor(db, sql: "SELECT * FROM \(table) ORDER BY id")
      while let row = try rows.next() {
        let key = RowKey(table: table, id: row["id"])
        digests += "\(key.text) \(try digest(row, key, db))\n"
      }
    }
    return digest(of: digests)
  }
}
