internal import Foundation
internal import GRDB

/// An upload to record, with everything that can be checked without the case.
struct UploadDraft {
  let upload: NewUpload
  let sha256: Data
  let exhibit: ExhibitReference?

  init(_ upload: NewUpload) throws {
    self.upload = upload
    sha256 = try PhotoDigest.bytes(upload.sha256)
    exhibit = try upload.exhibit.map { try ExhibitReference($0) }
    guard !upload.name.isEmpty, upload.name.count <= NewUpload.longestName else {
      throw CaseFileError(
        .badValue, "the name of an upload is empty or longer than \(NewUpload.longestName) bytes",
        cure: "Give the file a shorter name.")
    }
    guard upload.size >= 0 else {
      throw CaseFileError(
        .badValue, "an upload of \(upload.size) bytes cannot be", cure: "Give its true size.")
    }
  }
}

/// The request that uploads came with, as its sender names it.
struct UploadRequest {
  static let longestKey = 128

  let key: String
  let digest: Data

  init?(key: String?, digest: String?) throws {
    guard let key else { return nil }
    guard (1...Self.longestKey).contains(key.utf8.count),
      key.utf8.allSatisfy({ (0x21...0x7E).contains($0) })
    else {
      throw CaseFileError(
        .badValue, "the key of a request is not 1 to \(Self.longestKey) visible ASCII characters",
        cure: "Use a UUID, for example.")
    }
    guard let digest else {
      throw CaseFileError(
        .badValue, "a request with a key has no digest", cure: "Give the SHA-256 of its content.")
    }
    self.key = key
    self.digest = try PhotoDigest.bytes(digest)
  }
}

extension UploadRecord {
  init(_ row: Row) {
    self.init(
      id: row["identifier"], name: Array(row["name"] as Data),
      sha256: PhotoDigest.text(row["sha256"]), size: row["size"], exhibit: row["exhibit"],
      person: row["person"], key: row["request_key"],
      keyDigest: (row["request_digest"] as Data?).map { PhotoDigest.text($0) },
      receivedAt: row["received_at"], state: UploadState(rawValue: row["state"]) ?? .waiting,
      isKnown: row["known"] == 1, reason: row["reason"], row: row["id"])
  }
}
