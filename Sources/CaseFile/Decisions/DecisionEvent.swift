/// One decision on one number, as the rules see it.
public struct DecisionEvent: Sendable, Hashable {
  /// What was decided.
  public enum Act: Sendable, Hashable {
    /// The person's conclusion.
    case opinion(Opinion.Value, isBlind: Bool)
    /// The reading is right.
    case accept
    /// A third person's word on two that differ; `nil` when it cannot be read.
    case settle(String?)
    /// The decision with this sequence number counts no more.
    case undo(Int64)
  }

  /// The event's sequence number.
  public let sequence: Int64
  /// What was decided.
  public let act: Act
  /// Who decided.
  public let person: String
  /// What the person may do, at that time.
  public let role: OperatorRole
  /// Whether a number given in it is flagged.
  public let isFlagged: Bool

  /// A decision.
  public init(
    sequence: Int64, act: Act, person: String, role: OperatorRole = .reader,
    isFlagged: Bool = false
  ) {
    self.sequence = sequence
    self.act = act
    self.person = person
    self.role = role
    self.isFlagged = isFlagged
  }
}

/// What one person says stands in the picture.
public struct Opinion: Sendable, Hashable {
  /// A number, or that there is none to be read.
  public enum Value: Sendable, Hashable {
    /// These digits.
    case number(String)
    /// It cannot be read.
    case unreadable

    /// The digits, if any.
    public var number: String? {
      if case .number(let digits) = self { digits } else { nil }
    }
  }

  /// The event's sequence number.
  public let sequence: Int64
  /// Who says so.
  public let person: String
  /// What stands there.
  public let value: Value
  /// Whether the person was shown nothing but the picture.
  public let isBlind: Bool
  /// Whether the number is flagged.
  public let isFlagged: Bool
}
