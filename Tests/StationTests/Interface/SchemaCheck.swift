import Foundation

/// Compares a value with a schema, as far as the description uses schemas.
struct SchemaCheck {
  private let description: InterfaceDescription

  init(_ description: InterfaceDescription) {
    self.description = description
  }

  /// What does not fit, each with its place.
  func faults(_ value: Any, _ schema: Any?, _ place: String) -> [String] {
    guard let schema = description.resolved(schema) else { return ["\(place): no schema"] }
    for key in ["anyOf", "oneOf"] {
      guard let choices = schema[key] as? [Any] else { continue }
      let found = choices.map { faults(value, $0, place) }
      return found.contains(where: \.isEmpty) ? [] : found.first ?? []
    }
    if let all = schema["allOf"] as? [Any] {
      return all.flatMap { faults(value, $0, place) }
    }
    let types = (schema["type"] as? [String]) ?? (schema["type"] as? String).map { [$0] } ?? []
    guard types.isEmpty || types.contains(where: { Self.isOf($0, value) }) else {
      return ["\(place): \(value) is no \(types)"]
    }
    if value is NSNull { return [] }
    if let allowed = schema["enum"] as? [Any],
      !allowed.contains(where: { ($0 as? String) == (value as? String) })
    {
      return ["\(place): \(value) is none of \(allowed)"]
    }
    if let pattern = schema["pattern"] as? String, let text = value as? String,
      text.range(of: pattern, options: .regularExpression) == nil
    {
      return ["\(place): “\(text)” is not \(pattern)"]
    }
    if let object = value as? [String: Any] { return faults(object, schema, place) }
    if let list = value as? [Any], let items = schema["items"] {
      return list.enumerated().flatMap { faults($1, items, "\(place)/\($0)") }
    }
    return []
  }

  private func faults(
    _ object: [String: Any], _ schema: [String: Any], _ place: String
  ) -> [String] {
    let properties = schema["properties"] as? [String: Any] ?? [:]
    var found: [String] = []
    for name in schema["required"] as? [String] ?? [] where object[name] == nil {
      found.append("\(place)/\(name) is missing")
    }
    for (name, value) in object {
      if let property = properties[name] {
        found += faults(value, property, "\(place)/\(name)")
      } else if schema["additionalProperties"] as? Bool == false {
        found.append("\(place)/\(name) is not described")
      }
    }
    return found
  }

  private static func isOf(_ type: String, _ value: Any) -> Bool {
    switch type {
    case "null": return value is NSNull
    case "string": return value is String
    case "array": return value is [Any]
    case "object": return value is [String: Any]
    case "boolean": return isBoolean(value)
    case "integer":
      guard let number = value as? NSNumber, !isBoolean(value) else { return false }
      return number.doubleValue.rounded() == number.doubleValue
    case "number": return value is NSNumber && !isBoolean(value)
    default: return false
    }
  }

  /// Foundation reads `true` as a number too.
  private static func isBoolean(_ value: Any) -> Bool {
    guard let number = value as? NSNumber else { return false }
    return String(cString: number.objCType) == "c"
  }
}
