internal import Foundation
internal import HTTPTypes
internal import Hummingbird

/// Objects that clients send: a member that is not known is refused rather than passed over, since a
/// mistyped one would otherwise change nothing in silence.
protocol RequestObject: Decodable, Sendable {
  /// The names of the members.
  static var members: Set<String> { get }
  /// The members that are one line of text as somebody typed it, with the most characters of each.
  static var lines: [String: Int] { get }
}

extension RequestObject {
  static var lines: [String: Int] { [:] }
}

/// Reads what a request brings.
enum RequestBody {
  /// The most bytes of a body when nothing else is said.
  static let usualLimit = 65_536

  /// The object in a request's body.
  ///
  /// - Parameter emptyText: what an empty body stands for; nil when there has to be one.
  /// - Throws: ``Problem``: 400, 413, 415.
  static func decode<Value: RequestObject>(
    _ type: Value.Type, from request: Request, limit: Int = usualLimit, emptyText: String? = nil
  ) async throws -> Value {
    let bytes = Array(try await request.collected(upTo: limit).readableBytesView)
    if bytes.isEmpty, let emptyText {
      return try decode(type, from: Data(emptyText.utf8))
    }
    guard isJSON(request.headers[.contentType]) else {
      throw Problem(
        .unsupportedMediaType, "notJSON", "The body is not declared as application/json.",
        cure: "Send it with Content-Type: application/json.")
    }
    return try decode(type, from: Data(bytes))
  }

  /// Whether a content type is JSON; parameters and case do not count.
  private static func isJSON(_ type: String?) -> Bool {
    guard let essence = type?.split(separator: ";").first else { return false }
    return essence.trimmingCharacters(in: .whitespaces).lowercased() == "application/json"
  }

  private static func decode<Value: RequestObject>(
    _ type: Value.Type, from data: Data
  ) throws -> Value {
    do {
      return try JSONDecoder().decode(StrictObject<Value>.self, from: data).value
    } catch let error as UnknownMember {
      throw Problem(
        .badRequest, "unknownMember", "The body has a member “\(error.name.visible(limit: 80))”.",
        cure: "Known here: \(Value.members.sorted().joined(separator: ", ")).")
    } catch let problem as Problem {
      throw problem
    } catch {
      throw Problem(
        .badRequest, "badJSON",
        "The body is not the JSON that is expected here\(place(of: error)).",
        cure: "See /api/v1/openapi.json for what it has to be.")
    }
  }

  /// Where in the body it went wrong, in a clause.
  private static func place(of error: any Error) -> String {
    let path: [any CodingKey]
    switch error {
    case DecodingError.keyNotFound(let key, let context): path = context.codingPath + [key]
    case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context),
      DecodingError.dataCorrupted(let context):
      path = context.codingPath
    default: path = []
    }
    guard !path.isEmpty else { return "" }
    let names = path.prefix(8).map { $0.intValue.map(String.init) ?? $0.stringValue }
    return ": look at “\(names.joined(separator: ".").visible(limit: 120))”"
  }
}

/// A member that the object does not have.
private struct UnknownMember: Error {
  let name: String
}

/// An object whose members are all known.
private struct StrictObject<Value: RequestObject>: Decodable {
  let value: Value

  private struct Name: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }

    init?(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  init(from decoder: any Decoder) throws {
    let object = try decoder.container(keyedBy: Name.self)
    let names = object.allKeys.map(\.stringValue)
    if let other = names.sorted().first(where: { !Value.members.contains($0) }) {
      throw UnknownMember(name: other)
    }
    for (member, limit) in Value.lines.sorted(by: { $0.key < $1.key }) {
      guard let name = Name(stringValue: member),
        let text = try object.decodeIfPresent(String.self, forKey: name)
      else { continue }
      try Self.check(text, of: member, limit: limit)
    }
    value = try Value(from: decoder)
  }

  /// The case leaves out blanks and line breaks around a text. The interface is stricter than that, so that
  /// its description can say what is taken in patterns that others can follow.
  private static func check(_ text: String, of member: String, limit: Int) throws(Problem) {
    guard text.unicodeScalars.count <= limit else {
      throw Problem.member(
        member, "is longer than \(limit) characters", cure: "Shorten it, blanks around it included."
      )
    }
    guard !text.hasControls else {
      throw Problem.member(
        member, "holds line breaks or other control characters", cure: "Send it without them.")
    }
  }
}
