internal import Foundation
internal import GRDB

/// Writes photos, their names and results inside one change.
final class PhotoRecorder {
  private let change: CaseChange
  private let run: RunID
  private let runID: Int64
  private let settings: Int64
  private(set) var summary = RecordSummary()

  init(change: CaseChange, run: RunID, runID: Int64, settings: Int64) {
    self.change = change
    self.run = run
    self.runID = runID
    self.settings = settings
  }

  func record(_ draft: PhotoDraft) throws {
    try change.execute(
      "DELETE FROM claim WHERE path = ? OR sha256 = ?", [Data(draft.photo.path), draft.sha256])
    guard let sha256 = draft.sha256 else { return try recordUnread(draft) }
    let known = try Row.fetchOne(
      change.db.cachedStatement(
        sql: """
          SELECT photo.id, reading.id AS reading FROM photo
          LEFT JOIN reading ON reading.photo_id = photo.id AND reading.settings_id = ?
          WHERE photo.sha256 = ?
          """), arguments: [settings, sha256])
    if let known, known["reading"] != nil {
      summary.known += 1
      try putInForce(known["reading"], of: known["id"])
      try recordName(
        draft.photo.path, stamp: draft.photo.stamp, photoID: known["id"],
        sha256: PhotoDigest.text(sha256))
      return try CaseFile.finishUploads(of: sha256, status: draft.content.status, change)
    }
    let photoID: Int64
    if let known {
      photoID = known["id"]
    } else {
      photoID =
        try change.insert(
          "photo",
          [
            "sha256": sha256, "size": draft.photo.stamp?.size, "width": draft.content.width,
            "height": draft.content.height, "camera_time": draft.content.camera?.time,
            "perceptual_hash": draft.photo.perceptualHash.map { Int64(bitPattern: $0) },
            "status": draft.content.status, "flagged": draft.content.isFlagged ? 1 : 0,
            "run_id": runID, "recorded_at": change.time,
          ]
        ).id
    }
    let reading = try insertReading(draft, photoID: photoID)
    try change.execute(
      "UPDATE photo SET reading_id = ?, status = ?, flagged = ? WHERE id = ?",
      [reading.id, draft.content.status, draft.content.isFlagged ? 1 : 0, photoID])
    let name = try writeName(draft.photo.path, key: draft.pathKey, draft.photo.stamp, photoID)
    summary.recorded += 1
    try change.log(
      .collection, "photo.read", subject: "photo:\(PhotoDigest.text(sha256))",
      details: [
        "photo": .text(PhotoDigest.text(sha256)), "path": path(draft.photo.path),
        "pathDigest": .text(change.ledger.digest(of: draft.photo.path)),
        "status": .text(CaseText.shown(draft.content.status, limit: 40)),
        "result": .text(PhotoDigest.text(draft.resultDigest)), "run": .text(run.text),
        "readings": .integer(Int64(draft.content.readings.count)),
        "flagged": .boolean(draft.content.isFlagged), "again": .boolean(known != nil),
      ],
      rows: [RowKey(table: "photo", id: photoID), reading] + (name.map { [$0] } ?? []))
    try CaseFile.finishUploads(of: sha256, status: draft.content.status, change)
  }

  /// Makes a former result the one in force again.
  ///
  /// - Returns: whether it was not in force.
  @discardableResult
  func putInForce(_ reading: Int64, of photo: Int64) throws -> Bool {
    try change.execute(
      """
      UPDATE photo SET reading_id = reading.id, status = reading.status,
        flagged = EXISTS (SELECT 1 FROM reading_row \(LatestAnswer.ofReadings)
          WHERE reading_row.reading_id = reading.id
            AND \(LatestAnswer.stateOfReading) = 'flagged')
      FROM reading WHERE reading.id = ? AND photo.id = ? AND photo.reading_id IS NOT reading.id
      """, [reading, photo])
    guard change.db.changesCount == 1 else { return false }
    let row = try Row.fetchOne(
      change.db,
      sql: """
        SELECT sha256, result_sha256 FROM photo JOIN reading ON reading.id = reading_id
        WHERE photo.id = ?
        """, arguments: [photo])
    try change.log(
      .alteration, "photo.inForce",
      subject: (row?["sha256"] as Data?).map { "photo:\(PhotoDigest.text($0))" },
      details: [
        "result": (row?["result_sha256"] as Data?).map { .text(PhotoDigest.text($0)) } ?? .null,
        "run": .text(run.text),
      ], rows: [RowKey(table: "photo", id: photo)])
    return true
  }

  /// Adds a name of a photo, or its new stamp; nothing when both are known.
  func recordName(_ path: [UInt8], stamp: FileStamp?, photoID: Int64, sha256: String) throws {
    guard let row = try writeName(path, key: PhotoDigest.key(of: path), stamp, photoID) else {
      return
    }
    try change.log(
      .collection, "photo.named", subject: "photo:\(sha256)",
      details: [
        "path": self.path(path), "pathDigest": .text(change.ledger.digest(of: path)),
        "run": .text(run.text),
      ], rows: [row])
  }

  private func path(_ bytes: [UInt8]) -> AuditValue {
    .text(CaseText.logged(String(decoding: bytes, as: UTF8.self), limit: 1_000))
  }

  private func writeName(_ path: [UInt8], key: Int64, _ stamp: FileStamp?, _ photoID: Int64) throws
    -> RowKey?
  {
    let known = try Row.fetchOne(
      change.db.cachedStatement(
        sql: "SELECT id, size, modified FROM photo_name WHERE photo_id = ? AND path = ?"),
      arguments: [photoID, Data(path)])
    guard let known else {
      return try change.insert(
        "photo_name",
        [
          "photo_id": photoID, "path": Data(path), "path_key": key, "size": stamp?.size,
          "modified": stamp?.modified, "recorded_at": change.time,
        ])
    }
    guard let stamp,
      known["size"] as Int64? != stamp.size || known["modified"] as Int64? != stamp.modified
    else {
      return nil
    }
    try change.execute(
      "UPDATE photo_name SET size = ?, modified = ? WHERE id = ?",
      [stamp.size, stamp.modified, known["id"] as Int64])
    return RowKey(table: "photo_name", id: known["id"])
  }

  private func insertReading(_ draft: PhotoDraft, photoID: Int64) throws -> RowKey {
    let reading = try change.insert(
      "reading",
      [
        "photo_id": photoID, "run_id": runID, "settings_id": settings,
        "status": draft.content.status, "result_sha256": draft.resultDigest,
        "recorded_at": change.time,
      ])
    try change.execute(
      "INSERT INTO reading_text (reading_id, result) VALUES (?, ?)",
      [reading.id, draft.photo.result])
    for (position, part) in draft.content.readings.enumerated() {
      try change.execute(
        """
        INSERT INTO reading_row (reading_id, photo_id, position, imei, reversed, status,
          check_digit, body, answer, lists, slot, page, place, crop)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        [
          reading.id, photoID, position, part.imei, part.imei.map { String($0.reversed()) },
          part.status ?? "review", part.checkDigit ?? "absent", part.reportingBody?.state ?? "",
          part.answer?.state ?? "notChecked", part.lists, part.slot, part.page ?? 1, part.place,
          part.crop,
        ])
    }
    for crop in draft.crops {
      try change.execute(
        "INSERT INTO crop (reading_id, position, sha256, png) VALUES (?, ?, ?, ?)",
        [reading.id, crop.position, crop.sha256, crop.png])
    }
    return reading
  }

  /// A file that could not be read has no digest to be known by, only its name.
  private func recordUnread(_ draft: PhotoDraft) throws {
    summary.unread += 1
    let before = try Row.fetchOne(
      change.db, sql: "SELECT id, status, result FROM unread_file WHERE path = ?",
      arguments: [Data(draft.photo.path)])
    let row: RowKey
    if let before {
      row = RowKey(table: "unread_file", id: before["id"])
      try change.execute(
        "UPDATE unread_file SET run_id = ?, status = ?, result = ?, recorded_at = ? WHERE id = ?",
        [runID, draft.content.status, draft.photo.result, change.time, row.id])
    } else {
      row = try change.insert(
        "unread_file",
        [
          "path": Data(draft.photo.path), "run_id": runID, "status": draft.content.status,
          "result": draft.photo.result, "recorded_at": change.time,
        ])
    }
    try change.log(
      .collection, "file.unread", subject: "run:\(run)",
      details: [
        "path": path(draft.photo.path),
        "pathDigest": .text(change.ledger.digest(of: draft.photo.path)),
        "status": .text(CaseText.shown(draft.content.status, limit: 40)),
        "result": .text(PhotoDigest.text(draft.resultDigest)),
      ], rows: [row])
  }
}
