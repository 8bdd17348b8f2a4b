/// A number that stands near IMEIs and is none: what it is, and why, in a sentence for people.
public struct OtherIdentifier: Hashable, Sendable {
  /// What a number can be besides an IMEI.
  public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
    /// A SIM card's number, 19 or 20 digits from 89.
    case iccid
    /// An embedded SIM's number, 32 digits from 89.
    case eid
    /// The identifier of CDMA equipment, 14 hexadecimal or 18 decimal digits.
    case meid
    /// A subscriber's number, 15 digits beginning with a country code.
    case imsi
    /// A trade item number (EAN, UPC, ITF-14) of 8, 12, 13 or 14 digits.
    case gtin
    /// A payment card.
    case card
    /// A serial or part number.
    case serial
    /// A telephone number.
    case phone
    /// A parcel's, letter's or air waybill's number.
    case tracking
    /// Something else with a caption or shape of its own: an order, a case reference, a MAC address.
    case unknown
  }

  /// What the number is.
  public var kind: Kind

  /// The number without its separators.
  public var value: String

  /// Why it is taken for that, in a sentence for people.
  public var reason: String

  /// Whether a check within the number or a mark of its own speaks for it, rather than length alone.
  public var isChecked: Bool

  /// An identifier from its parts.
  public init(kind: Kind, value: String, reason: String, isChecked: Bool = false) {
    self.kind = kind
    self.value = value
    self.reason = reason
    self.isChecked = isChecked
  }

  /// The longest text looked at, in characters.
  static let maximumLength = 64

  /// Everything that `text`, taken as one number, can be besides an IMEI; what has a check comes first.
  ///
  /// - Parameter text: one number with or without separators. Nothing is cut out of a longer text, and
  ///   a text above 64 characters is nothing.
  public static func identify(_ text: some StringProtocol) -> [OtherIdentifier] {
    guard text.utf8.count <= maximumLength * 4 else { return [] }
    let form = IdentifierForm(text)
    guard (7...maximumLength).contains(form.compact.count) else { return [] }
    var found: [OtherIdentifier] = []
    if let digits = form.digits {
      found += simNumbers(digits) + tradeNumbers(digits) + equipmentNumbers(digits)
      found += PaymentCard.identify(digits)
      found += numericTracking(digits, form: form)
    } else {
      found += hexadecimalEquipment(form) + letteredTracking(form) + serial(form)
    }
    if let phone = phone(form) { found.append(phone) }
    return found.filter(\.isChecked) + found.filter { !$0.isChecked }
  }
}

/// One number's text: without separators, and what the separators said.
struct IdentifierForm {
  /// Letters and digits alone, upper case.
  var compact = ""
  /// The digit values, when there is nothing but digits.
  var digits: [UInt8]?
  /// Lengths of the groups between separators.
  var groups: [Int] = []
  var startsWithPlus = false
  var hasParentheses = false
  var colons = 0
  var hyphens = 0

  init(_ text: some StringProtocol) {
    var open = false
    var onlyDigits = true
    for scalar in text.unicodeScalars {
      switch scalar {
      case "0"..."9", "A"..."Z", "a"..."z":
        onlyDigits = onlyDigits && scalar.value <= 0x39
        compact.unicodeScalars.append(
          scalar.value >= 0x61 ? Unicode.Scalar(UInt8(scalar.value - 0x20)) : scalar)
        if open { groups[groups.count - 1] += 1 } else { groups.append(1) }
        open = true
        continue
      case "+":
        startsWithPlus = startsWithPlus || compact.isEmpty
      case "(", ")":
        hasParentheses = true
      case ":":
        colons += 1
      case _ where InputSigns.isDash(scalar):
        hyphens += 1
      case _ where InputSigns.isSeparator(scalar) || InputSigns.isInvisible(scalar):
        break
      default:
        compact = ""
        return
      }
      open = false
    }
    if onlyDigits { digits = Digits.values(of: compact) }
  }
}
