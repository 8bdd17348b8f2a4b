/// From which certainty digits are accepted without a person.
///
/// `alone` was measured on 50,000 fresh lines (see the networks' model card), where the surest wrong number
/// had a probability of 0.49: twice its odds are asked for. The floors for agreeing sources are set with
/// caution and were not measured apart.
enum Acceptance {
  /// The networks' probability of all digits, when nothing else speaks for them.
  static let alone = 0.65
  /// The same, when Tesseract reads the same digits.
  static let withTesseract = 0.25
  /// The same, in each of two places that show the same digits.
  static let printedTwice = 0.25
  /// The same, when a barcode carries the same digits.
  static let withBarcode = 0.05
  /// Below this probability of the likeliest value, digits are called unreadable.
  static let legible = 0.01
  /// Below this probability a number without a caption is not called something else for what its digits
  /// say: they may be misread.
  static let leastToDismiss = 0.5
  /// The share of printed IMEIs whose check digit differs, for weighing readings against each other.
  static let misprintedShare = 0.02
  /// What share of the odds against a reading remains, measured: the networks doubt more than they err.
  static let oddsAgainst = 0.15
  /// The same when the check digit agrees, which few misreadings have; measured at 0.004 and less,
  /// doubled and rounded up.
  static let oddsAgainstAgreeing = 0.01
  /// How much of the doubt a barcode's agreement takes away.
  static let barcodeConfidence = 0.99
  /// How much of the doubt Tesseract's agreement takes away.
  static let tesseractConfidence = 0.9

  /// How probable it is that digits are right, given the networks' probability of them.
  static func certainty(of posterior: Double, checkDigitAgrees: Bool) -> Double {
    let share = checkDigitAgrees ? oddsAgainstAgreeing : oddsAgainst
    return posterior / max(posterior + (1 - posterior) * share, .leastNormalMagnitude)
  }
}
