/// Reads what people type and what lists hold: one identifier in a text of its own.
///
/// Separators (space, `-`, `/`, `.`, `,`, tab, no-break space), quotes, a byte-order mark, a
/// spreadsheet's `'` or `="…"`, a `.0` behind the number and a caption such as `IMEI 1:` are taken
/// off. Nothing else is: what remains must be 14, 15 or 16 digits. Damage is named, not repaired.
///
/// Fourteen to sixteen plain ASCII digits, the shape of nearly every row of a list, are read straight
/// from the bytes without allocation.
public enum IdentifierInput {
  /// What a text turned out to be.
  public enum Outcome: Hashable, Sendable {
    /// 14 or 15 digits. The check digit and the reporting body are still to be looked at.
    case imei(IMEI)
    /// 16 digits: an IMEI with a software version in place of the check digit.
    case imeisv(IMEISV)
    /// Neither, and why.
    case refused(InputRefusal)

    /// The number that block lists are asked about, if there is one.
    public var imei: IMEI? {
      switch self {
      case .imei(let imei): imei
      case .imeisv(let imeisv): imeisv.imei
      case .refused: nil
      }
    }
  }

  /// The longest text looked at, in bytes; a longer one is refused unread.
  public static let maximumLength = 512

  /// Reads one identifier.
  @inlinable
  public static func parse(_ text: some StringProtocol) -> Outcome {
    Digits.withBytes(of: text) { parse(utf8: $0) }
  }

  /// Reads one identifier from the UTF-8 bytes of a field.
  public static func parse(utf8 bytes: Span<UInt8>) -> Outcome {
    if (14...16).contains(bytes.count), let number = Digits.value(of: bytes) {
      return outcome(of: number, count: bytes.count)
    }
    guard bytes.count <= maximumLength else { return .refused(.unreadablyLong(bytes.count)) }
    if let outcome = groupedDigits(bytes) { return outcome }
    return readField(bytes)
  }

  /// Reads `"35-693803-564380-9"` and the like without allocation: ASCII digits in groups parted by one
  /// space or hyphen, with quotes and space around. Any other sign, and any group that is a number of
  /// its own, is left to the slow path; both give the same answer where both apply.
  private static func groupedDigits(_ bytes: Span<UInt8>) -> Outcome? {
    var first = 0
    var end = bytes.count
    while first < end, isWrapping(bytes[first]) { first += 1 }
    while end > first, isWrapping(bytes[end - 1]) { end -= 1 }
    guard (14...24).contains(end - first) else { return nil }
    var number: UInt64 = 0
    var count = 0
    var group = 0
    for index in first..<end {
      let byte = bytes[index]
      let digit = byte &- 0x30
      if digit <= 9 {
        count += 1
        group += 1
        guard count <= 16, group < 14 || group == count else { return nil }
        number = number &* 10 &+ UInt64(digit)
      } else {
        guard byte == 0x20 || byte == 0x2D, (1..<14).contains(group), index + 1 < end else {
          return nil
        }
        group = 0
      }
    }
    guard (14...16).contains(count), group > 0 else { return nil }
    return outcome(of: number, count: count)
  }

  /// Space, tab, line ends and straight quotes.
  private static func isWrapping(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x22 || byte == 0x27 || byte == 0x09 || byte == 0x0D || byte == 0x0A
  }

  /// Reads anything else, step by step.
  static func readField(_ bytes: Span<UInt8>) -> Outcome {
    var copy: [UInt8] = []
    copy.reserveCapacity(bytes.count)
    for index in bytes.indices { copy.append(bytes[index]) }
    var field = InputField(Array(String(decoding: copy, as: UTF8.self).unicodeScalars))
    return field.read()
  }

  /// Judges 14, 15 or 16 digits that stood there as a number of their own.
  static func outcome(of number: UInt64, count: Int) -> Outcome {
    switch count {
    case 14:
      // A lost 0 in front would make this a number of the one body that starts with 0 and
      // allocates, 01. Nine in ten others fail the check digit then.
      if number / 10_000_000_000_000 == 1,
        Luhn.checkDigit(ofBody: number / 10) == UInt8(number % 10)
      {
        return .refused(.lostLeadingZero(number))
      }
      return .imei(IMEI(unchecked: number, checkDigit: IMEI.noCheckDigit))
    case 15:
      return .imei(IMEI(unchecked: number / 10, checkDigit: UInt8(number % 10)))
    default:
      if let card = PaymentCard.sixteenDigits(number) { return .refused(.other(card)) }
      return .imeisv(IMEISV(unchecked: number))
    }
  }
}
