import Foundation
import HTTPTypes

@testable import Station

/// Somebody who asks the station, with what is sent along each time.
struct StationVisitor: Sendable {
  let station: StationFixture
  /// How the case names the person.
  let person: String
  /// Cookie or token, and `Origin`.
  var headers: HTTPFields

  func get(_ path: String, _ more: HTTPFields = [:]) async throws -> StationAnswer {
    try await send(.get, path, more)
  }

  /// Sends an object as JSON.
  func post(_ path: String, json: Any) async throws -> StationAnswer {
    try await send(
      .post, path, [.contentType: "application/json"],
      Array(try JSONSerialization.data(withJSONObject: json)))
  }

  func send(
    _ method: HTTPRequest.Method, _ path: String, _ more: HTTPFields = [:], _ body: [UInt8] = []
  ) async throws -> StationAnswer {
    var headers = headers
    for field in more { headers[field.name] = field.value }
    return try await station.ask(method, path, headers: headers, body: body)
  }
}

/// What the station answers.
struct StationAnswer: Sendable {
  let status: Int
  let headers: HTTPFields
  let bytes: [UInt8]

  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// The body as an object; empty when it is none.
  var object: [String: Any] {
    (try? JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any]) ?? [:]
  }

  /// The `items` of a list.
  var items: [[String: Any]] { object["items"] as? [[String: Any]] ?? [] }

  /// The code of a problem; nil when the answer is none.
  var problem: String? {
    guard headers[.contentType] == "application/problem+json" else { return nil }
    return (object["type"] as? String)?.split(separator: ":").last.map(String.init)
  }
}
