import IMEI

/// What of a reading may be a number.
extension StripReading {
  /// Digits of an IMEI with its check digit (3GPP TS 23.003, clause 6.2.1).
  static let digitsOfANumber = 15
  /// Digits of a run that may be an IMEI with some misread as none, or some too many.
  static let digitsNearlyANumber = 13...17

  /// Runs of tokens that are digits with nothing but separators between.
  func digitRuns() -> [Range<Int>] {
    var runs: [Range<Int>] = []
    var start: Int?
    var end = 0
    for (index, token) in tokens.enumerated() {
      if alphabet.isDigit(token.class) {
        start = start ?? index
        end = index + 1
      } else if !alphabet.separators.contains(token.class), let first = start {
        runs.append(first..<end)
        start = nil
      }
    }
    if let first = start { runs.append(first..<end) }
    return runs
  }

  /// The IMEI that some tokens are; nil when they are not as many digits.
  func imei(of range: Range<Int>) -> IMEI? {
    imei(tokens[range].map(\.class).filter(alphabet.isDigit))
  }

  /// The mean of the characters' confidences; 0 for none.
  var meanConfidence: Double {
    tokens.isEmpty ? 0 : tokens.reduce(0) { $0 + $1.confidence } / Double(tokens.count)
  }

  /// Whether the word IMEI stands in it.
  var saysIMEI: Bool { Caption.stands(in: text) }

  /// Whether fifteen digits and more stand in it without a letter between.
  var isWholeNumber: Bool {
    var run = 0
    for token in tokens {
      if alphabet.isDigit(token.class) {
        run += 1
        if run >= Self.digitsOfANumber { return true }
      } else if !alphabet.separators.contains(token.class) {
        run = 0
      }
    }
    return false
  }

  /// Whether a number in it is one digit short of an IMEI, or two.
  var mayLackDigits: Bool {
    digitRuns().contains { run in
      let count = tokens[run].count { alphabet.isDigit($0.class) }
      return Self.digitsNearlyANumber.contains(count) && count < Self.digitsOfANumber
    }
  }

  /// Whether it says more than another reading of the same place: more digits, then more surely.
  func isBetter(than other: StripReading) -> Bool {
    if isWholeNumber != other.isWholeNumber { return isWholeNumber }
    if !isWholeNumber, saysIMEI != other.saysIMEI { return saysIMEI }
    if abs(meanConfidence - other.meanConfidence) > 0.1 {
      return meanConfidence > other.meanConfidence
    }
    if digitCount != other.digitCount { return digitCount > other.digitCount }
    return meanConfidence > other.meanConfidence
  }
}
