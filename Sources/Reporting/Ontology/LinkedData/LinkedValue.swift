/// A value in JSON-LD.
enum LinkedValue: Hashable, Sendable {
  /// An `xsd:string`.
  case text(String)
  /// An `xsd:integer`.
  case integer(Int64)
  /// An `xsd:boolean`.
  case flag(Bool)
  /// A value with its type, such as `xsd:dateTime`.
  case typed(String, String)
  /// Another node of the file.
  case reference(NodeID)
  /// A node in place.
  case node(LinkedNode)
  /// Several; their order says nothing.
  case list([LinkedValue])

  /// A time.
  static func time(_ text: String) -> LinkedValue { .typed("xsd:dateTime", text) }

  /// Several nodes of the file.
  static func references(_ nodes: [NodeID]) -> LinkedValue { .list(nodes.map { .reference($0) }) }
}

/// A thing with its type and what is said of it.
struct LinkedNode: Hashable, Sendable {
  /// Its name.
  let identifier: NodeID
  /// Its class, such as `uco-observable:File`.
  let type: String
  /// What is said of it, by property.
  private(set) var properties: [String: LinkedValue] = [:]

  init(_ identifier: NodeID, _ type: String) {
    self.identifier = identifier
    self.type = type
  }

  /// Sets a property; nothing and an empty list leave it out.
  mutating func set(_ property: String, _ value: LinkedValue?) {
    switch value {
    case nil, .list([])?: properties[property] = nil
    case let value?: properties[property] = value
    }
  }
}

extension LinkedValue: Encodable {
  private enum TypedKeys: String, CodingKey {
    case type = "@type"
    case value = "@value"
  }
  private enum ReferenceKeys: String, CodingKey { case identifier = "@id" }

  func encode(to encoder: any Encoder) throws {
    switch self {
    case .text(let text):
      var container = encoder.singleValueContainer()
      try container.encode(text)
    case .integer(let number):
      var container = encoder.singleValueContainer()
      try container.encode(number)
    case .flag(let flag):
      var container = encoder.singleValueContainer()
      try container.encode(flag)
    case .typed(let type, let text):
      var container = encoder.container(keyedBy: TypedKeys.self)
      try container.encode(type, forKey: .type)
      try container.encode(text, forKey: .value)
    case .reference(let node):
      var container = encoder.container(keyedBy: ReferenceKeys.self)
      try container.encode(node.compact, forKey: .identifier)
    case .node(let node): try node.encode(to: encoder)
    case .list(let values):
      var container = encoder.unkeyedContainer()
      for value in values { try container.encode(value) }
    }
  }
}

extension LinkedNode: Encodable {
  private struct Key: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }

    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  /// Writes the properties by name, so that equal nodes have equal bytes.
  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(identifier.compact, forKey: Key(stringValue: "@id"))
    try container.encode(type, forKey: Key(stringValue: "@type"))
    for property in properties.keys.sorted() {
      try container.encodeIfPresent(properties[property], forKey: Key(stringValue: property))
    }
  }
}
