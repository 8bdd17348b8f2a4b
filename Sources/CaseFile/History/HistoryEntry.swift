/// One thing that was done to a photo or an exhibit, in plain words.
public struct HistoryEntry: Sendable, Hashable {
  /// The event's sequence number.
  public let sequence: Int64
  /// When, UTC.
  public let time: String
  /// Who did it.
  public let person: String
  /// The event's kind.
  public let kind: String
  /// What was done, as a sentence without the person: `Accepted the number as read.` It holds no number.
  public let text: String

  init(_ event: AuditEvent) {
    sequence = event.sequence
    time = event.time
    person = event.entry.person
    kind = event.entry.kind
    text = event.words
  }
}
