/// What was logged.
public struct AuditEvent: Sendable, Hashable {
  /// The case that the log belongs to.
  public let caseIdentifier: String
  /// Its place in the log, from 1.
  public let sequence: Int64
  /// When, by the machine's clock: UTC with milliseconds, `2026-11-21T17:20:00.123Z`.
  public let time: String
  /// Which clock, and whether the kernel calls it synchronised.
  public let clockSource: String
  /// Milliseconds since the machine was started, which no setting of the clock changes.
  public let monotonic: Int64
  /// The session in which it was done.
  public let session: String
  /// What was done.
  public let entry: AuditEntry
  /// The SHA-256 of the event before; zeros for the first.
  public let previous: [UInt8]
  /// The SHA-256 of ``line``, behind its prefix.
  public let hash: [UInt8]
  /// The canonical JSON as hashed.
  public let line: String
}
