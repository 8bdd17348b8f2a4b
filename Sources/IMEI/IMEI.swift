/// An International Mobile Equipment Identity as it was printed: 14 digits and, mostly, a check digit.
///
/// Structure (3GPP TS 23.003): type allocation code 8, serial number 6, check digit 1. Nothing is
/// repaired: a check digit that differs stays as printed, and ``checkDigit`` tells. Two values are
/// equal when they were printed with the same digits; compare ``key`` to compare the equipment.
public struct IMEI: Hashable, Sendable {
  /// The first 14 digits, which block lists match on.
  public let key: EquipmentKey

  /// The check digit, or ``noCheckDigit``.
  @usableFromInline let storedCheckDigit: UInt8

  @usableFromInline static let noCheckDigit: UInt8 = 0xFF

  /// An IMEI from exactly 14 or 15 ASCII digits and nothing else; see ``IdentifierInput`` for what
  /// people type.
  @inlinable
  public init?(_ text: some StringProtocol) {
    let parsed = Digits.withBytes(of: text) { IMEI(ascii: $0) }
    guard let parsed else { return nil }
    self = parsed
  }

  /// An IMEI from the bytes of exactly 14 or 15 ASCII digits; allocates nothing.
  public init?(ascii bytes: Span<UInt8>) {
    guard bytes.count == 14 || bytes.count == 15 else { return nil }
    guard let number = Digits.value(of: bytes) else { return nil }
    if bytes.count == 15 {
      self.key = EquipmentKey(unchecked: number / 10)
      self.storedCheckDigit = UInt8(truncatingIfNeeded: number % 10)
    } else {
      self.key = EquipmentKey(unchecked: number)
      self.storedCheckDigit = Self.noCheckDigit
    }
  }

  /// An IMEI from 14 or 15 digit values 0...9.
  @inlinable
  public init?(digits: some Collection<UInt8>) {
    let count = digits.count
    guard count == 14 || count == 15 else { return nil }
    var number: UInt64 = 0
    for digit in digits {
      guard digit <= 9 else { return nil }
      number = number &* 10 &+ UInt64(digit)
    }
    self.init(
      unchecked: count == 15 ? number / 10 : number,
      checkDigit: count == 15 ? UInt8(truncatingIfNeeded: number % 10) : Self.noCheckDigit)
  }

  /// An IMEI from its first 14 digits and the check digit that stood behind them, if any.
  ///
  /// - Parameter printedCheckDigit: 0...9, or `nil`; a larger value counts as `nil`.
  public init(key: EquipmentKey, printedCheckDigit: UInt8? = nil) {
    self.key = key
    self.storedCheckDigit = printedCheckDigit.flatMap { $0 <= 9 ? $0 : nil } ?? Self.noCheckDigit
  }

  @usableFromInline
  init(unchecked body: UInt64, checkDigit: UInt8) {
    self.key = EquipmentKey(unchecked: body)
    self.storedCheckDigit = checkDigit
  }

  /// The 15th digit as printed, or `nil` when 14 were.
  public var printedCheckDigit: UInt8? {
    storedCheckDigit == Self.noCheckDigit ? nil : storedCheckDigit
  }

  /// The check digit that the first 14 digits give. Derived, never to be shown as printed.
  public var computedCheckDigit: UInt8 { Luhn.checkDigit(ofBody: key.value) }

  /// How the printed check digit compares with the computed one.
  public var checkDigit: CheckDigitState {
    guard storedCheckDigit != Self.noCheckDigit else { return .absent }
    return storedCheckDigit == computedCheckDigit ? .agrees : .differs
  }

  /// Whether a differing 15th digit may be the spare 0 of signalling instead of a misread one.
  ///
  /// The MAP specification sends 0 in that place when no software version is given.
  public var mayEndInSpareZero: Bool { storedCheckDigit == 0 && checkDigit == .differs }

  /// The type allocation code: the first eight digits.
  public var tac: TAC { key.tac }

  /// Digits 9 to 14, given by the maker within the type.
  public var serialNumber: String { Digits.text(key.value % 1_000_000, width: 6) }

  /// The body that allocated the type allocation code.
  public var reportingBody: ReportingBody { .of(tac: tac) }

  /// The well-known dummy that this number is, if it is one.
  public var placeholder: Placeholder? { Placeholder.match(self) }
}
