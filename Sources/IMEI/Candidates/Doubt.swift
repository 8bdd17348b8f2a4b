/// One reason against accepting a candidate without a person.
public enum Doubt: Hashable, Sendable {
  /// The printed check digit is not the computed one.
  case checkDigitDiffers(printed: UInt8, computed: UInt8)
  /// No check digit was printed.
  case checkDigitAbsent
  /// No reporting body has the first two digits.
  case reportingBodyUnassigned(code: String)
  /// The first two digits are those of test equipment.
  case reportingBodyTest(code: String)
  /// The number is a well-known dummy.
  case placeholder(Placeholder)
  /// Nothing near calls it an IMEI.
  case noCaption
  /// Words near call it something else.
  case otherContext(kind: OtherIdentifier.Kind, words: String)
  /// Other characters touch it, so that it may be part of something longer.
  case notWholeToken
  /// Letters were taken for digits.
  case lookAlikes([Substitution])
  /// The digits are grouped as no IMEI is.
  case unknownGrouping
  /// Length and range fit another kind of number as well.
  case looksLikeOther(kind: OtherIdentifier.Kind)
  /// A bar code holds one digit more behind it.
  case extraDigit(UInt8)

  /// A short fixed word for JSON, tests and statistics.
  public var slug: String {
    switch self {
    case .checkDigitDiffers: "checkDigitDiffers"
    case .checkDigitAbsent: "checkDigitAbsent"
    case .reportingBodyUnassigned: "reportingBodyUnassigned"
    case .reportingBodyTest: "reportingBodyTest"
    case .placeholder: "placeholder"
    case .noCaption: "noCaption"
    case .otherContext: "otherContext"
    case .notWholeToken: "notWholeToken"
    case .lookAlikes: "lookAlikes"
    case .unknownGrouping: "unknownGrouping"
    case .looksLikeOther: "looksLikeOther"
    case .extraDigit: "extraDigit"
    }
  }

  /// The reason in a sentence for the person who decides.
  public var explanation: String {
    switch self {
    case .checkDigitDiffers(let printed, let computed):
      let spare = printed == 0 ? " A network writes 0 there when it has nothing to say." : ""
      return "The check digit is \(printed), and the digits before it give \(computed): a digit is"
        + " misread or misprinted.\(spare)"
    case .checkDigitAbsent:
      return "No check digit is printed, so a misread digit would go unnoticed."
    case .reportingBodyUnassigned(let code):
      return "No reporting body has the first digits \(code): probably misread, or not an IMEI."
    case .reportingBodyTest(let code):
      return "The first digits \(code) are those of test equipment."
    case .placeholder(let placeholder):
      return "A well-known dummy number. \(placeholder.note)"
    case .noCaption:
      return "Nothing near the number says IMEI."
    case .otherContext(let kind, let words):
      return "“\(words)” stands with the number, which makes it \(kind.phrase)."
    case .notWholeToken:
      return "Other characters touch the digits: they may be part of a longer number."
    case .lookAlikes(let substitutions):
      let list = substitutions.map { "“\($0.printed)” for \($0.digit)" }.joined(separator: ", ")
      return "Letters were read where digits belong: \(list)."
    case .unknownGrouping:
      return "The digits are grouped as no IMEI is: some may belong to something else."
    case .looksLikeOther(let kind):
      return "By its length and first digits it may be \(kind.phrase)."
    case .extraDigit(let digit):
      return "The bar code holds 16 digits: an IMEI and a further \(digit), or another number."
    }
  }
}

extension OtherIdentifier.Kind {
  /// The kind with its article, to stand in a sentence.
  public var phrase: String {
    switch self {
    case .iccid: "a SIM card's number (ICCID)"
    case .eid: "an embedded SIM's number (EID)"
    case .meid: "a MEID"
    case .imsi: "a subscriber's number (IMSI)"
    case .gtin: "a trade item's number (EAN, UPC)"
    case .card: "a payment card's number"
    case .serial: "a serial, part or model number"
    case .phone: "a telephone number"
    case .tracking: "a parcel's or waybill's number"
    case .unknown: "another kind of number"
    }
  }
}
