/// One thing about a log that a reader should know and that is no sign of a change in itself.
public struct AuditNote: Sendable, Hashable {
  /// What it is about.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// The last session has no close: it is open, or its program was killed.
    case sessionOpen
    /// An earlier session has no close: its program was killed.
    case sessionWithoutClose
    /// Events name a session that did not open, or is closed.
    case sessionUnknown
    /// An event's time is before that of the one before it.
    case timeBackwards
    /// Between two events of a session the clock was moved.
    case clockMoved
    /// No head was signed outside.
    case headMissing
    /// No public key is known, so signatures were not checked.
    case signatureNotChecked
    /// Events came after the last head.
    case beyondHead
    /// The latest head's files are not complete.
    case headFilesIncomplete
  }

  /// What it is about.
  public let kind: Kind
  /// At which event, where it is one.
  public let sequence: Int64?
  /// What there is to know, in words, without a full stop.
  public let message: String

  init(_ kind: Kind, _ sequence: Int64?, _ message: String) {
    self.kind = kind
    self.sequence = sequence
    self.message = message
  }
}
