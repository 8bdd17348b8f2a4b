internal import Foundation
internal import GRDB

extension CaseFile {
  /// Records files whose bytes were received and are kept, all of them or none.
  ///
  /// A request that is sent again with the same key and content is answered as before. When a result of the
  /// bytes is recorded, ``record(_:run:)`` makes the upload `read` and the photo one of its exhibit.
  ///
  /// - Parameters:
  ///   - key: the sender's key of the request, 1 to 128 visible ASCII characters.
  ///   - keyDigest: SHA-256 of the whole request.
  ///   - person: who sent them.
  /// - Throws: ``CaseFileError``: `badValue`, `keyTaken` when the person used the key with other content.
  @discardableResult
  public func recordUploads(
    _ uploads: [NewUpload], key: String? = nil, keyDigest: String? = nil, person: String
  ) throws -> [UploadRecord] {
    guard uploads.count <= NewUpload.mostAtOnce else {
      throw CaseFileError(
        .badValue, "\(uploads.count) uploads are too many at once",
        cure: "Send at most \(NewUpload.mostAtOnce).")
    }
    let drafts = try uploads.map(UploadDraft.init)
    let request = try UploadRequest(key: key, digest: keyDigest)
    return try change(person: person) { change in
      if let request, let known = try Self.answered(request, person: person, change.db) {
        return known
      }
      return try drafts.map { try Self.receive($0, request, person: person, change) }
    }.value
  }

  /// A page of uploads in the order of receipt.
  ///
  /// - Parameters:
  ///   - state: only these; all when `nil`.
  ///   - row: the ``UploadRecord/row`` of the last upload of the page before; 0 for the first.
  /// - Throws: ``CaseFileError``.
  public func uploads(state: UploadState? = nil, after row: Int64 = 0, limit: Int) throws
    -> [UploadRecord]
  {
    let condition = state.map { "state = '\($0.rawValue)' AND " } ?? ""
    return try read { db in
      try Row.fetchAll(
        db, sql: "SELECT * FROM upload WHERE \(condition)id > ? ORDER BY id LIMIT ?",
        arguments: [row, limit]
      ).map(UploadRecord.init)
    }
  }

  /// One upload; `nil` when there is none of this name.
  ///
  /// - Throws: ``CaseFileError``.
  public func upload(_ id: String) throws -> UploadRecord? {
    try read { db in
      try Row.fetchOne(db, sql: "SELECT * FROM upload WHERE identifier = ?", arguments: [id])
        .map(UploadRecord.init)
    }
  }

  /// The uploads that came with a person's request of this key.
  ///
  /// - Throws: ``CaseFileError``.
  public func uploads(key: String, person: String) throws -> [UploadRecord] {
    try read { try Self.uploads(key: key, person: person, $0) }
  }

  /// The uploads of a photo's bytes, oldest first.
  ///
  /// - Throws: ``CaseFileError`` `badValue`.
  public func uploads(ofPhoto sha256: String) throws -> [UploadRecord] {
    let digest = try PhotoDigest.bytes(sha256)
    return try read { db in
      try Row.fetchAll(
        db, sql: "SELECT * FROM upload WHERE sha256 = ? ORDER BY id", arguments: [digest]
      ).map(UploadRecord.init)
    }
  }

  /// Says what became of waiting uploads that no result will be recorded of.
  ///
  /// - Parameter reason: why, in words for the sender.
  /// - Returns: how many were waiting.
  /// - Throws: ``CaseFileError``: `itemMissing`, `badValue`.
  @discardableResult
  public func finishUploads(
    _ ids: [String], state: UploadState, reason: String? = nil, person: String? = nil
  ) throws -> Int {
    let reason = try CaseText.checked(reason, as: "the reason", limit: 1_000)
    return try change(person: person) { change in
      try ids.uniqued.count { id in
        let found = try Row.fetchOne(
          change.db, sql: "SELECT id, sha256, state FROM upload WHERE identifier = ?",
          arguments: [id])
        guard let found else {
          throw CaseFileError(
            .itemMissing, "there is no upload \(CaseText.shown(id, limit: 60))",
            cure: "List the uploads first.")
        }
        guard found["state"] == UploadState.waiting.rawValue, state != .waiting else {
          return false
        }
        let row = RowKey(table: "upload", id: found["id"])
        try change.execute(
          "UPDATE upload SET state = ?, reason = ? WHERE id = ?", [state.rawValue, reason, row.id])
        try change.log(
          .collection, "upload.finish", subject: "photo:\(PhotoDigest.text(found["sha256"]))",
          details: [
            "upload": .text(id), "state": .text(state.rawValue), "reason": .logged(reason),
          ], rows: [row])
        return true
      }
    }.value
  }

  static func uploads(key: String, person: String, _ db: Database) throws -> [UploadRecord] {
    try Row.fetchAll(
      db, sql: "SELECT * FROM upload WHERE person = ? AND request_key = ? ORDER BY id",
      arguments: [person, key]
    ).map(UploadRecord.init)
  }
}
