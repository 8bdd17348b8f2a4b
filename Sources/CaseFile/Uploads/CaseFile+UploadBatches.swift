/// One request that brought files, whose bytes are kept.
public struct UploadBatch: Sendable, Hashable {
  /// The files.
  public var uploads: [NewUpload]
  /// The sender's key of the request, 1 to 128 visible ASCII characters.
  public var key: String?
  /// SHA-256 of the whole request, 64 small hexadecimal digits; needed with a key.
  public var keyDigest: String?
  /// Who sent them.
  public var person: String

  /// A request.
  public init(
    _ uploads: [NewUpload], key: String? = nil, keyDigest: String? = nil, person: String
  ) {
    self.uploads = uploads
    self.key = key
    self.keyDigest = keyDigest
    self.person = person
  }
}

extension CaseFile {
  /// Records requests that came at about the same time, in one transaction, so that many senders wait for one
  /// synchronisation of the disk rather than for one each.
  ///
  /// Each is recorded as a whole or refused as a whole, as by
  /// ``recordUploads(_:key:keyDigest:person:)``; one that is refused does not touch the others.
  ///
  /// - Returns: what became of each request, in their order.
  /// - Throws: ``CaseFileError``; nothing of any request was recorded then.
  public func recordUploads(
    _ requests: [UploadBatch]
  ) throws -> [Result<[UploadRecord], CaseFileError>] {
    let drafts = try requests.map { request in
      try Self.refusable {
        (
          try request.uploads.map(UploadDraft.init),
          try UploadRequest(key: request.key, digest: request.keyDigest)
        )
      }
    }
    return try change { change in
      try zip(requests, drafts).map { batch, draft in
        switch draft {
        case .failure(let error): .failure(error)
        case .success(let (uploads, request)):
          try Self.record(uploads, request, person: batch.person, change)
        }
      }
    }.value
  }

  /// Nothing is written for a request that is refused: its key is looked up first, and what could be refused in
  /// its files was looked at before.
  private static func record(
    _ uploads: [UploadDraft], _ request: UploadRequest?, person: String, _ change: CaseChange
  ) throws -> Result<[UploadRecord], CaseFileError> {
    if let request {
      let known = try refusable { try answered(request, person: person, change.db) }
      switch known {
      case .failure(let error): return .failure(error)
      case .success(let records?): return .success(records)
      case .success(nil): break
      }
    }
    return .success(try uploads.map { try receive($0, request, person: person, change) })
  }

  /// An error of a request itself as its result; others end the whole change.
  private static func refusable<Value>(
    _ body: () throws -> Value
  ) throws -> Result<Value, CaseFileError> {
    do {
      return .success(try body())
    } catch let error as CaseFileError {
      return .failure(error)
    }
  }
}
