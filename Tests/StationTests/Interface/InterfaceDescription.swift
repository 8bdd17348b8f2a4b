import Foundation
import HTTPTypes

@testable import Station

/// The description of the interface as the tests read it.
struct InterfaceDescription: @unchecked Sendable {
  /// Made once and changed no more.
  let root: [String: Any]

  static let shared = InterfaceDescription()

  init() {
    let object = try? JSONSerialization.jsonObject(with: Data(OpenAPI.document))
    root = object as? [String: Any] ?? [:]
  }

  var paths: [String: [String: Any]] { root["paths"] as? [String: [String: Any]] ?? [:] }

  /// Every operation as `GET /api/v1/photos/{}`: the names of parameters do not count.
  var operations: Set<String> {
    Set(paths.flatMap { path, item in item.keys.map { Self.name($0.uppercased(), path) } })
  }

  static func name(_ method: String, _ path: String) -> String {
    let parts = path.split(separator: "/").map { part in
      part.hasPrefix("{") || part.hasPrefix(":") ? "{}" : String(part)
    }
    return "\(method) /\(parts.joined(separator: "/"))"
  }

  /// What an answer has that the description does not let it have, or lacks; empty when it fits.
  ///
  /// - Parameter path: as in the description.
  func faults(
    in answer: StationAnswer, of method: String, _ path: String
  ) -> [String] {
    let operation = paths[path]?[method.lowercased()] as? [String: Any]
    let responses = operation?["responses"] as? [String: Any]
    guard let response = resolved(responses?["\(answer.status)"]) else {
      return ["\(method) \(path) says nothing of \(answer.status)"]
    }
    guard let content = response["content"] as? [String: Any] else {
      return answer.bytes.isEmpty ? [] : ["\(answer.status) is to have no body"]
    }
    let type = answer.headers[.contentType]?.split(separator: ";").first.map(String.init) ?? ""
    guard let media = content[type] as? [String: Any] else { return ["the type is \(type)"] }
    guard type.hasSuffix("json") else { return [] }
    let value = try? JSONSerialization.jsonObject(
      with: Data(answer.bytes), options: [.fragmentsAllowed])
    return SchemaCheck(self).faults(value ?? NSNull(), media["schema"], "")
  }

  func resolved(_ object: Any?) -> [String: Any]? {
    guard let object = object as? [String: Any] else { return nil }
    guard let reference = object["$ref"] as? String else { return object }
    var place: Any? = root
    for part in reference.split(separator: "/").dropFirst() {
      place = (place as? [String: Any])?[String(part)]
    }
    return resolved(place)
  }
}
