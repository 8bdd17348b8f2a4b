/// An IMEI with a software version in place of the check digit: 16 digits (3GPP TS 23.003).
public struct IMEISV: Hashable, Sendable {
  /// The equipment; its check digit is absent.
  public let imei: IMEI

  /// The last two digits as a number 0...99.
  @usableFromInline let version: UInt8

  /// An IMEISV from exactly 16 ASCII digits.
  @inlinable
  public init?(_ text: some StringProtocol) {
    let parsed = Digits.withBytes(of: text) { IMEISV(ascii: $0) }
    guard let parsed else { return nil }
    self = parsed
  }

  /// An IMEISV from the bytes of exactly 16 ASCII digits; allocates nothing.
  public init?(ascii bytes: Span<UInt8>) {
    guard bytes.count == 16, let number = Digits.value(of: bytes) else { return nil }
    self.init(unchecked: number)
  }

  /// An IMEISV known to be below 10¹⁶.
  init(unchecked number: UInt64) {
    self.imei = IMEI(unchecked: number / 100, checkDigit: IMEI.noCheckDigit)
    self.version = UInt8(truncatingIfNeeded: number % 100)
  }

  /// The software version: two digits.
  public var softwareVersion: String { Digits.text(UInt64(version), width: 2) }

  /// Whether the software version is 99, which TS 23.003 reserves.
  public var isVersionReserved: Bool { version == 99 }

  /// Whether the 16th digit is 0, which is also what a spreadsheet writes there once it has treated
  /// the number as a number and kept 15 digits of it. The equipment is not touched by that.
  public var mayHaveLostLastDigit: Bool { version % 10 == 0 }

  /// All 16 digits.
  public var digits: String { imei.key.digits + softwareVersion }

  /// The digits in groups: `AA-BBBBBB-CCCCCC-VV`.
  public var formatted: String { "\(DigitGroups.format(imei.key))-\(softwareVersion)" }
}

extension IMEISV: CustomStringConvertible {
  /// All 16 digits.
  public var description: String { digits }
}
