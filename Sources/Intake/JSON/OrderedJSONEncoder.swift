/// Encodes values as one line of JSON whose keys stand in the order in which the value wrote them.
///
/// Foundation's `JSONEncoder` changes the key order from run to run on Linux; a result that must be
/// the same byte for byte cannot use it. Numbers that are not finite are refused.
public struct OrderedJSONEncoder: Sendable {
  /// Makes an encoder; it holds no state.
  public init() {}

  /// The JSON of `value` without a line end.
  ///
  /// - Throws: `EncodingError` for a number that is not finite, or what the value's own
  ///   `encode(to:)` throws.
  public func encode(_ value: some Encodable) throws -> [UInt8] {
    let node = try JSONNode.of(value, codingPath: [])
    var bytes: [UInt8] = []
    bytes.reserveCapacity(1024)
    node.write(to: &bytes)
    return bytes
  }

  /// The JSON of `value` followed by one line feed: one line of NDJSON.
  public func line(_ value: some Encodable) throws -> [UInt8] {
    var bytes = try encode(value)
    bytes.append(UInt8(ascii: "\n"))
    return bytes
  }
}

/// One JSON value under construction; a class because containers are filled after they are handed out.
final class JSONNode {
  private enum Content {
    case empty
    case scalar([UInt8])
    case array([JSONNode])
    case object([(key: String, value: JSONNode)])
  }

  private var content = Content.empty

  var count: Int {
    switch content {
    case .array(let elements): elements.count
    case .object(let members): members.count
    case .empty, .scalar: 0
    }
  }

  func becomeArray() {
    if case .empty = content { content = .array([]) }
  }

  func becomeObject() {
    if case .empty = content { content = .object([]) }
  }

  func append(_ node: JSONNode) {
    guard case .array(var elements) = content else { return }
    content = .empty
    elements.append(node)
    content = .array(elements)
  }

  /// Adds a member; a key written twice keeps its first place and takes the later value.
  func set(_ node: JSONNode, for key: String) {
    guard case .object(var members) = content else { return }
    content = .empty
    if let index = members.firstIndex(where: { $0.key == key }) {
      members[index].value = node
    } else {
      members.append((key, node))
    }
    content = .object(members)
  }

  func setScalar(_ bytes: [UInt8]) {
    content = .scalar(bytes)
  }

  func take(_ other: JSONNode) {
    content = other.content
  }

  func write(to bytes: inout [UInt8]) {
    switch content {
    case .empty:
      bytes.append(contentsOf: "{}".utf8)
    case .scalar(let text):
      bytes.append(contentsOf: text)
    case .array(let elements):
      bytes.append(UInt8(ascii: "["))
      for (index, element) in elements.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        element.write(to: &bytes)
      }
      bytes.append(UInt8(ascii: "]"))
    case .object(let members):
      bytes.append(UInt8(ascii: "{"))
      for (index, member) in members.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        JSONText.appendString(member.key, to: &bytes)
        bytes.append(UInt8(ascii: ":"))
        member.value.write(to: &bytes)
      }
      bytes.append(UInt8(ascii: "}"))
    }
  }

  static func null() -> JSONNode {
    let node = JSONNode()
    node.setScalar(Array("null".utf8))
    return node
  }

  static func of(_ value: some Encodable, codingPath: [any CodingKey]) throws -> JSONNode {
    let node = JSONNode()
    var text: [UInt8] = []
    switch value {
    case let string as String: JSONText.appendString(string, to: &text)
    case let flag as Bool: text = Array((flag ? "true" : "false").utf8)
    case let integer as any FixedWidthInteger: text = Array(String(describing: integer).utf8)
    case let number as any BinaryFloatingPoint:
      guard JSONText.appendNumber(Double(number), to: &text) else {
        throw EncodingError.invalidValue(
          value, .init(codingPath: codingPath, debugDescription: "The number is not finite."))
      }
    default:
      try value.encode(to: JSONNodeEncoder(node: node, codingPath: codingPath))
      return node
    }
    node.setScalar(text)
    return node
  }
}
