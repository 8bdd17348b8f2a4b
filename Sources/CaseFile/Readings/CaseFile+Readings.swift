internal import Foundation
internal import GRDB

extension CaseFile {
  static let resultQuery = """
    SELECT reading.*, photo.sha256, photo.reading_id AS in_force, run.identifier AS run,
      settings.digest AS settings, reading_text.result
    FROM reading JOIN photo ON photo.id = reading.photo_id JOIN run ON run.id = reading.run_id
    JOIN settings ON settings.id = reading.settings_id
    LEFT JOIN reading_text ON reading_text.reading_id = reading.id
    """

  /// Every result of a photo, oldest first; the last is in force.
  ///
  /// - Throws: ``CaseFileError``.
  public func results(of photo: String) throws -> [KeptResult] {
    let digest = try PhotoDigest.bytes(photo)
    return try read { db in
      try Row.fetchAll(
        db, sql: "\(Self.resultQuery) WHERE photo.sha256 = ? ORDER BY reading.id",
        arguments: [digest]
      ).map { try KeptResult($0, db) }
    }
  }

  /// The result of a photo with these settings.
  ///
  /// - Throws: ``CaseFileError``.
  public func result(of photo: String, settings: RunSettings) throws -> KeptResult? {
    try results(of: photo).last { $0.settings == settings.digest }
  }

  /// The result of a photo that is in force.
  ///
  /// - Throws: ``CaseFileError``.
  public func resultInForce(of photo: String) throws -> KeptResult? {
    try results(of: photo).last { $0.isInForce }
  }

  /// Hands on the results in force, or those of a run, in the order they were recorded.
  ///
  /// The case is not held meanwhile: pages of results are fetched as they are wanted.
  ///
  /// - Throws: ``CaseFileError``, and what `body` throws.
  public func forEachResult(of run: RunID? = nil, _ body: (KeptResult) throws -> Void) throws {
    var last: Int64 = 0
    let condition =
      run == nil
      ? "reading.id = photo.reading_id"
      : "reading.run_id = (SELECT id FROM run WHERE identifier = ?)"
    while true {
      let page = try read { db in
        try Row.fetchAll(
          db,
          sql: """
            \(Self.resultQuery) WHERE \(condition) AND reading.id > ?
            ORDER BY reading.id LIMIT 200
            """, arguments: (run.map { [$0.text] } ?? StatementArguments()) + [last]
        ).map { (row: $0["id"] as Int64, result: try KeptResult($0, db)) }
      }
      guard let end = page.last else { return }
      last = end.row
      for kept in page { try body(kept.result) }
    }
  }

  /// Files without digest that could not be read, with their results.
  ///
  /// - Throws: ``CaseFileError``.
  public func unreadFiles() throws -> [(path: [UInt8], json: String)] {
    try read(Self.unreadFiles)
  }

  static func unreadFiles(_ db: Database) throws -> [(path: [UInt8], json: String)] {
    try Row.fetchAll(db, sql: "SELECT path, result FROM unread_file ORDER BY id").map {
      (Array($0["path"] as Data), $0["result"])
    }
  }

  /// The picture of a reading's digits, a PNG file's bytes; `nil` when none was kept.
  ///
  /// - Parameter position: the reading's place in the result in force, from 0.
  /// - Throws: ``CaseFileError``.
  public func crop(of photo: String, position: Int) throws -> [UInt8]? {
    let digest = try PhotoDigest.bytes(photo)
    return try read { db in
      try Data.fetchOne(
        db,
        sql: """
          SELECT png FROM crop JOIN photo ON photo.reading_id = crop.reading_id
          WHERE photo.sha256 = ? AND position = ?
          """, arguments: [digest, position]
      ).map { Array($0) }
    }
  }
}

extension KeptResult {
  init(_ row: Row, _ db: Database) throws {
    let id: Int64 = row["id"]
    let json: String = row["result"] ?? ""
    let recordedAt: String = row["recorded_at"]
    let recheck = try LatestAnswer.recheck(ofReading: id, db)
    self.init(
      photo: PhotoDigest.text(row["sha256"]), run: RunID(row["run"]), settings: row["settings"],
      status: row["status"], json: json,
      current: json.isEmpty ? json : try LatestAnswer.current(json, ofReading: id, db),
      answeredAt: recheck?.askedAt ?? recordedAt, recheck: recheck?.event,
      digest: PhotoDigest.text(row["result_sha256"]), recordedAt: recordedAt,
      isInForce: row["in_force"] as Int64? == id)
  }
}
