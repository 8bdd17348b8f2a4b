internal import HTTPTypes
internal import Hummingbird
internal import NIOCore

extension Request {
  /// Refuses a body that is too long by its own account, before any of it is waited for.
  ///
  /// - Throws: `refusal`, or a ``Problem`` 413 of its own.
  func requireLength(atMost limit: Int, or refusal: Problem? = nil) throws(Problem) {
    guard let length = headers[.contentLength].flatMap({ UInt64($0) }), length > UInt64(limit)
    else { return }
    throw refusal ?? Self.tooLong(limit)
  }

  /// The whole body.
  ///
  /// - Parameter limit: the most bytes that are taken; no more are waited for.
  /// - Throws: ``Problem`` 413 for a longer one, and what the connection throws when it is cut.
  func collected(upTo limit: Int) async throws -> ByteBuffer {
    try requireLength(atMost: limit)
    do {
      return try await body.collect(upTo: limit)
    } catch is NIOTooManyBytesError {
      throw Self.tooLong(limit)
    }
  }

  private static func tooLong(_ limit: Int) -> Problem {
    Problem(
      .contentTooLarge, "bodyTooLarge", "The body is longer than \(limit) bytes.",
      cure: "Send less at a time.")
  }
}
