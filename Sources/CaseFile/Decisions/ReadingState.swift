/// What the machine made of a number, as the rules of decisions see it.
public struct MachineReading: Sendable, Hashable {
  /// The digits; `nil` when a person sees a number that was not read.
  public let number: String?
  /// Whether independent sources agreed and nothing spoke against it.
  public let isAccepted: Bool
  /// Whether it is flagged.
  public let isFlagged: Bool

  /// A reading as the result in force has it.
  public init(number: String?, isAccepted: Bool, isFlagged: Bool) {
    self.number = number
    self.isAccepted = isAccepted
    self.isFlagged = isFlagged
  }
}

/// Where a number stands: what the machine read and what people made of it.
public struct ReadingState: Sendable, Hashable {
  /// How far it is.
  public enum Phase: String, Sendable, Hashable, CaseIterable {
    /// Independent sources agree, it is not flagged, and nobody differs: no person is needed.
    case accepted
    /// Nobody has decided yet, and somebody has to.
    case open
    /// One person has decided, and a second has to key it blind.
    case secondNeeded
    /// Two differ, and a third has to settle it.
    case mismatch
    /// People have decided.
    case settled
    /// People have decided that it cannot be read.
    case unreadable

    /// Whether nothing is left to be done.
    public var isResolved: Bool {
      switch self {
      case .accepted, .settled, .unreadable: true
      case .open, .secondNeeded, .mismatch: false
      }
    }
  }

  /// A decision that does not count, and why.
  public struct Ignored: Sendable, Hashable {
    /// The event's sequence number.
    public let sequence: Int64
    /// Why, in a clause for a person.
    public let reason: String
  }

  /// What the machine read.
  public let machine: MachineReading
  /// How far it is.
  public let phase: Phase
  /// The number that counts; `nil` unless ``phase`` is `accepted` or `settled`.
  public let number: String?
  /// Whether the number that counts, or else any that was given, is flagged.
  public let isFlagged: Bool
  /// What people said, at most two, in order.
  public let opinions: [Opinion]
  /// Who settled it.
  public let settledBy: String?
  /// The event in which it was settled.
  public let settlement: Int64?
  /// Decisions that do not count.
  public let ignored: [Ignored]
}
