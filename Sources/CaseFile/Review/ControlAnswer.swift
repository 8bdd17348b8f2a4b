/// What a person answered to a number that the case holds already: it measures how often readers err.
public struct ControlAnswer: Sendable, Hashable {
  /// Which number; one that the machine read.
  public var subject: ReadingSubject
  /// Whether the answer is what the case holds.
  public var passed: Bool
  /// In how many digits it differs.
  public var digitsDiffering: Int
  /// The digits that were keyed, if any.
  public var keyed: String?
  /// How long it was on the screen.
  public var seconds: Double?

  /// An answer.
  public init(
    subject: ReadingSubject, passed: Bool, digitsDiffering: Int, keyed: String? = nil,
    seconds: Double? = nil
  ) {
    self.subject = subject
    self.passed = passed
    self.digitsDiffering = digitsDiffering
    self.keyed = keyed
    self.seconds = seconds
  }
}

/// How one person answered known-answer items.
public struct ControlTally: Sendable, Hashable {
  /// Who.
  public let person: String
  /// How many were answered.
  public let answered: Int
  /// How many of them otherwise than the case holds.
  public let differing: Int
}

/// A number that the case holds and that a person can be asked as if it were open.
public struct ControlCandidate: Sendable, Hashable {
  /// The number as an item to key blind.
  public let item: OpenItem
  /// The digits that the case holds.
  public let number: String
}
