/// The named fields of an object, each to be asked for once; one that nobody asked for is a fault.
struct AuditFields {
  private var values: [String: AuditValue]

  init(_ value: AuditValue) throws(CanonicalFault) {
    guard case .object(let values) = value else {
      throw CanonicalFault(reason: "it is no object", position: 0)
    }
    self.values = values
  }

  func fault(_ reason: String) -> CanonicalFault { CanonicalFault(reason: reason, position: 0) }

  mutating func text(_ name: String) throws(CanonicalFault) -> String {
    guard case .text(let text)? = values.removeValue(forKey: name) else {
      throw fault("\(name) is missing or no text")
    }
    return text
  }

  mutating func optionalText(_ name: String) throws(CanonicalFault) -> String? {
    switch values.removeValue(forKey: name) {
    case .text(let text): return text
    case .null: return nil
    default: throw fault("\(name) is missing or no text")
    }
  }

  mutating func integer(_ name: String) throws(CanonicalFault) -> Int64 {
    guard case .integer(let number)? = values.removeValue(forKey: name) else {
      throw fault("\(name) is missing or no number")
    }
    return number
  }

  mutating func object(_ name: String) throws(CanonicalFault) -> [String: AuditValue] {
    guard case .object(let object)? = values.removeValue(forKey: name) else {
      throw fault("\(name) is missing or no object")
    }
    return object
  }

  func end() throws(CanonicalFault) {
    guard values.isEmpty else { throw fault("it has a field that does not belong there") }
  }
}
