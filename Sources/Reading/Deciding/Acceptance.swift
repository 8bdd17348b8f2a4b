/// From which certainty digits are accepted without a person.
///
/// `alone` was measured on 100,000 fresh lines (see the networks' model card); the floors for agreeing
/// sources are set with caution and were not measured apart.
enum Acceptance {
  /// The network's probability of all digits, when nothing else speaks for them.
  static let alone = 0.95
  /// The same, when Tesseract reads the same digits.
  static let withTesseract = 0.5
  /// The same, in each of two places that show the same digits.
  static let printedTwice = 0.5
  /// The same, when a barcode carries the same digits.
  static let withBarcode = 0.05
  /// Below this probability of the likeliest value, digits are called unreadable.
  static let legible = 0.01
  /// Below this probability a number without a caption is not called something else for what its digits
  /// say: they may be misread.
  static let leastToDismiss = 0.5
  /// The share of printed IMEIs whose check digit differs, for weighing readings against each other.
  static let misprintedShare = 0.02
  /// How much of the doubt a barcode's agreement takes away.
  static let barcodeConfidence = 0.99
  /// How much of the doubt Tesseract's agreement takes away.
  static let tesseractConfidence = 0.9
}
