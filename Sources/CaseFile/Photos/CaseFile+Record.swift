internal import Foundation
internal import GRDB

extension CaseFile {
  /// Records what was read, all of it in one transaction, and gives the claims on it back.
  ///
  /// What is recorded when this returns survives a kill and a loss of power. The same photo is recorded
  /// once with the same settings; under other settings it gets a further result. The result last recorded,
  /// new or known, is the one in force.
  ///
  /// - Throws: ``CaseFileError``: `runMissing`, `badResult`, `badValue`, `diskFull`, `caseBusy`; nothing
  ///   was recorded then.
  @discardableResult
  public func record(_ photos: [RecordedPhoto], run: RunID) throws -> RecordSummary {
    // What takes time is done before the case is locked.
    let drafts = try photos.map(PhotoDraft.init)
    return try change { change in
      let (runID, settings) = try Self.openRun(run, change.db)
      let recorder = PhotoRecorder(change: change, run: run, runID: runID, settings: settings)
      for draft in drafts { try recorder.record(draft) }
      return recorder.summary
    }.value
  }

  /// Records further names of photos that the case has, as of files with the same bytes.
  ///
  /// - Throws: ``CaseFileError``: `photoMissing`, `badValue`.
  public func recordNames(_ photos: [NamedPhoto], run: RunID) throws {
    _ = try change { change in
      let (runID, settings) = try Self.openRun(run, change.db)
      let recorder = PhotoRecorder(change: change, run: run, runID: runID, settings: settings)
      for photo in photos {
        let id = try Self.photoID(photo.sha256, change.db)
        try recorder.recordName(
          photo.path, stamp: photo.stamp, photoID: id, sha256: photo.sha256)
      }
    }
  }

  /// Makes the results of photos with a run's settings the ones in force again.
  ///
  /// - Returns: how many were not.
  /// - Throws: ``CaseFileError``: `photoMissing`, `itemMissing` when one was never read with these settings.
  @discardableResult
  public func putInForce(_ photos: [String], run: RunID, person: String? = nil) throws -> Int {
    try change(person: person) { change in
      let (runID, settings) = try Self.openRun(run, change.db)
      let recorder = PhotoRecorder(change: change, run: run, runID: runID, settings: settings)
      return try photos.count { photo in
        let id = try Self.photoID(photo, change.db)
        let reading = try Int64.fetchOne(
          change.db, sql: "SELECT id FROM reading WHERE photo_id = ? AND settings_id = ?",
          arguments: [id, settings])
        guard let reading else {
          throw CaseFileError(
            .itemMissing, "photo \(photo) was never read with these settings",
            cure: "Read it again with them.")
        }
        return try recorder.putInForce(reading, of: id)
      }
    }.value
  }

  /// The row of a photo.
  ///
  /// - Throws: ``CaseFileError``: `badValue`, `photoMissing`.
  static func photoID(_ sha256: String, _ db: Database) throws -> Int64 {
    let statement = try db.cachedStatement(sql: "SELECT id FROM photo WHERE sha256 = ?")
    let id = try Int64.fetchOne(statement, arguments: [try PhotoDigest.bytes(sha256)])
    guard let id else {
      throw CaseFileError(
        .photoMissing, "the case has no photo with SHA-256 \(CaseText.shown(sha256, limit: 80))",
        cure: "Check the digest, or read the photo with `imeikit scan --case`.")
    }
    return id
  }
}

/// A photo to record, with everything that can be worked out without the case.
struct PhotoDraft {
  let photo: RecordedPhoto
  let content: ResultContent
  let sha256: Data?
  let resultDigest: Data
  let pathKey: Int64
  let crops: [(position: Int, sha256: Data, png: Data)]

  init(_ photo: RecordedPhoto) throws {
    self.photo = photo
    content = try ResultContent(photo.result, path: photo.path)
    sha256 = try photo.sha256.map(PhotoDigest.bytes)
    guard content.sha256 == photo.sha256 else {
      throw ResultContent.unusable(photo.path, "it is of other bytes", nil)
    }
    resultDigest = PhotoDigest.of(photo.result)
    pathKey = PhotoDigest.key(of: photo.path)
    let count = content.readings.count
    crops = try photo.crops.map { crop in
      guard (0..<count).contains(crop.position) else {
        throw ResultContent.unusable(
          photo.path, "it has no reading \(crop.position) that a crop could be of", nil)
      }
      return (crop.position, PhotoDigest.of(bytes: crop.png), Data(crop.png))
    }
  }
}
