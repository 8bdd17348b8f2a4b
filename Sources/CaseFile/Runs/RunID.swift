/// Tells one run from every other.
public struct RunID: Sendable, Hashable, CustomStringConvertible {
  /// A UUID.
  public let text: String

  /// An identifier as printed.
  public init(_ text: String) { self.text = text }

  /// As printed.
  public var description: String { text }
}
