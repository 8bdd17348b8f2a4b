internal import BlockList
internal import Foundation
internal import GRDB

extension CaseFile {
  /// What the case holds, all of it in one state.
  ///
  /// - Parameter eachPhoto: is handed every photo in the order of recording, while the case's state is held.
  /// - Throws: ``CaseFileError``: `casePurged`, `logDamaged`; and what `eachPhoto` throws.
  public func content(eachPhoto: (PhotoContent) throws -> Void) throws -> CaseContent {
    try readWork { work, db in
      let photos = try Row.fetchCursor(db, sql: "SELECT * FROM photo ORDER BY id")
      while let row = try photos.next() { try eachPhoto(Self.photoContent(row, db)) }
      guard let head = try AuditTable.head(db) else {
        throw CaseFileError(
          .logDamaged, "the audit log is empty",
          cure: "Run `imeikit audit verify`, and go back to a copy that verifies.")
      }
      let programs = try SessionPrograms(db)
      return CaseContent(
        status: try Self.status(db), head: head,
        exhibits: try Self.exhibits(db).map {
          ExhibitContent(exhibit: $0.exhibit, answer: work.exhibits[$0.row] ?? .unresolved)
        },
        decisions: try Self.decisionContents(programs, db),
        rechecks: try Self.rechecks(db).map {
          RecheckContent(recheck: $0, program: programs.program(of: $0.event))
        },
        uploads: try Row.fetchAll(db, sql: "SELECT * FROM upload ORDER BY id")
          .map(UploadRecord.init),
        unreadFiles: try Self.unreadFiles(db).map { UnreadContent(path: $0.path, json: $0.json) },
        runs: try Self.runs(db), findings: try Self.findings(all: true, db),
        controls: try Self.controlTally(db),
        selfTests: try AuditTable.events(
          after: 0, kinds: ["selftest.before", "selftest.after"], limit: nil, db
        ).map(EventEntry.init), deviations: try Self.deviations(all: true, db),
        originalsCheckedAt: try Self.lastCheck(db)?.checkedAt)
    }
  }

  private static func photoContent(_ row: Row, _ db: Database) throws -> PhotoContent {
    let query = try StandingQuery(photo: row, db)
    let standing = try query.standing()
    let results = try db.cachedStatement(sql: "\(resultQuery) WHERE reading.id = ?")
    return PhotoContent(
      photo: try photo(row, db),
      result: try Row.fetchOne(results, arguments: [row["reading_id"] as Int64?])
        .map { try KeptResult($0, db) },
      standing: standing, sightings: sightings(of: standing, query.subject),
      cropDigests: try cropDigests(row["reading_id"], db))
  }

  private static func cropDigests(_ reading: Int64?, _ db: Database) throws -> [Int: String] {
    let crops = try db.cachedStatement(
      sql: "SELECT position, sha256 FROM crop WHERE reading_id = ?")
    let rows = try Row.fetchAll(crops, arguments: [reading])
    return Dictionary(
      rows.map { ($0["position"], PhotoDigest.text($0["sha256"] as Data)) },
      uniquingKeysWith: { first, _ in first })
  }

  private static func decisionContents(
    _ programs: SessionPrograms, _ db: Database
  ) throws -> [DecisionContent] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT decision.event, decision.person, decision.decided_at, decision.number,
          \(LatestAnswer.stateOfDecision) AS state,
          coalesce(renewed.answer, latest.answer, decision_answer.answer) AS full_answer,
          coalesce(latest.asked_at, decision.decided_at) AS answered_at, latest.event AS recheck
        FROM decision LEFT JOIN decision_answer ON decision_answer.decision_id = decision.id
        \(LatestAnswer.ofDecisions)
        WHERE decision.kind <> 'assign' ORDER BY decision.event
        """
    ).map { row in
      let full: String? = row["full_answer"]
      return DecisionContent(
        event: row["event"], person: row["person"], decidedAt: row["decided_at"],
        number: row["number"],
        answer: (row["state"] as String?).flatMap(Answer.State.init(rawValue:)),
        fullAnswer: try full.map { try JSONDecoder().decode(Answer.self, from: Data($0.utf8)) },
        answeredAt: row["answered_at"], recheck: row["recheck"],
        program: programs.program(of: row["event"]))
    }
  }
}
