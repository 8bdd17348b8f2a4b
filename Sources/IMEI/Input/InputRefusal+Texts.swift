/// Every sentence that a refusal of typed or listed text can say, in one place.
extension InputRefusal {
  static let empty = InputRefusal(
    code: .empty, message: "There is no number here.", cure: "Type the 15 digits of the IMEI.")

  static let dialCode = InputRefusal(
    code: .notDigits, message: "*#06# is the code that makes a phone show its IMEI.",
    cure: "Dial it and type the number that appears.")

  static func unreadablyLong(_ bytes: Int) -> InputRefusal {
    InputRefusal(
      code: .tooLong,
      message: "The text is \(bytes) bytes long; an IMEI has 15 digits.",
      cure: "Give one number a line.")
  }

  static func tooShort(_ digits: [UInt8]) -> InputRefusal {
    let zeros = [UInt8](repeating: 0, count: max(0, 15 - digits.count))
    let filled = zeros + digits
    // Twelve and thirteen digits: two or three zeros in front may have gone (placeholders, test codes).
    let lost = (12...13).contains(digits.count) && Luhn.isValid(filled)
    return InputRefusal(
      code: .tooShort,
      message: "Only \(digits.count) digits; an IMEI has 15, or 14 without its check digit.",
      cure: lost
        ? "Zeros in front may have been dropped: compare with the source."
        : "Compare with the source; missing digits cannot be worked out.",
      suggestion: lost ? IMEI(digits: filled) : nil)
  }

  static func tooLong(_ count: Int) -> InputRefusal {
    InputRefusal(
      code: .tooLong,
      message: "\(count) digits; an IMEI has 15 and an IMEISV 16.",
      cure: "Compare with the source; it may be another number or two run together.")
  }

  static func severalNumbers(_ count: Int) -> InputRefusal {
    InputRefusal(
      code: .severalNumbers,
      message: "\(count) numbers stand in one place.", cure: "Give one number a line.")
  }

  static func notDigits(_ sign: String) -> InputRefusal {
    InputRefusal(
      code: .notDigits,
      message: "“\(sign)” does not belong in an IMEI.",
      cure: "Give the digits alone, with spaces or hyphens between them if you like.")
  }

  static func letters(_ letters: [Unicode.Scalar], suggestion: IMEI?) -> InputRefusal {
    let shown = String(String.UnicodeScalarView(letters.prefix(8)))
    return InputRefusal(
      code: .notDigits,
      message: "Letters (“\(shown)”) stand where digits should.",
      cure: suggestion == nil
        ? "An IMEI has digits only: compare with the source."
        : "A letter may have been read for a digit that looks like it: compare with the source.",
      suggestion: suggestion)
  }

  static func foreignDigits(suggestion: IMEI?) -> InputRefusal {
    InputRefusal(
      code: .notDigits,
      message: "The digits are of another script or width than 0-9.",
      cure: "Type them as 0-9.", suggestion: suggestion)
  }

  static func masked(shown: Int) -> InputRefusal {
    InputRefusal(
      code: .masked,
      message: "Digits are masked; \(shown) are shown.",
      cure: "Ask for the whole number; masked digits are never filled in.")
  }

  static func lostLeadingZero(_ number: UInt64) -> InputRefusal {
    InputRefusal(
      code: .lostLeadingZero,
      message: "14 digits that pass the check digit with a 0 in front: a spreadsheet dropped it.",
      cure: "Store the column as text and export again, or write the 0 if the source shows it.",
      suggestion: IMEI(unchecked: number / 10, checkDigit: UInt8(number % 10)))
  }

  static func spreadsheetExponent(
    _ text: String, digits: Int, suggestion: IMEI?
  ) -> InputRefusal {
    InputRefusal(
      code: .spreadsheetExponent,
      message: "“\(text)” is what a spreadsheet makes of a long number; \(digits) digits are left.",
      cure: suggestion == nil
        ? "The rest is lost: format the column as text in the source and export again."
        : "Format the column as text in the source and export again.",
      suggestion: suggestion)
  }

  static func sixteenthZero(_ imei: IMEI) -> InputRefusal {
    InputRefusal(
      code: .spreadsheetSixteenthZero,
      message: "16 digits that went through a spreadsheet as a number: the last has turned 0.",
      cure: "The first 14 digits hold: use those, or export the column as text.",
      suggestion: imei)
  }

  static let captionRunsIntoNumber = InputRefusal(
    code: .captionRunsIntoNumber,
    message: "A digit after “IMEI” may belong to the caption or to the number.",
    cure: "Put a space or a colon between the caption and the number.")

  static func captioned(_ kind: OtherIdentifier.Kind, word: String) -> InputRefusal {
    InputRefusal(
      code: .otherIdentifier(kind),
      message: "The text calls itself “\(word)”, which is not an IMEI.",
      cure: "Look for the number that is captioned IMEI; dialling *#06# shows it.")
  }

  static func other(_ other: OtherIdentifier) -> InputRefusal {
    InputRefusal(
      code: .otherIdentifier(other.kind), message: other.reason,
      cure: "Look for the number that is captioned IMEI; dialling *#06# shows it.")
  }
}
