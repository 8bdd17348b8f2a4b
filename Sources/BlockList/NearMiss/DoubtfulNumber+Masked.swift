public import IMEI

extension DoubtfulNumber {
  /// A number some of whose places are masked, as in `35693?035643809`.
  ///
  /// Masks are `?`, `*`, `#`, `x`, `X`, `_` and `•`. Without separators (space, `-`, `/`, `.`) there are
  /// 14 to 16 places: 15 with a check digit, 14 without one, 16 with a software version, of which nothing
  /// is asked. At least one of the first 15 places is masked, and ``maximumMaskedPlaces`` at most.
  ///
  /// - Throws: `InputRefusal`, which says what is wrong and what to do.
  public init(masked text: some StringProtocol) throws(InputRefusal) {
    let places = try Self.places(in: text)
    let body = places.count == 16 ? Array(places.prefix(14)) : places
    let masked = body.count { $0 == nil }
    guard masked > 0 else {
      throw InputRefusal(
        code: .masked, message: "No place of the number is masked.",
        cure: "Ask imeikit check for a whole number, or write ? for each doubtful digit.")
    }
    guard masked <= Self.maximumMaskedPlaces else {
      throw InputRefusal(
        code: .masked,
        message:
          "\(masked) places are masked, and \(Self.maximumMaskedPlaces) at most can be searched.",
        cure: "Make out more digits, from another photo or the box.")
    }
    // A masked check digit follows from the others: what is searched are the 14 digits.
    let hasCheckDigit = body.count == 15 && body[14] != nil
    form = .places(
      body.prefix(hasCheckDigit ? 15 : 14).map {
        $0.map { DigitChance.certain($0) } ?? DigitChance.anyDigit
      })
  }

  /// The digits of `text`, `nil` for a masked one.
  private static func places(
    in text: some StringProtocol
  ) throws(InputRefusal) -> [UInt8?] {
    guard text.utf8.count <= IdentifierInput.maximumLength else {
      throw InputRefusal(
        code: .tooLong, message: "The text is too long to be one number.",
        cure: "Give one number a line.")
    }
    var places: [UInt8?] = []
    for scalar in text.unicodeScalars {
      switch scalar {
      case "0"..."9": places.append(UInt8(truncatingIfNeeded: scalar.value - 0x30))
      case "?", "*", "#", "x", "X", "_", "•": places.append(nil)
      case " ", "-", "/", ".", "\t", "\u{A0}": continue
      default:
        throw InputRefusal(
          code: .notDigits,
          message: "“\(VisibleText.escaping(String(scalar), limit: 1))” is no digit and no mask.",
          cure: "Write the digits, and ? for each doubtful one.")
      }
    }
    guard !places.isEmpty else {
      throw InputRefusal(
        code: .empty, message: "There is no number.",
        cure: "Write the digits, and ? for each doubtful one.")
    }
    guard (14...16).contains(places.count) else {
      let isShort = places.count < 14
      throw InputRefusal(
        code: isShort ? .tooShort : .tooLong,
        message: "The number has \(places.count) places, masked ones included.",
        cure: "An IMEI has 15 places, 14 without the check digit, 16 with a software version.")
    }
    return places
  }
}
