extension StripReading {
  /// How many of each reading's likeliest strings are weighed by all.
  static let mostHypotheses = 4

  /// The probability of the digits of some tokens, in the frames between their neighbours.
  func posterior(of range: Range<Int>) -> Double {
    posterior(of: tokens[range].map(\.class).filter(alphabet.isDigit), at: range)
  }

  /// The probability that some digits stand where some tokens do: the mean of what this reading and its
  /// witnesses say.
  ///
  /// Readings of which one is in the right, nobody knows which: a mixture. No two strings can both have
  /// more than a half. Measured beside the geometric mean, bare and normalised: <doc:Networks>.
  func posterior(of digits: [Int], at range: Range<Int>) -> Double {
    guard !range.isEmpty else { return 0 }
    let span = span(of: range)
    let sum = witnesses.reduce(posterior(of: digits, in: frames(of: range))) {
      $0 + $1.posterior(of: digits, in: $1.frames(alongside: span, of: self))
    }
    return sum / Double(1 + witnesses.count)
  }

  /// Strings that this reading or a witness thinks likely where some tokens stand, in a fixed order.
  func hypotheses(at range: Range<Int>) -> [[Int]] {
    guard !range.isEmpty else { return [] }
    let span = span(of: range)
    let own = likeliest(in: frames(of: range)).prefix(Self.mostHypotheses)
    let others = witnesses.flatMap {
      $0.likeliest(in: $0.frames(alongside: span, of: self)).prefix(Self.mostHypotheses)
    }
    return Set((own + others).map(\.digits)).sorted { $0.lexicographicallyPrecedes($1) }
  }

  /// The reading with each number as this reading and its witnesses together think it likeliest.
  ///
  /// Only what each sees counts: whether a check digit agrees is not asked here.
  func agreed() -> StripReading {
    guard !witnesses.isEmpty else { return self }
    var reading = self
    for run in digitRuns().reversed() {
      let own = tokens[run].map(\.class).filter(alphabet.isDigit)
      guard Self.digitsNearlyANumber.contains(own.count) else { continue }
      var (best, probability) = (own, posterior(of: own, at: run))
      for digits in hypotheses(at: run) {
        let joint = posterior(of: digits, at: run)
        if joint > probability { (best, probability) = (digits, joint) }
      }
      if best != own { reading.tokens.replaceSubrange(run, with: tokens(of: best, at: run)) }
    }
    return reading
  }

  /// The probability of the number that is the least certain; 1 when there is none.
  var leastCertainNumber: Double {
    digitRuns().filter { run in
      Self.digitsNearlyANumber.contains(tokens[run].count { alphabet.isDigit($0.class) })
    }.map(posterior(of:)).min() ?? 1
  }

  /// Tokens for other digits in place of some: where those stand, when they are as many.
  private func tokens(of digits: [Int], at run: Range<Int>) -> [CTCLattice.Token] {
    var replaced = Array(tokens[run])
    let places = replaced.indices.filter { alphabet.isDigit(replaced[$0].class) }
    guard places.count == digits.count else { return placed(digits, in: frames(of: run)) }
    for (place, digit) in zip(places, digits) where replaced[place].class != digit {
      replaced[place].class = digit
      replaced[place].confidence = replaced[place].frames.map { lattice[$0, digit] }.max() ?? 0
    }
    return replaced
  }

  private func posterior(of digits: [Int], in frames: Range<Int>) -> Double {
    lattice.posterior(of: digits, in: frames, separators: alphabet.separators)
  }

  /// The middles of the first and the last of some tokens, as shares of the strip's width.
  private func span(of range: Range<Int>) -> Range<Double> {
    let width = Double(lattice.frames)
    let (first, last) = (tokens[range.lowerBound].middle, tokens[range.upperBound - 1].middle)
    return first / width..<max(first, last) / width
  }

  /// The frames from the digit where a span of another reading begins to the one where it ends.
  private func frames(alongside span: Range<Double>, of other: StripReading) -> Range<Int> {
    let lag = lag(behind: other)
    let low = span.lowerBound * Double(lattice.frames) + lag
    let high = span.upperBound * Double(lattice.frames) + lag
    let digits = tokens.indices.filter { alphabet.isDigit(tokens[$0].class) }
    let inside = digits.filter { tokens[$0].middle > low - 1 && tokens[$0].middle < high + 1 }
    guard let first = nearest(to: low, among: digits) ?? inside.first,
      let last = nearest(to: high, among: digits) ?? inside.last, first <= last
    else {
      let start = max(0, min(lattice.frames, Int(low)))
      return start..<max(start, min(lattice.frames, Int(high)))
    }
    return frames(of: first..<last + 1)
  }

  /// The token that lies nearest to a frame, none if it lies more than half a digit away.
  private func nearest(to frame: Double, among places: [Int]) -> Int? {
    let best = places.min { abs(tokens[$0].middle - frame) < abs(tokens[$1].middle - frame) }
    return best.flatMap { abs(tokens[$0].middle - frame) < 2 ? $0 : nil }
  }

  /// By how many frames this reading puts its characters behind where another puts the same ones.
  ///
  /// Each network has a lag of its own, up to half a digit.
  private func lag(behind other: StripReading) -> Double {
    let scale = Double(lattice.frames) / Double(max(1, other.lattice.frames))
    func differences(_ lag: Double) -> [Double] {
      tokens.compactMap { token in
        other.tokens.lazy.filter { $0.class == token.class }
          .map { token.middle - $0.middle * scale }.first { abs($0 - lag) < 1.25 }
      }
    }
    let best = [0.0, -1, 1, -2, 2, -3, 3].map(differences).max { $0.count < $1.count } ?? []
    return best.isEmpty ? 0 : best.reduce(0, +) / Double(best.count)
  }
}

extension CTCLattice.Token {
  /// The middle of its frames.
  fileprivate var middle: Double { Double(frames.lowerBound + frames.upperBound) / 2 }
}
