/// Why a typed or listed text is no IMEI, in words for the person who has to mend it.
public struct InputRefusal: Error, Hashable, Sendable {
  /// What was wrong.
  public enum Code: Hashable, Sendable {
    /// Nothing but space, quotes or a caption.
    case empty
    /// Fewer than 14 digits.
    case tooShort
    /// More than 16 digits, or a text too long to be one number.
    case tooLong
    /// Something other than the digits 0-9 and the separators between them.
    case notDigits
    /// A spreadsheet dropped the 0 in front.
    case lostLeadingZero
    /// A spreadsheet turned the number into `3.57E+14`.
    case spreadsheetExponent
    /// A spreadsheet kept 15 digits of 16 and wrote 0 for the last.
    case spreadsheetSixteenthZero
    /// Digits were masked.
    case masked
    /// More than one number stands in the text.
    case severalNumbers
    /// A digit of the caption cannot be told from the number's first.
    case captionRunsIntoNumber
    /// The text is another identifier.
    case otherIdentifier(OtherIdentifier.Kind)

    /// A short fixed word for JSON and CSV: `lostLeadingZero`, `otherIdentifier.iccid`.
    public var slug: String {
      switch self {
      case .empty: "empty"
      case .tooShort: "tooShort"
      case .tooLong: "tooLong"
      case .notDigits: "notDigits"
      case .lostLeadingZero: "lostLeadingZero"
      case .spreadsheetExponent: "spreadsheetExponent"
      case .spreadsheetSixteenthZero: "spreadsheetSixteenthZero"
      case .masked: "masked"
      case .severalNumbers: "severalNumbers"
      case .captionRunsIntoNumber: "captionRunsIntoNumber"
      case .otherIdentifier(let kind): "otherIdentifier.\(kind.rawValue)"
      }
    }
  }

  /// What was wrong.
  public let code: Code

  /// What was wrong, as a sentence.
  public let message: String

  /// What to do about it, as a sentence.
  public let cure: String

  /// What the text may have meant. To be shown, never to be used in its place.
  public let suggestion: IMEI?

  /// A refusal from its parts.
  public init(code: Code, message: String, cure: String, suggestion: IMEI? = nil) {
    self.code = code
    self.message = message
    self.cure = cure
    self.suggestion = suggestion
  }
}

extension InputRefusal: CustomStringConvertible {
  /// The message and the cure.
  public var description: String { "\(message) \(cure)" }
}
