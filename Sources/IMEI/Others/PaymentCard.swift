/// Payment card numbers by issuer range (ISO/IEC 7812), all guarded by the same check as an IMEI.
enum PaymentCard {
  /// The card that `digits` can be, if its range, length and check digit fit.
  static func identify(_ digits: [UInt8]) -> [OtherIdentifier] {
    guard let issuer = issuer(of: digits), Luhn.isValid(digits) else { return [] }
    return [
      OtherIdentifier(
        kind: .card, value: Digits.text(digits),
        reason:
          "\(digits.count) digits from a range of \(issuer) cards with an agreeing check digit.",
        isChecked: true)
    ]
  }

  /// A 16-digit number that is a card rather than an IMEISV: the check digit agrees and no reporting
  /// body has its first two digits. Allocates only when it is.
  static func sixteenDigits(_ number: UInt64) -> OtherIdentifier? {
    let tac = TAC(unchecked: UInt32(number / 100_000_000))
    guard tac.reportingBody.state == .unassigned else { return nil }
    return Digits.values(of: Digits.text(number, width: 16)).flatMap { identify($0).first }
  }

  /// Whether 15 digits are in the range of American Express, whose numbers always pass the check.
  static func isAmericanExpress(_ imei: IMEI) -> Bool {
    let head = imei.key.value / 1_000_000_000_000
    return (head == 34 || head == 37) && imei.checkDigit == .agrees
  }

  private static func issuer(of digits: [UInt8]) -> String? {
    guard (14...19).contains(digits.count) else { return nil }
    let head = digits.prefix(4).reduce(0) { $0 * 10 + Int($1) }
    switch (digits.count, head) {
    case (15, 3400...3499), (15, 3700...3799): return "American Express"
    case (14, 3000...3059), (14, 3600...3699), (14, 3800...3899): return "Diners Club"
    case (16, 3528...3589): return "JCB"
    case (16, 4000...4999), (19, 4000...4999): return "Visa"
    case (16, 5100...5599), (16, 2221...2720): return "Mastercard"
    case (16, 6011), (16, 6440...6599): return "Discover"
    case (16...19, 6200...6299): return "UnionPay"
    default: return nil
    }
  }
}
