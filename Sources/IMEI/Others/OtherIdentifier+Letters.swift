extension OtherIdentifier {
  /// MEID in hexadecimal form (3GPP2: 14 digits, first byte A0 or above; a 15th guards it) and MAC.
  static func hexadecimalEquipment(_ form: IdentifierForm) -> [OtherIdentifier] {
    var values: [UInt8] = []
    for byte in form.compact.utf8 {
      switch byte {
      case 0x30...0x39: values.append(byte - 0x30)
      case 0x41...0x46: values.append(byte - 0x37)
      default: return []
      }
    }
    if values.count == 12, form.groups == [2, 2, 2, 2, 2, 2], form.colons + form.hyphens == 5 {
      return [
        OtherIdentifier(
          kind: .unknown, value: form.compact,
          reason: "Six pairs of hexadecimal digits: a network address (MAC).", isChecked: true)
      ]
    }
    guard values.count == 14 || values.count == 15, values[0] >= 0xA else { return [] }
    if values.count == 15 {
      var sum = 0
      for (place, value) in values.reversed().enumerated() {
        let weighted = place % 2 == 0 ? Int(value) : Int(value) * 2
        sum += weighted / 16 + weighted % 16
      }
      guard sum % 16 == 0 else { return [] }
    }
    return [
      OtherIdentifier(
        kind: .meid, value: form.compact,
        reason: "\(values.count) hexadecimal digits from A0 up: a MEID, CDMA equipment.",
        isChecked: true)
    ]
  }

  /// Postal item numbers (UPU S10) and UPS numbers, each with its own check digit.
  static func letteredTracking(_ form: IdentifierForm) -> [OtherIdentifier] {
    let bytes = Array(form.compact.utf8)
    if bytes.count == 13, bytes[0..<2].allSatisfy(isLetter), bytes[11...].allSatisfy(isLetter),
      let digits = Digits.values(of: form.compact.dropFirst(2).dropLast(2)),
      digits[8] == postalCheckDigit(digits[0..<8])
    {
      return [
        OtherIdentifier(
          kind: .tracking, value: form.compact,
          reason: "Two letters, nine digits with an agreeing check, two letters: a postal item.",
          isChecked: true)
      ]
    }
    if bytes.count == 18, bytes.starts(with: [0x31, 0x5A]) {
      var sum = 0
      for (place, byte) in bytes[2..<17].enumerated() {
        let value = isLetter(byte) ? Int(byte - 63) % 10 : Int(byte - 0x30)
        sum += place % 2 == 0 ? value : value * 2
      }
      let agrees = UInt8((10 - sum % 10) % 10) &+ 0x30 == bytes[17]
      return [
        OtherIdentifier(
          kind: .tracking, value: form.compact,
          reason: "1Z and 16 more: a courier's parcel number.", isChecked: agrees)
      ]
    }
    return []
  }

  private static func postalCheckDigit(_ digits: ArraySlice<UInt8>) -> UInt8 {
    let weights = [8, 6, 4, 2, 3, 5, 9, 7]
    let sum = zip(digits, weights).reduce(0) { $0 + Int($1.0) * $1.1 }
    let check = 11 - sum % 11
    return check == 10 ? 0 : check == 11 ? 5 : UInt8(check)
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) }

  /// Letters and digits mixed, of the length of a serial number.
  static func serial(_ form: IdentifierForm) -> [OtherIdentifier] {
    let digits = form.compact.utf8.count { (0x30...0x39).contains($0) }
    guard (8...20).contains(form.compact.utf8.count), digits >= 2, form.groups.count <= 2
    else { return [] }
    return [
      OtherIdentifier(
        kind: .serial, value: form.compact,
        reason: "Letters among the digits: a serial or part number.")
    ]
  }

  /// An international telephone number (ITU-T E.164: up to 15 digits behind a plus).
  static func phone(_ form: IdentifierForm) -> OtherIdentifier? {
    guard let digits = form.digits, (7...15).contains(digits.count) else { return nil }
    guard form.startsWithPlus || (form.hasParentheses && form.groups.count > 1) else { return nil }
    return OtherIdentifier(
      kind: .phone, value: (form.startsWithPlus ? "+" : "") + form.compact,
      reason: form.startsWithPlus
        ? "A plus in front of the digits: a telephone number."
        : "Digits in parentheses, as an area code has: a telephone number.",
      isChecked: form.startsWithPlus)
  }
}
