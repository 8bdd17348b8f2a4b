/// One thing that is wrong with a log: somebody or something changed it.
public struct AuditFault: Sendable, Hashable {
  /// What was done to the log, as far as it can be told.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// A line is not the one that was hashed.
    case lineChanged
    /// The hash beside a line is not the line's.
    case hashChanged
    /// Line and hash do not belong together; which of them was changed cannot be told.
    case lineOrHashChanged
    /// A line is no event at all.
    case lineUnreadable
    /// A column beside the line says something else than the line.
    case columnChanged
    /// An event does not build on the one before it.
    case chainBroken
    /// An event stands at another place than it was written at.
    case reordered
    /// Events are missing between others or at the beginning.
    case removed
    /// A second event has a sequence that is taken.
    case inserted
    /// Events are missing at the end.
    case truncated
    /// All events are missing.
    case emptied
    /// The chain is whole, but not the one that a head was signed for.
    case rewritten
    /// The log is another case's.
    case replaced
    /// The tables or triggers of the log are not as they were made.
    case schemaChanged
    /// The signature of a head is not the station's.
    case headSignatureBad
    /// A head was signed by another key.
    case headKeyOther
    /// The files of the heads were changed.
    case headDamaged
    /// No event has the code that was given.
    case codeUnknown
  }

  /// What was done.
  public let kind: Kind
  /// At which event, where it is one.
  public let sequence: Int64?
  /// What is wrong, in words, without a full stop.
  public let message: String

  init(_ kind: Kind, _ sequence: Int64?, _ message: String) {
    self.kind = kind
    self.sequence = sequence
    self.message = message
  }
}
