import IMEI

/// What a recogniser network read in one strip.
struct StripReading: Sendable {
  /// The strip.
  var strip: Strip
  /// Its probabilities.
  var lattice: CTCLattice
  /// The characters of the best path.
  var tokens: [CTCLattice.Token]
  /// Log probability of the best path.
  var logProbability: Double
  /// The characters' classes.
  let alphabet: Alphabet
  /// How many characters at the beginning another reading gives better, and this one leaves out.
  var leadingTokensLeftOut = 0
  /// Other readings of the same line, by the other network or of the line cut out otherwise; they have
  /// a say in every probability.
  var witnesses: [StripReading] = []

  /// The characters as text.
  var text: String { String(tokens.map { alphabet.character($0.class) }) }

  /// How many digits were read.
  var digitCount: Int { tokens.count { alphabet.isDigit($0.class) } }

  /// How well it reads this way up: print upside down gives few digits, and is unsure of them.
  var uprightness: Double { logProbability + Double(digitCount) }

  /// Strip pixels in one frame.
  static let columnsPerFrame = 4.0

  /// The frames of some tokens: up to the tokens before and behind them.
  func frames(of range: Range<Int>) -> Range<Int> {
    let start = range.lowerBound > 0 ? tokens[range.lowerBound - 1].frames.upperBound : 0
    let end =
      range.upperBound < tokens.count ? tokens[range.upperBound].frames.lowerBound : lattice.frames
    return min(start, end)..<end
  }
}
