extension IMEI: CustomStringConvertible, Comparable {
  /// The digits as printed: 14 or 15 characters.
  public var digits: String {
    guard let check = printedCheckDigit else { return key.digits }
    return Digits.text(key.value * 10 + UInt64(check), width: 15)
  }

  /// The digits in the groups of 3GPP TS 23.003: `AA-BBBBBB-CCCCCC-D`, without `-D` for 14 digits.
  public var formatted: String {
    let body = DigitGroups.format(key)
    guard let check = printedCheckDigit else { return body }
    return "\(body)-\(check)"
  }

  /// The digits as printed.
  public var description: String { digits }

  /// Order by equipment, then by check digit, none last.
  public static func < (left: Self, right: Self) -> Bool {
    left.key == right.key
      ? left.storedCheckDigit < right.storedCheckDigit : left.key < right.key
  }
}

extension IMEI: Codable {
  /// Reads a string of 14 or 15 digits.
  public init(from decoder: any Decoder) throws {
    let text = try decoder.singleValueContainer().decode(String.self)
    guard let imei = IMEI(text) else {
      throw DecodingError.dataCorrupted(
        .init(codingPath: decoder.codingPath, debugDescription: "not 14 or 15 digits"))
    }
    self = imei
  }

  /// Writes the digits as one string.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(digits)
  }
}

/// The groups in which equipment numbers are shown.
enum DigitGroups {
  /// `AA-BBBBBB-CCCCCC` of the 14 digits.
  static func format(_ key: EquipmentKey) -> String {
    let head = Digits.text(key.value / 1_000_000_000_000, width: 2)
    let middle = Digits.text(key.value / 1_000_000 % 1_000_000, width: 6)
    let tail = Digits.text(key.value % 1_000_000, width: 6)
    return "\(head)-\(middle)-\(tail)"
  }
}
