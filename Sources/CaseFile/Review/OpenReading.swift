/// A number left to decide, with what the order of work depends on and no more.
public struct OpenReading: Sendable, Hashable {
  /// Which number.
  public let subject: ReadingSubject
  /// How it is decided.
  public let kind: OpenItem.Kind
  /// Where it stands.
  public let state: ReadingState
  /// Whether the check digit agrees and the reporting body allocates numbers.
  public let isPlausible: Bool
  /// Changes with every decision on the number and with every other result in force.
  public let version: String
  /// The photo's place in the order of recording.
  public let row: Int64
  /// How sure each digit is, as a JSON array of fractions; `nil` where the result does not say.
  public let confidences: String?
  /// The corners of each digit in the crop, as a JSON array of arrays of points; `nil` where the result does
  /// not say.
  public let digitBoxes: String?
  /// What people said of its digits, oldest first.
  public let marks: [DigitMark]
}
