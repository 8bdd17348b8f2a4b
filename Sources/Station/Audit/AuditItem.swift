internal import CaseFile

/// One event of the log.
struct AuditItem: Codable, Sendable, Hashable {
  /// Its place in the log, from 1.
  var sequence: Int64
  /// When, UTC.
  var time: String
  /// Who.
  var person: String
  /// What kind of act it is, in the words of section 62 of the Data Protection Act 2018.
  var act: String
  /// What was done, as the log names it.
  var kind: String
  /// What it was done to.
  @Nullable var subject: String?
  /// What was done, in words.
  var text: String
  /// What else matters of it.
  var details: AuditDetails

  /// - Parameter cover: what covers names in it, for the person who asks.
  init(_ event: EventEntry, _ cover: NameCover = .none) {
    sequence = event.sequence
    time = event.time
    person = event.person.visible()
    act = event.act.rawValue
    kind = event.kind.visible()
    subject = event.subject?.visible()
    text = cover(event.text.visible())
    details = AuditDetails(.object(event.details)).covered(by: cover)
  }
}
