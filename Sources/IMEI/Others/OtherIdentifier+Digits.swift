extension OtherIdentifier {
  /// ICCID (ITU-T E.118: 89, Luhn) and EID (GSMA SGP.02: 89, 32 digits, remainder 1 by 97).
  static func simNumbers(_ digits: [UInt8]) -> [OtherIdentifier] {
    guard digits.starts(with: [8, 9]) else { return [] }
    let value = Digits.text(digits)
    switch digits.count {
    case 32:
      let remainder = digits.reduce(0) { ($0 * 10 + Int($1)) % 97 }
      return [
        OtherIdentifier(
          kind: .eid, value: value,
          reason: remainder == 1
            ? "32 digits from 89 with the check of an EID: the number of an embedded SIM."
            : "32 digits from 89, as an EID has, though its check does not agree.",
          isChecked: remainder == 1)
      ]
    case 19, 20:
      let valid = Luhn.isValid(digits)
      return [
        OtherIdentifier(
          kind: .iccid, value: value,
          reason: valid
            ? "\(digits.count) digits from 89 with an agreeing check digit: a SIM card's number."
            : "\(digits.count) digits from 89, as a SIM card's number has.",
          isChecked: valid)
      ]
    case 18:
      return [
        OtherIdentifier(
          kind: .iccid, value: value,
          reason: "18 digits from 89: a SIM card's number without its check digit.")
      ]
    default:
      return []
    }
  }

  /// GTIN-8, 12, 13 and 14 (GS1 General Specifications, weights 3 and 1 from the right).
  static func tradeNumbers(_ digits: [UInt8]) -> [OtherIdentifier] {
    guard [8, 12, 13, 14].contains(digits.count), weightedCheckAgrees(digits) else { return [] }
    let name = [8: "EAN-8", 12: "UPC", 13: "EAN-13", 14: "GTIN-14"][digits.count] ?? "GTIN"
    return [
      OtherIdentifier(
        kind: .gtin, value: Digits.text(digits),
        reason: "\(digits.count) digits with the check of a \(name): a trade item's number.",
        isChecked: true)
    ]
  }

  /// Whether the last digit is the GS1 check digit of those before it.
  static func weightedCheckAgrees(_ digits: [UInt8]) -> Bool {
    var sum = 0
    for (place, digit) in digits.reversed().enumerated() {
      sum += Int(digit) * (place % 2 == 0 ? 1 : 3)
    }
    return sum % 10 == 0
  }

  /// MEID in decimal form (3GPP2: 32 bits then 24 bits, 10 and 8 digits) and IMSI (country code).
  static func equipmentNumbers(_ digits: [UInt8]) -> [OtherIdentifier] {
    let value = Digits.text(digits)
    if digits.count == 18 {
      let number = digits.reduce(UInt64(0)) { $0 * 10 + UInt64($1) }
      let maker = number / 100_000_000
      let serial = number % 100_000_000
      guard (0xA000_0000...0xFFFF_FFFF).contains(maker), serial <= 0xFF_FFFF else { return [] }
      return [
        OtherIdentifier(
          kind: .meid, value: value,
          reason: "18 digits within the range of a decimal MEID: CDMA equipment.", isChecked: true)
      ]
    }
    if digits.count == 15, let country = MobileCountryCode.code(of: digits) {
      return [
        OtherIdentifier(
          kind: .imsi, value: value,
          reason: "15 digits from the mobile country code \(country): may be a subscriber's number."
        )
      ]
    }
    return []
  }

  /// Parcel and waybill numbers of digits alone.
  static func numericTracking(_ digits: [UInt8], form: IdentifierForm) -> [OtherIdentifier] {
    let value = Digits.text(digits)
    func tracking(_ reason: String, isChecked: Bool = true) -> [OtherIdentifier] {
      [OtherIdentifier(kind: .tracking, value: value, reason: reason, isChecked: isChecked)]
    }
    // Air waybill (IATA resolution 600a): three digits of the airline, seven and a remainder by 7;
    // five more number the pieces.
    if form.groups.first == 3, digits.count == 11 || digits.count == 16 {
      let serial = digits[3..<10].reduce(0) { $0 * 10 + Int($1) }
      if serial % 7 == Int(digits[10]) {
        return tracking("Three digits, then eight with the check of an air waybill.")
      }
    }
    if digits.count == 18, weightedCheckAgrees(digits) {
      return tracking("18 digits with the check of a shipping container code (SSCC).")
    }
    if digits.count == 20, digits.starts(with: [0, 0]), weightedCheckAgrees(Array(digits[2...])) {
      return tracking("00 and 18 digits with the check of a shipping container code (SSCC).")
    }
    if digits.count == 20 || digits.count == 22, digits[0] == 9, (1...6).contains(digits[1]),
      weightedCheckAgrees(digits)
    {
      return tracking(
        "\(digits.count) digits from 9\(digits[1]) with the check of a parcel's number.")
    }
    if digits.count == 34 {
      return tracking("34 digits, as a courier's bar code has.", isChecked: false)
    }
    return []
  }
}
