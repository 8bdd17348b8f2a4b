public import CaseFile

/// A person who has logged in.
public struct StationSession: Sendable, Hashable {
  /// The session's name in the server; not the cookie's secret.
  public let identifier: String
  /// How the case names the person.
  public let person: String
  /// What the person may do.
  public let role: OperatorRole

  /// A session.
  public init(identifier: String, person: String, role: OperatorRole) {
    self.identifier = identifier
    self.person = person
    self.role = role
  }
}
