/// A person who works on the case.
public struct Operator: Sendable, Hashable {
  /// How events name the person: name and number.
  public let person: String
  /// The name.
  public let name: String
  /// The collar or staff number.
  public let number: String?
  /// What the person may do.
  public let role: OperatorRole
}
