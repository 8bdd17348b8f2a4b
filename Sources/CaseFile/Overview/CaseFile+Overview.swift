internal import GRDB

extension CaseFile {
  /// The photos whose bytes came in more than once.
  static let cameAgain = """
    (photo.id IN (SELECT photo_id FROM photo_name GROUP BY photo_id HAVING COUNT(*) > 1)
      OR photo.sha256 IN (SELECT sha256 FROM upload WHERE known = 1))
    """

  /// Where the haul stands, all of it in one state of the case.
  ///
  /// The first call works out where numbers and exhibits stand; later calls follow the log.
  ///
  /// - Throws: ``CaseFileError``.
  public func haulOverview() throws -> HaulOverview {
    try readWork(.any) { work, db in
      var overview = HaulOverview()
      overview.photos = try Self.photos(db)
      for (state, count) in try Self.counts("SELECT state, COUNT(*) FROM upload GROUP BY 1", db) {
        switch UploadState(rawValue: state) {
        case .waiting, nil: overview.uploads.waiting += count
        case .read: overview.uploads.read = count
        case .refused: overview.uploads.refused = count
        }
      }
      for answer in work.exhibits.values {
        switch answer {
        case .flagged: overview.exhibits.flagged += 1
        case .notFlagged: overview.exhibits.notFlagged += 1
        case .unresolved: overview.exhibits.unresolved += 1
        }
      }
      overview.review = Self.review(work)
      let findings = try Row.fetchOne(
        db,
        sql: """
          SELECT COUNT(*), COUNT(*) FILTER (WHERE acknowledged_at IS NULL AND severity = 'look')
          FROM finding
          """)
      overview.findings.total = findings?[0] ?? 0
      overview.findings.open = findings?[1] ?? 0
      let controls = try Row.fetchOne(
        db, sql: "SELECT COUNT(*), COUNT(CASE WHEN passed = 0 THEN 1 END) FROM control_answer")
      overview.controls.answered = controls?[0] ?? 0
      overview.controls.differing = controls?[1] ?? 0
      overview.head = try AuditTable.head(db)
      return overview
    }
  }

  /// What can be said of every exhibit, by its reference as typed.
  ///
  /// - Throws: ``CaseFileError``.
  public func exhibitAnswers() throws -> [String: ExhibitAnswer] {
    try readWork(.any) { work, db in
      var answers: [String: ExhibitAnswer] = [:]
      for row in try Row.fetchAll(db, sql: "SELECT id, reference FROM exhibit") {
        answers[row[1]] = work.exhibits[row[0]] ?? .unresolved
      }
      return answers
    }
  }

  private static func photos(_ db: Database) throws -> HaulOverview.Photos {
    func count(_ sql: String) throws -> Int { try Int.fetchOne(db, sql: sql) ?? 0 }
    var photos = HaulOverview.Photos()
    for (status, count) in try counts("SELECT status, COUNT(*) FROM photo GROUP BY 1", db) {
      photos.total += count
      switch status {
      case "accepted": photos.accepted += count
      case "review": photos.review += count
      case "none": photos.none += count
      case "refused": photos.refused += count
      // A status of a later release is for a person to look at.
      case "unreadable": photos.unreadable += count
      default: photos.review += count
      }
    }
    photos.flagged = try count("SELECT COUNT(*) FROM photo WHERE flagged = 1")
    photos.withoutExhibit =
      try photos.total
      - count("SELECT COUNT(DISTINCT photo_id) FROM assignment WHERE withdrawn_at IS NULL")
    let again = try count("SELECT EXISTS (SELECT 1 FROM upload WHERE known = 1)")
    // Every photo has a name: with as many names as photos none has two.
    if try again == 1 || count("SELECT COUNT(*) FROM photo_name") > photos.total {
      photos.duplicates = try count("SELECT COUNT(*) FROM photo WHERE \(cameAgain)")
    }
    return photos
  }

  private static func review(_ work: WorkIndex) -> HaulOverview.Review {
    var review = HaulOverview.Review()
    review.confirm = work.counts[.confirm] ?? 0
    review.blind = work.counts[.blind] ?? 0
    review.settle = work.counts[.settle] ?? 0
    review.secondNeeded = work.photos.values.reduce(0) { sum, numbers in
      sum + numbers.count { $0.kind == .blind && !$0.people.isEmpty }
    }
    review.orphaned = work.orphaned.count
    return review
  }

  private static func counts(_ sql: String, _ db: Database) throws -> [(String, Int)] {
    try Row.fetchAll(db, sql: sql).map { ($0[0], $0[1]) }
  }
}
