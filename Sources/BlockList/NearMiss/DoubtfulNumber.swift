public import IMEI

/// A number of which not every digit is known: masked, or read with alternatives.
///
/// It names no equipment. ``NearMissSearch`` asks the lists for the numbers that it may be.
public struct DoubtfulNumber: Hashable, Sendable {
  /// The most places of the 15 that may be masked: 6 masked places leave up to a million numbers.
  public static let maximumMaskedPlaces = 6
  /// The most whole-value alternatives that are looked at; the least probable beyond them are left out.
  public static let maximumAlternatives = 1_000

  enum Form: Hashable, Sendable {
    /// The digits that may stand at each place: 15, or 14 when no check digit is known.
    case places([[DigitChance]])
    /// Whole values with their weights, each above 0, likeliest first.
    case values([WeighedValue])
  }

  struct WeighedValue: Hashable, Sendable {
    let imei: IMEI
    let weight: Double
  }

  let form: Form

  init(form: Form) { self.form = form }

  /// A number from the digits that may stand at each of its places.
  ///
  /// - Parameter digits: 15 places, or 14 when nothing is known of the check digit. Each place has at
  ///   least one digit; probabilities are above 0 and finite, and a digit that is named twice counts
  ///   with the sum.
  /// - Returns: `nil` when that does not hold.
  public init?(digits: [[DigitChance]]) {
    guard digits.count == 14 || digits.count == 15 else { return nil }
    var places: [[DigitChance]] = []
    for chances in digits {
      var weights = [Double](repeating: 0, count: 10)
      for chance in chances {
        guard chance.digit <= 9, chance.probability.isFinite, chance.probability >= 0 else {
          return nil
        }
        weights[Int(chance.digit)] += chance.probability
      }
      let sum = weights.reduce(0, +)
      guard sum.isFinite, sum > 0 else { return nil }
      places.append(
        weights.enumerated().compactMap { digit, weight in
          let share = weight / sum
          return share > 0 ? DigitChance(digit: UInt8(digit), probability: share) : nil
        })
    }
    form = .places(places)
  }

  /// A number from the whole values that a reader thinks possible.
  ///
  /// A value of confidence 0, or one that is not finite, is left out; of equal values the confidences
  /// are added.
  public init(alternatives: some Sequence<(imei: IMEI, confidence: Double)>) {
    var weights: [IMEI: Double] = [:]
    for (imei, confidence) in alternatives where confidence.isFinite && confidence > 0 {
      weights[imei, default: 0] += confidence
    }
    let sorted = weights.map { WeighedValue(imei: $0.key, weight: $0.value) }
      .filter(\.weight.isFinite)
      .sorted { ($1.weight, $0.imei) < ($0.weight, $1.imei) }
    form = .values(Array(sorted.prefix(Self.maximumAlternatives)))
  }
}
