public import IMEI

/// A permanent equipment identifier, PEI (3GPP TS 23.003 and, for its text, TS 29.571).
public enum EquipmentIdentifier: Sendable, Hashable {
  /// `imei-` and the digits.
  case imei(IMEI)
  /// `imeisv-` and the digits.
  case imeisv(IMEISV)
  /// A hardware address (`mac-`, `eui-`) of equipment that has no IMEI.
  case hardwareAddress

  /// An identifier from a parameter's decoded text.
  ///
  /// Takes 14, 15 or 16 ASCII digits behind either word, since networks send the same equipment in all
  /// three lengths. `nil` for anything else: a mistyped identifier that were merely unknown would be
  /// taken for one that no list has.
  public init?(_ text: String) {
    if let digits = text.dropping("imei-") ?? text.dropping("imeisv-") {
      if let imeisv = IMEISV(digits) {
        self = .imeisv(imeisv)
      } else if let imei = IMEI(digits) {
        self = .imei(imei)
      } else {
        return nil
      }
    } else if var groups = text.dropping("mac-") {
      if groups.hasSuffix("-untrusted") { groups.removeLast("-untrusted".count) }
      guard groups.isHexadecimalBytes(6) else { return nil }
      self = .hardwareAddress
    } else if let groups = text.dropping("eui-") {
      guard groups.isHexadecimalBytes(8) else { return nil }
      self = .hardwareAddress
    } else {
      return nil
    }
  }

  /// The identifier as it is sent, or `nil` for hardware addresses, which the kit does not ask for.
  ///
  /// The standard has no form for 14 digits, so they get the check digit that they give, which
  /// ``hasDerivedCheckDigit`` tells.
  var text: String? {
    switch self {
    case .imei(let imei):
      imei.printedCheckDigit == nil
        ? "imei-\(imei.digits)\(imei.computedCheckDigit)" : "imei-\(imei.digits)"
    case .imeisv(let imeisv): "imeisv-\(imeisv.digits)"
    case .hardwareAddress: nil
    }
  }

  /// Whether the last digit of ``text`` was computed.
  var hasDerivedCheckDigit: Bool {
    if case .imei(let imei) = self { imei.printedCheckDigit == nil } else { false }
  }
}

extension String {
  fileprivate func dropping(_ prefix: String) -> Substring? {
    utf8.starts(with: prefix.utf8) ? self[index(startIndex, offsetBy: prefix.count)...] : nil
  }
}

extension Substring {
  /// Whether this is `count` pairs of hexadecimal digits with `-` between them.
  fileprivate func isHexadecimalBytes(_ count: Int) -> Bool {
    let groups = utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    return groups.count == count
      && groups.allSatisfy { $0.count == 2 && $0.allSatisfy(PercentCoding.isHexadecimal) }
  }
}
