import Foundation

/// The few keywords of JSON Schema that the kit's schema uses; an unknown keyword is a finding.
struct JSONSchemaValidator {
  private static let annotations: Set<String> = ["$schema", "title", "description", "$defs"]
  let root: [String: Any]

  init(schema: Data) throws {
    root = try unwrap(JSONSerialization.jsonObject(with: schema) as? [String: Any])
  }

  func findings(in document: [UInt8]) throws -> [String] {
    let value = try JSONSerialization.jsonObject(with: Data(document), options: .fragmentsAllowed)
    return check(value, against: root, at: "$")
  }

  private func check(_ value: Any, against schema: [String: Any], at place: String) -> [String] {
    schema.keys.sorted().flatMap { keyword -> [String] in
      let wanted = schema[keyword] ?? NSNull()
      switch keyword {
      case _ where Self.annotations.contains(keyword): return []
      case "type": return checkType(value, wanted, place)
      case "const": return equal(value, wanted) ? [] : ["\(place): is not \(wanted)"]
      case "enum":
        let values = wanted as? [Any] ?? []
        return values.contains { equal($0, value) } ? [] : ["\(place): \(value) is not in the enum"]
      case "$ref":
        guard let name = (wanted as? String)?.split(separator: "/").last.map(String.init),
          let target = (root["$defs"] as? [String: Any])?[name] as? [String: Any]
        else { return ["\(place): unknown reference \(wanted)"] }
        return check(value, against: target, at: place)
      case "anyOf":
        let options = (wanted as? [[String: Any]] ?? []).map {
          check(value, against: $0, at: place)
        }
        return options.contains([]) ? [] : ["\(place): fits none of anyOf"] + options.joined()
      case "required":
        guard let object = value as? [String: Any] else { return [] }
        return (wanted as? [String] ?? []).filter { object[$0] == nil }
          .map { "\(place).\($0): is missing" }
      case "properties":
        guard let object = value as? [String: Any] else { return [] }
        let properties = wanted as? [String: [String: Any]] ?? [:]
        return properties.keys.sorted().flatMap { key in
          object[key].map { check($0, against: properties[key] ?? [:], at: "\(place).\(key)") }
            ?? []
        }
      case "additionalProperties":
        guard let object = value as? [String: Any], wanted as? Bool == false else { return [] }
        let known = Set((schema["properties"] as? [String: Any] ?? [:]).keys)
        return object.keys.filter { !known.contains($0) }.sorted().map { "\(place).\($0): unknown" }
      case "items":
        guard let array = value as? [Any], let item = wanted as? [String: Any] else { return [] }
        return array.enumerated().flatMap { check($1, against: item, at: "\(place)[\($0)]") }
      case "minItems": return bound((value as? [Any])?.count, atLeast: wanted, place)
      case "maxItems": return bound((value as? [Any])?.count, atMost: wanted, place)
      case "minLength": return bound((value as? String)?.count, atLeast: wanted, place)
      case "maxLength": return bound((value as? String)?.count, atMost: wanted, place)
      case "minimum": return bound(number(value), atLeast: wanted, place)
      case "maximum": return bound(number(value), atMost: wanted, place)
      default: return ["\(place): the validator does not know “\(keyword)”"]
      }
    }
  }

  private func checkType(_ value: Any, _ wanted: Any, _ place: String) -> [String] {
    let names = wanted as? [String] ?? [wanted as? String ?? ""]
    return names.contains { isType(value, $0) }
      ? [] : ["\(place): \(value) is not of type \(names)"]
  }

  private func isType(_ value: Any, _ name: String) -> Bool {
    switch name {
    case "null": value is NSNull
    case "string": value is String
    case "object": value is [String: Any]
    case "array": value is [Any]
    case "number": number(value) != nil
    case "integer": number(value).map { $0.rounded() == $0 } ?? false
    case "boolean": value is Bool
    default: false
    }
  }

  private func number(_ value: Any) -> Double? {
    (value as? NSNumber)?.doubleValue
  }

  private func equal(_ one: Any, _ other: Any) -> Bool {
    (one as? NSObject).map { $0.isEqual(other) } ?? (one as? String == other as? String)
  }

  private func bound<N: BinaryFloatingPoint>(
    _ value: N?, atLeast limit: Any, _ place: String
  ) -> [String] {
    guard let value, let limit = number(limit), Double(value) < limit else { return [] }
    return ["\(place): \(value) is below \(limit)"]
  }

  private func bound<N: BinaryFloatingPoint>(
    _ value: N?, atMost limit: Any, _ place: String
  ) -> [String] {
    guard let value, let limit = number(limit), Double(value) > limit else { return [] }
    return ["\(place): \(value) is above \(limit)"]
  }

  private func bound(_ value: Int?, atLeast limit: Any, _ place: String) -> [String] {
    bound(value.map(Double.init), atLeast: limit, place)
  }

  private func bound(_ value: Int?, atMost limit: Any, _ place: String) -> [String] {
    bound(value.map(Double.init), atMost: limit, place)
  }
}

struct SchemaUnreadable: Error {}

private func unwrap<Value>(_ value: Value?) throws -> Value {
  guard let value else { throw SchemaUnreadable() }
  return value
}
