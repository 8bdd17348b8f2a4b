internal import Foundation
internal import GRDB

extension CaseFile {
  /// What a request was answered with before; `nil` when it is new.
  static func answered(_ request: UploadRequest, person: String, _ db: Database) throws
    -> [UploadRecord]?
  {
    let known = try uploads(key: request.key, person: person, db)
    guard let first = known.first else { return nil }
    guard first.keyDigest == PhotoDigest.text(request.digest) else {
      throw CaseFileError(
        .keyTaken,
        "the key “\(CaseText.shown(request.key, limit: 130))” was used before for other content",
        cure: "Use a new key for every request, and the same one only to send it again.")
    }
    return known
  }

  static func receive(
    _ draft: UploadDraft, _ request: UploadRequest?, person: String, _ change: CaseChange
  ) throws -> UploadRecord {
    let photo = try Row.fetchOne(
      change.db.cachedStatement(sql: "SELECT id, status FROM photo WHERE sha256 = ?"),
      arguments: [draft.sha256])
    let earlier = try Int.fetchOne(
      change.db.cachedStatement(sql: "SELECT 1 FROM upload WHERE sha256 = ? LIMIT 1"),
      arguments: [draft.sha256])
    let state = photo.map { uploadState(ofPhoto: $0["status"]) } ?? .waiting
    let id = UUID().uuidString.lowercased()
    let row = try change.insert(
      "upload",
      [
        "identifier": id, "name": Data(draft.upload.name), "sha256": draft.sha256,
        "size": draft.upload.size, "exhibit": draft.exhibit?.text,
        "exhibit_source": draft.upload.exhibitSource.rawValue, "person": person,
        "request_key": request?.key, "request_digest": request?.digest,
        "state": state.rawValue, "known": photo == nil && earlier == nil ? 0 : 1,
        "received_at": change.time,
      ])
    let sha256 = PhotoDigest.text(draft.sha256)
    try change.log(
      .collection, "upload.receive", person: person, subject: "photo:\(sha256)",
      details: [
        "upload": .text(id),
        "name": .text(
          CaseText.logged(String(decoding: draft.upload.name, as: UTF8.self), limit: 1_000)),
        "nameDigest": .text(change.ledger.digest(of: draft.upload.name)),
        "size": .integer(draft.upload.size), "state": .text(state.rawValue),
        "exhibit": .logged(draft.exhibit?.text),
      ], rows: [row])
    if photo != nil, let exhibit = draft.exhibit {
      _ = try assign(
        PhotoAssignment(
          photo: sha256, exhibit: exhibit.text, source: draft.upload.exhibitSource),
        addingExhibits: true, person: person, kind: "photo.assign", change)
    }
    let record = try Row.fetchOne(
      change.db, sql: "SELECT * FROM upload WHERE id = ?", arguments: [row.id])
    return UploadRecord(record ?? [:])
  }

  /// Makes the uploads of a photo whose result was just recorded read, and the photo one of their exhibits.
  static func finishUploads(of sha256: Data, status: String, _ change: CaseChange) throws {
    let state = uploadState(ofPhoto: status)
    let uploads = try Row.fetchAll(
      change.db.cachedStatement(
        sql: """
          SELECT id, identifier, exhibit, exhibit_source, person FROM upload
          WHERE sha256 = ? AND state <> ? ORDER BY id
          """), arguments: [sha256, state.rawValue])
    guard !uploads.isEmpty else { return }
    let photo = PhotoDigest.text(sha256)
    let rows = uploads.map { RowKey(table: "upload", id: $0["id"]) }
    for row in rows {
      try change.execute(
        "UPDATE upload SET state = ?, reason = NULL WHERE id = ?", [state.rawValue, row.id])
    }
    try change.log(
      .collection, "upload.finish", subject: "photo:\(photo)",
      details: [
        "uploads": .list(uploads.map { .text($0["identifier"]) }), "state": .text(state.rawValue),
      ], rows: rows)
    for upload in uploads {
      guard let exhibit: String = upload["exhibit"] else { continue }
      _ = try assign(
        PhotoAssignment(
          photo: photo, exhibit: exhibit,
          source: AssignmentSource(rawValue: upload["exhibit_source"]) ?? .person),
        addingExhibits: true, person: upload["person"], kind: "photo.assign", change)
    }
  }

  private static func uploadState(ofPhoto status: String) -> UploadState {
    status == "refused" ? .refused : .read
  }
}
