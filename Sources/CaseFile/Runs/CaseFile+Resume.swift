internal import Foundation
internal import GRDB

extension CaseFile {
  /// Above this many questions the tables are read through once rather than asked for each.
  private static let fewQuestions = 500

  /// Which of many files have still to be read with these settings, in the order asked.
  ///
  /// A file whose path, size and time of change are as recorded is taken for the same: what it holds is
  /// hashed again at the end of a run and before a report.
  ///
  /// - Throws: ``CaseFileError``.
  public func resume(_ questions: [ResumeQuestion], settings: RunSettings) throws -> [ResumeAnswer]
  {
    try read { db in
      let id = try Int64.fetchOne(
        db, sql: "SELECT id FROM settings WHERE digest = ?", arguments: [settings.digest])
      if questions.count > Self.fewQuestions, let known = try ListedPhotos(settings: id, db) {
        return try questions.map { try Self.answer($0, known, db) }
      }
      let known = AskedPhotos(db: db, settings: id)
      return try questions.map { try Self.answer($0, known, db) }
    }
  }

  /// Whether one file has still to be read with these settings.
  ///
  /// - Throws: ``CaseFileError``.
  public func needsReading(_ question: ResumeQuestion, settings: RunSettings) throws -> ResumeAnswer
  {
    try resume([question], settings: settings).first ?? .new
  }

  private static func answer(
    _ question: ResumeQuestion, _ known: some KnownPhotos, _ db: Database
  ) throws -> ResumeAnswer {
    let key = PhotoDigest.key(of: question.path)
    guard let sha256 = question.sha256 else {
      guard let name = try known.name(key) else { return .new }
      guard name.fits(question.stamp) else {
        return .hashNeeded(previous: try known.sha256(of: name.photo))
      }
      return try answer(photo: name.photo, isNamed: true, known, db)
    }
    let digest = try PhotoDigest.bytes(sha256)
    let photos = try db.cachedStatement(sql: "SELECT id FROM photo WHERE sha256 = ?")
    guard let photo = try Int64.fetchOne(photos, arguments: [digest]) else { return .new }
    let names = try db.cachedStatement(
      sql: "SELECT 1 FROM photo_name WHERE path_key = ? AND photo_id = ?")
    let isNamed = try Int.fetchOne(names, arguments: [key, photo]) != nil
    return try answer(photo: photo, isNamed: isNamed, known, db)
  }

  private static func answer(
    photo: Int64, isNamed: Bool, _ known: some KnownPhotos, _ db: Database
  ) throws -> ResumeAnswer {
    let sha256 = try known.sha256(of: photo)
    if try known.isRead(photo) {
      return isNamed ? .alreadyRead(photo: sha256) : .alreadyReadElsewhere(photo: sha256)
    }
    let runs = try db.cachedStatement(
      sql: """
        SELECT run.identifier FROM photo JOIN reading ON reading.id = photo.reading_id
        JOIN run ON run.id = reading.run_id WHERE photo.id = ?
        """)
    guard let run = try String.fetchOne(runs, arguments: [photo]) else { return .new }
    return .readWithOtherSettings(photo: sha256, run: RunID(run))
  }
}
