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
