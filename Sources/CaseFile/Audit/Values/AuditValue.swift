/// A value of canonical JSON: the one form of RFC 8785 for integers, so that equal values are equal bytes.
///
/// There is no floating point: its text differs between programs. Keys are sorted by their UTF-16 code
/// units, there are no spaces, and text is UTF-8 with only quotation mark, backslash and the control
/// characters below U+0020 escaped.
public enum AuditValue: Sendable, Hashable {
  /// Text of any characters.
  case text(String)
  /// A whole number.
  case integer(Int64)
  /// True or false.
  case boolean(Bool)
  /// No value.
  case null
  /// Values in their order.
  case list([AuditValue])
  /// Values by name.
  case object([String: AuditValue])

  /// How deep lists and objects may lie in one another, for writing and reading.
  static let depthLimit = 32

  /// A whole number.
  public static func count(_ number: Int) -> AuditValue { .integer(Int64(number)) }

  /// Text, or null when there is none.
  public static func optional(_ text: String?) -> AuditValue { text.map(AuditValue.text) ?? .null }

  /// Text in a list.
  public static func texts(_ texts: some Sequence<String>) -> AuditValue {
    .list(texts.map(AuditValue.text))
  }

  /// How many lists and objects lie in one another; a plain value has none.
  var depth: Int {
    switch self {
    case .text, .integer, .boolean, .null: 0
    case .list(let values): 1 + (values.map(\.depth).max() ?? 0)
    case .object(let values): 1 + (values.values.map(\.depth).max() ?? 0)
    }
  }
}

extension AuditValue: ExpressibleByStringInterpolation, ExpressibleByIntegerLiteral,
  ExpressibleByBooleanLiteral
{
  /// Text.
  public init(stringLiteral value: String) { self = .text(value) }

  /// A whole number.
  public init(integerLiteral value: Int64) { self = .integer(value) }

  /// True or false.
  public init(booleanLiteral value: Bool) { self = .boolean(value) }
}
