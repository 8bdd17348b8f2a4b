/// The first 14 digits of an IMEI: the thing that block lists match on.
///
/// The check digit is not transmitted (3GPP TS 22.016 §3), so lists hold 14, 15 or 16 digits for the
/// same equipment and agree only on these. Eight bytes, ordered as the digits are.
public struct EquipmentKey: Hashable, Comparable, Sendable {
  /// The 14 digits as a number, below 10¹⁴.
  public let value: UInt64

  /// One more than the largest key.
  public static let limit: UInt64 = 100_000_000_000_000

  /// A key from its number; `nil` at 10¹⁴ and above.
  @inlinable
  public init?(_ value: UInt64) {
    guard value < Self.limit else { return nil }
    self.value = value
  }

  /// A key known to be below the limit.
  @usableFromInline
  init(unchecked value: UInt64) { self.value = value }

  /// A key from exactly 14 ASCII digits.
  @inlinable
  public init?(digits text: some StringProtocol) {
    let parsed = Digits.withBytes(of: text) { $0.count == 14 ? Digits.value(of: $0) : nil }
    guard let parsed else { return nil }
    self.value = parsed
  }

  /// The 14 digits, filled with zeros on the left.
  public var digits: String { Digits.text(value, width: 14) }

  /// The type allocation code: the first eight digits.
  public var tac: TAC { TAC(unchecked: UInt32(value / 1_000_000)) }

  /// Order by number, which is the order of the digits.
  @inlinable
  public static func < (left: Self, right: Self) -> Bool { left.value < right.value }
}

extension EquipmentKey: CustomStringConvertible {
  /// The 14 digits.
  public var description: String { digits }
}
