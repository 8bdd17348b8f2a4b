internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import NIOCore

/// Answers and questions in JSON: keys sorted, so that the same answer is the same bytes.
enum JSONAnswer {
  /// An answer.
  ///
  /// - Throws: `EncodingError`.
  static func response(
    _ value: some Encodable, status: HTTPResponse.Status = .ok, type: String = "application/json",
    headers: HTTPFields = [:]
  ) throws -> Response {
    var headers = headers
    headers[.contentType] = type
    return Response(
      status: status, headers: headers,
      body: ResponseBody(byteBuffer: ByteBuffer(bytes: try data(value))))
  }

  /// The JSON text of a value.
  ///
  /// - Throws: `EncodingError`.
  static func data(_ value: some Encodable) throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return Array(try encoder.encode(value))
  }

  /// The value in a request's body.
  ///
  /// - Parameter limit: the most bytes that are read.
  /// - Throws: ``Problem``: 413 for a longer body, 400 for one that is no such value.
  static func decode<Value: Decodable>(
    _ type: Value.Type, from request: Request, limit: Int = 1 << 20
  ) async throws -> Value {
    let buffer = try await request.collected(upTo: limit)
    do {
      return try JSONDecoder().decode(type, from: Data(buffer.readableBytesView))
    } catch {
      throw Problem(
        .badRequest, "badJSON", "The body is not the JSON that is expected here.",
        cure: "See /api/v1/openapi.json for what it has to be.")
    }
  }
}
