/// What a person may do in a case.
public enum OperatorRole: String, Sendable, Hashable, CaseIterable {
  /// Accepts, corrects and keys numbers.
  case reader
  /// Also settles what two readers keyed differently.
  case settler
  /// Answers for the case, and may do all of it.
  case officerInCharge

  /// Whether the person may settle a mismatch.
  public var settles: Bool { self != .reader }
}
