/// One number of one photo with where it stands.
public struct NumberStanding: Sendable, Hashable {
  /// Which number.
  public let subject: ReadingSubject
  /// Where it stands.
  public let state: ReadingState
  /// The SIM slot that the caption names.
  public let slot: Int?
  /// What the reading's check digit does: `agrees`, `differs` or `absent`; `nil` when nothing was read.
  public let checkDigit: String?
  /// Whether the check digit agrees and the reporting body allocates numbers.
  public let isPlausible: Bool
  /// Changes with every decision on the number, with every other result in force, and when newer lists say
  /// something else of it.
  public let version: String
}

/// Every number of one photo.
public struct PhotoStanding: Sendable, Hashable {
  /// SHA-256 of the photo.
  public let photo: String
  /// The photo's status in the result in force.
  public let status: String
  /// Its numbers: those read, in their order, then those that people saw.
  public let numbers: [NumberStanding]
  /// Decisions on former results that fit no reading of the one in force, by sequence number.
  public let orphaned: [Int64]

  /// Whether nothing is left to be done.
  public var isResolved: Bool {
    orphaned.isEmpty && numbers.allSatisfy { $0.state.phase.isResolved }
  }
}
