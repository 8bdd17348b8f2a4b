/// One digit that may stand at a place, and how probable that is.
public struct DigitChance: Hashable, Sendable {
  /// The digit, 0...9.
  public let digit: UInt8
  /// How probable it is, above 0; the chances of one place are brought to a sum of 1.
  public let probability: Double

  /// A digit with its probability.
  public init(digit: UInt8, probability: Double) {
    self.digit = digit
    self.probability = probability
  }

  /// The chances of a place of which nothing is known: ten digits, equally probable.
  public static let anyDigit: [DigitChance] = (0..<10).map {
    DigitChance(digit: $0, probability: 0.1)
  }

  /// The chances of a place that is certain.
  public static func certain(_ digit: UInt8) -> [DigitChance] {
    [DigitChance(digit: digit, probability: 1)]
  }
}
