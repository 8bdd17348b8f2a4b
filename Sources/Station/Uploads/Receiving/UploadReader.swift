internal import CaseFile
internal import HTTPTypes
internal import Hummingbird
internal import Intake
internal import NIOCore

/// Reads the files of a request onto the disk: all that the request brings, or nothing when it breaks off.
struct UploadReader {
  private let uploads: UploadDesk
  private let limits: MultipartLimits

  init(_ uploads: UploadDesk, limits: MultipartLimits = MultipartLimits()) {
    self.uploads = uploads
    self.limits = limits
  }

  /// Reads a body that is one file.
  ///
  /// - Throws: ``Problem``, `IntakeError`, and what the connection throws when it is cut.
  func single(
    _ request: Request, name: [UInt8], exhibits: UploadExhibits
  ) async throws -> ReceivedUploads {
    let length = request.headers[.contentLength].flatMap { Int($0) }
    var file = FileInHand(name: name, exhibits: exhibits, receiver: uploads.receiver())
    do {
      try request.requireLength(
        atMost: uploads.maximumFileBytes,
        or: Self.tooLarge(.tooLarge(maximumBytes: uploads.maximumFileBytes)))
      for try await buffer in request.body {
        try await file.receiver.append(buffer.readableBytesView)
        // Nothing of what is left could be taken.
        if file.receiver.size > uploads.maximumFileBytes { break }
      }
      // A body that ends early may look like one that is whole.
      if let length, file.receiver.size < length { throw Self.cut }
      var received = ReceivedUploads()
      try await file.finish(into: &received)
      return received
    } catch {
      await file.receiver.discard()
      throw error
    }
  }

  /// Reads a body of several files with fields between them.
  ///
  /// - Throws: ``Problem``, `IntakeError`, and what the connection throws when it is cut.
  func multipart(
    _ request: Request, boundary: [UInt8], exhibits: UploadExhibits
  ) async throws -> ReceivedUploads {
    try request.requireLength(atMost: limits.bodyBytes, or: Problem(MultipartError.tooLong(limits)))
    var parser = MultipartParser(boundary: boundary, limits: limits)
    var form = FormInHand(exhibits: exhibits)
    do {
      for try await buffer in request.body {
        try parser.append(buffer.readableBytesView)
        while let event = try parser.next() { try await form.take(event, uploads) }
      }
      try parser.finish()
      return form.received
    } catch {
      await form.file?.receiver.discard()
      guard let error = error as? MultipartError else { throw error }
      throw Problem(error)
    }
  }

  static func tooLarge(_ refusal: UploadRefusal) -> Problem {
    Problem(.contentTooLarge, "fileTooLarge", refusal.reason, cure: refusal.cure)
  }

  private static let cut = Problem(
    .badRequest, "bodyCut", "The body ends before its Content-Length.", cure: "Send it again.")
}

/// A file between its first byte and its last.
private struct FileInHand {
  let name: [UInt8]
  let exhibits: UploadExhibits
  var receiver: UploadReceiver

  /// Sorts the file by what became of it.
  mutating func finish(into received: inout ReceivedUploads) async throws {
    do {
      guard name.count <= NewUpload.longestName else { throw UploadRefusal.nameTooLong }
      let exhibit = try exhibits.exhibit(of: name)
      switch try await receiver.finish() {
      case .refused(let refusal): throw refusal
      case .kept(let draft):
        let upload = NewUpload(
          name: name.isEmpty ? Array("unnamed".utf8) : name, sha256: draft.sha256,
          size: Int64(draft.size), exhibit: exhibit?.text,
          exhibitSource: exhibit?.source ?? .person)
        received.kept.append((upload, draft))
      }
    } catch let refusal as UploadRefusal {
      await receiver.discard()
      received.refused.append(RefusedUpload(name: name, size: receiver.size, refusal: refusal))
    }
  }
}

/// A form between its first part and its last.
private struct FormInHand {
  var exhibits: UploadExhibits
  var received = ReceivedUploads()
  var file: FileInHand?
  private var field: (name: String, bytes: [UInt8])?

  init(exhibits: UploadExhibits) {
    self.exhibits = exhibits
  }

  mutating func take(_ event: MultipartParser.Event, _ uploads: UploadDesk) async throws {
    switch event {
    case .part(let part) where part.isFile:
      file = FileInHand(
        name: part.fileName ?? [], exhibits: exhibits, receiver: uploads.receiver())
    case .part(let part): field = (part.name, [])
    case .bytes(let bytes):
      if file != nil { try await file?.receiver.append(bytes) }
      field?.bytes.append(contentsOf: bytes)
    case .partEnd:
      // A form in which nothing was chosen sends a file without name and without bytes.
      if let file, !file.name.isEmpty || file.receiver.size > 0 { try await finish() }
      if let field, field.name == "exhibit" {
        exhibits.say(String(decoding: field.bytes, as: UTF8.self))
      }
      file = nil
      field = nil
    }
  }

  private mutating func finish() async throws {
    try await file?.finish(into: &received)
  }
}

extension Problem {
  /// The problem of a body that cannot be taken apart.
  init(_ error: MultipartError) {
    let status: HTTPResponse.Status =
      switch error.code {
      case .tooManyFiles, .tooManyFields, .fieldTooLong, .bodyTooLong: .contentTooLarge
      case .badBoundary, .malformed, .truncated, .headersTooLong: .badRequest
      }
    self.init(status, error.code.rawValue, error.message, cure: error.cure)
  }
}

extension HTTPResponse.Status {
  /// RFC 4918: there is no room to keep what was sent.
  static var insufficientStorage: Self { Self(code: 507, reasonPhrase: "Insufficient Storage") }
}
