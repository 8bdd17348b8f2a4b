import IMEI

extension StripReading {
  /// How many alternatives are given at most.
  static let mostAlternatives = 5
  /// Alternatives less likely than this are not worth a person's time.
  static let leastAlternative = 0.0005

  /// Other values that the frames of a number may hold, with their probabilities, likeliest first.
  ///
  /// - Parameters:
  ///   - range: the tokens of the number, separators included.
  ///   - imei: the number as read; values of as many digits are given.
  func alternatives(of range: Range<Int>, to imei: IMEI) -> [IMEIReading.Alternative] {
    hypotheses(at: range).lazy
      .filter { $0.count == imei.digits.count }
      .compactMap { digits -> IMEIReading.Alternative? in
        let exact = posterior(of: digits, at: range)
        guard exact >= Self.leastAlternative, let other = self.imei(digits), other != imei
        else {
          return nil
        }
        return IMEIReading.Alternative(imei: other, confidence: exact)
      }
      .sorted { ($1.confidence, $0.imei.digits) < ($0.confidence, $1.imei.digits) }
      .prefix(Self.mostAlternatives).map(\.self)
  }

  /// Readings of this strip in which a run of about fifteen digits has exactly fifteen.
  ///
  /// Two equal digits that touch may be read as one, a stroke beside the number as a one more. The
  /// result is a guess among what the network thinks possible: it is for review only.
  ///
  /// - Returns: the likeliest such reading of each run that has 13, 14, 16 or 17 digits.
  func withFifteenDigits() -> [StripReading] {
    digitRuns().compactMap { run in
      let count = tokens[run].count { alphabet.isDigit($0.class) }
      guard Self.digitsNearlyANumber.contains(count), count != Self.digitsOfANumber else {
        return nil
      }
      let frames = frames(of: run)
      let whole = likeliest(in: frames).filter { $0.digits.count == Self.digitsOfANumber }
      guard let best = whole.first(where: { imei($0.digits)?.checkDigit == .agrees }) ?? whole.first
      else {
        return nil
      }
      var reading = self
      reading.tokens.replaceSubrange(run, with: placed(best.digits, in: frames))
      return reading
    }
  }

  /// The likeliest strings of digits in some frames, by this reading alone.
  func likeliest(in frames: Range<Int>) -> [CTCLattice.Hypothesis] {
    lattice.likeliestDigits(
      in: frames, digits: alphabet.digits, separators: alphabet.separators)
  }

  func imei(_ digits: [Int]) -> IMEI? {
    IMEI(digits: digits.compactMap { alphabet.value($0) })
  }

  /// Tokens spread evenly over some frames: where each digit stands is not known.
  func placed(_ digits: [Int], in frames: Range<Int>) -> [CTCLattice.Token] {
    let step = Double(frames.count) / Double(digits.count)
    return digits.enumerated().map { index, digit in
      let start = frames.lowerBound + Int(Double(index) * step)
      let end = max(start + 1, frames.lowerBound + Int(Double(index + 1) * step))
      let confidence = (start..<min(end, frames.upperBound)).map { lattice[$0, digit] }.max() ?? 0
      return CTCLattice.Token(class: digit, frames: start..<end, confidence: confidence)
    }
  }
}
