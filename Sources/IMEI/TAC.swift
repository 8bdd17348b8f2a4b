/// A type allocation code: the first eight digits of an IMEI, which name a model of equipment.
public struct TAC: Hashable, Comparable, Sendable {
  /// The eight digits as a number, below 10⁸.
  public let value: UInt32

  /// A code from exactly eight ASCII digits.
  @inlinable
  public init?(_ text: some StringProtocol) {
    let parsed = Digits.withBytes(of: text) { $0.count == 8 ? Digits.value(of: $0) : nil }
    guard let parsed else { return nil }
    self.value = UInt32(parsed)
  }

  /// A code from its number; `nil` at 10⁸ and above.
  public init?(value: UInt32) {
    guard value < 100_000_000 else { return nil }
    self.value = value
  }

  /// A code known to be below 10⁸.
  @usableFromInline
  init(unchecked value: UInt32) { self.value = value }

  /// The eight digits, filled with zeros on the left.
  public var digits: String { Digits.text(UInt64(value), width: 8) }

  /// The first two digits, which name the reporting body.
  public var reportingBodyCode: String { Digits.text(UInt64(value / 1_000_000), width: 2) }

  /// The body that allocated this code.
  public var reportingBody: ReportingBody { .of(tac: self) }

  /// Order by number, which is the order of the digits.
  public static func < (left: Self, right: Self) -> Bool { left.value < right.value }
}

extension TAC: CustomStringConvertible {
  /// The eight digits.
  public var description: String { digits }
}
