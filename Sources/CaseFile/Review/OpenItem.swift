/// A number that somebody has to decide on, with what that takes.
public struct OpenItem: Sendable, Hashable {
  /// How it is decided.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// Nobody has decided, and the reading is one that a person may compare with the picture.
    case confirm
    /// The number is keyed by somebody who is shown nothing but the picture.
    case blind
    /// Two differ, and a third person settles it.
    case settle
  }

  /// Which number.
  public let subject: ReadingSubject
  /// How it is decided.
  public let kind: Kind
  /// Where it stands.
  public let state: ReadingState
  /// Whether the check digit agrees and the reporting body allocates numbers.
  public let isPlausible: Bool
  /// What the reading's check digit does: `agrees`, `differs` or `absent`; `nil` when nothing was read.
  public let checkDigit: String?
  /// The SIM slot that the caption names.
  public let slot: Int?
  /// The photo it stands on.
  public let photo: Photo
  /// What the photo is called: the name of its newest upload, or else the first path it was found under.
  public let name: [UInt8]
  /// The numbers of the bags that the photo's exhibits are sealed in.
  public let seals: [String]
  /// Changes with every decision on the number and with every other result in force.
  public let version: String
}

extension OpenItem.Kind {
  /// How an unresolved number is decided; `nil` when it is resolved.
  ///
  /// A flagged number is keyed blind from the start: who is to confirm a hit must not be led to it. So is
  /// one whose digits speak against it, and one that somebody has decided on, by ``DecisionRules``.
  init?(_ standing: NumberStanding) {
    let state = standing.state
    switch state.phase {
    case .accepted, .settled, .unreadable: return nil
    case .mismatch: self = .settle
    case .secondNeeded: self = .blind
    case .open:
      let isShown = state.machine.number != nil && standing.isPlausible && !state.isFlagged
      self = isShown ? .confirm : .blind
    }
  }
}

/// How many numbers there are to decide, as one person can.
public struct ReviewCounts: Sendable, Hashable {
  /// Readings to compare with the picture.
  public var confirm = 0
  /// Numbers to key blind.
  public var blind = 0
  /// Mismatches to settle.
  public var settle = 0
  /// Numbers that this person may not decide on now, because of what he decided, saw or may do.
  public var waitingForOthers = 0

  /// All of them.
  public var total: Int { confirm + blind + settle + waitingForOthers }

  /// No numbers.
  public init() {}
}
