internal import GRDB

/// What stands against closing a case.
public struct OpenWork: Sendable, Hashable {
  /// Photos with something left to decide.
  public let photos: Int
  /// Findings to look at that nobody has acknowledged.
  public let findings: Int
  /// Changed or missing originals that nobody has acknowledged.
  public let originals: Int
  /// Runs that were not ended: they go on, or were killed.
  public let runs: Int
  /// Uploads that nothing has read yet.
  public let uploads: Int

  /// Whether there is none.
  public var isEmpty: Bool {
    photos == 0 && findings == 0 && originals == 0 && runs == 0 && uploads == 0
  }

  /// In words, such as `3 photos to decide`.
  public var description: String {
    [
      (photos, "photos to decide"), (findings, "findings to look at"),
      (originals, "changed or missing originals"), (runs, "runs that did not end"),
      (uploads, "uploads to read"),
    ].filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
  }
}

extension CaseFile {
  /// What is left to be done.
  ///
  /// - Throws: ``CaseFileError``.
  public func openWork() throws -> OpenWork { try read(Self.openWork) }

  private static func openWork(_ db: Database) throws -> OpenWork {
    func count(_ sql: String) throws -> Int { try Int.fetchOne(db, sql: sql) ?? 0 }
    return OpenWork(
      photos: try unresolved(after: 0, limit: .max, db).count,
      findings: try count(
        "SELECT COUNT(*) FROM finding WHERE severity = 'look' AND acknowledged_at IS NULL"),
      originals: try count("SELECT COUNT(*) FROM original_deviation WHERE acknowledged_at IS NULL"),
      runs: try count("SELECT COUNT(*) FROM run WHERE ended_at IS NULL"),
      uploads: try count("SELECT COUNT(*) FROM upload WHERE state = 'waiting'"))
  }

  /// Closes the case: from then on nothing of it can be changed.
  ///
  /// - Parameter despiteOpenWork: closes although something is left, which the event says.
  /// - Throws: ``CaseFileError``: `unresolvedWork`, `caseClosed`.
  public func closeCase(despiteOpenWork: Bool = false, person: String? = nil) throws {
    _ = try change(person: person) { change in
      let work = try Self.openWork(change.db)
      guard work.isEmpty || despiteOpenWork else {
        throw CaseFileError(
          .unresolvedWork, "the case cannot be closed: \(work.description)",
          cure: "Settle them, or close it all the same, which the log will say.")
      }
      try change.execute("DELETE FROM claim")
      try change.execute("UPDATE case_detail SET closed_at = ?", [change.time])
      try change.log(
        .alteration, "case.close", subject: "case:\(identifier)",
        details: [
          "photos": .integer(Int64(work.photos)), "findings": .integer(Int64(work.findings)),
          "originals": .integer(Int64(work.originals)), "runs": .integer(Int64(work.runs)),
          "uploads": .integer(Int64(work.uploads)),
        ], rows: [RowKey(table: "case_detail", id: 1)])
    }
  }

  /// Opens a closed case again.
  ///
  /// - Throws: ``CaseFileError``: `caseOpen`, `casePurged`.
  public func reopenCase(person: String? = nil) throws {
    _ = try change(.notPurged, person: person) { change in
      try change.execute("UPDATE case_detail SET closed_at = NULL WHERE closed_at IS NOT NULL")
      guard change.db.changesCount == 1 else {
        throw CaseFileError(.caseOpen, "the case is open already", cure: "Go on with it.")
      }
      try change.log(
        .alteration, "case.reopen", subject: "case:\(identifier)",
        rows: [RowKey(table: "case_detail", id: 1)])
    }
  }

  /// Forbids that anything of the case is erased, or allows it again.
  ///
  /// - Throws: ``CaseFileError`` `casePurged`.
  public func setLegalHold(_ isHeld: Bool, reason: String, person: String? = nil) throws {
    let reason = try CaseText.checked(reason, as: "the reason", limit: 1_000)
    _ = try change(.notPurged, person: person) { change in
      try change.execute("UPDATE case_detail SET legal_hold = ?", [isHeld ? 1 : 0])
      try change.log(
        .alteration, isHeld ? "case.hold" : "case.release", subject: "case:\(identifier)",
        details: ["reason": .logged(reason)], rows: [RowKey(table: "case_detail", id: 1)])
    }
  }
}
