/// What is to be logged.
public struct AuditEntry: Sendable, Hashable {
  /// The kind that opens a session.
  public static let sessionOpen = "session.open"
  /// The kind that closes a session.
  public static let sessionClose = "session.close"

  /// What kind of act it is.
  public var act: AuditAct
  /// What was done: `photo.read`, `decision.accept`, `session.open`.
  public var kind: String
  /// Who did it, as known to the case, or `system`.
  public var person: String
  /// What it was done to: `photo:<sha256>`, `exhibit:<reference>`, `event:<sequence>`.
  public var subject: String?
  /// What else matters of it.
  public var details: [String: AuditValue]

  /// An entry from its parts.
  public init(
    act: AuditAct, kind: String, person: String, subject: String? = nil,
    details: [String: AuditValue] = [:]
  ) {
    self.act = act
    self.kind = kind
    self.person = person
    self.subject = subject
    self.details = details
  }
}
