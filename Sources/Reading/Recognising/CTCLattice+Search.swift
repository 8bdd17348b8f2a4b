extension CTCLattice {
  /// A string of digits and the probability that the search found for it, a lower bound.
  struct Hypothesis: Hashable, Sendable {
    /// Classes in order.
    var digits: [Int]
    /// The probability of the paths that the search followed.
    var probability: Double
  }

  /// How many beginnings the search follows at a time.
  static let beamWidth = 16

  /// The likeliest strings of digits in some frames, by prefix beam search (Hannun et al., 2014).
  ///
  /// - Parameters:
  ///   - range: the frames of the number and of nothing else.
  ///   - digits: the classes of digits.
  ///   - separators: classes that count as nothing.
  /// - Returns: strings, the likeliest first.
  func likeliestDigits(in range: Range<Int>, digits: [Int], separators: [Int]) -> [Hypothesis] {
    var beams: [[Int]: Beam] = [[]: Beam(blank: 1, digit: 0)]
    for frame in range {
      let nothing = separators.reduce(self[frame, 0]) { $0 + self[frame, $1] }
      let likely = digits.filter { self[frame, $0] > 1e-4 }
      var next: [[Int]: Beam] = [:]
      for (text, beam) in beams {
        next[text, default: Beam()].blank += beam.total * nothing
        for digit in likely {
          let probability = self[frame, digit]
          if text.last == digit {
            next[text, default: Beam()].digit += beam.digit * probability
            next[text + [digit], default: Beam()].digit += beam.blank * probability
          } else {
            next[text + [digit], default: Beam()].digit += beam.total * probability
          }
        }
      }
      beams = Dictionary(uniqueKeysWithValues: Self.sorted(next).prefix(Self.beamWidth).map(\.self))
    }
    return Self.sorted(beams).map { Hypothesis(digits: $0.key, probability: $0.value.total) }
  }

  /// The probability of a beginning, by what its last frame was.
  private struct Beam {
    var blank = 0.0
    var digit = 0.0
    var total: Double { blank + digit }
  }

  /// The likeliest first; the rest only makes the order total.
  private static func sorted(_ beams: [[Int]: Beam]) -> [(key: [Int], value: Beam)] {
    beams.sorted { left, right in
      if left.value.total != right.value.total { return left.value.total > right.value.total }
      return left.key.lexicographicallyPrecedes(right.key)
    }
  }
}
