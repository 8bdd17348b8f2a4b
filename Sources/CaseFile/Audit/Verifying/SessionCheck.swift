/// Which sessions have no close. A killed program leaves one, so this is told and is no fault.
struct SessionCheck {
  private struct Opening {
    var sequence: Int64
    var person: String
    var time: String
  }

  private var open: [String: Opening] = [:]
  private var closed: Set<String> = []
  private var strangers: Set<String> = []
  private var last: String?

  mutating func notes(_ event: AuditEvent) -> [AuditNote] {
    let session = event.session
    defer { last = session }
    if event.entry.kind == AuditEntry.sessionOpen, open[session] == nil {
      open[session] = Opening(
        sequence: event.sequence, person: event.entry.person, time: event.time)
      closed.remove(session)
      return []
    }
    if event.entry.kind == AuditEntry.sessionClose, open.removeValue(forKey: session) != nil {
      closed.insert(session)
      return []
    }
    // The making of the case comes before anybody can open a session of it.
    guard event.sequence > 1, open[session] == nil, strangers.insert(session).inserted else {
      return []
    }
    let state = closed.contains(session) ? "is closed" : "was never opened"
    return [
      AuditNote(
        .sessionUnknown, event.sequence,
        "event \(event.sequence) is of session \(Shown.text(session)), which \(state)")
    ]
  }

  func finish() -> [AuditNote] {
    open.sorted { $0.value.sequence < $1.value.sequence }.map { session, opening in
      let who =
        "session \(Shown.text(session)) of \(Shown.text(opening.person)), opened "
        + "\(opening.time) by event \(opening.sequence)"
      return session == last
        ? AuditNote(.sessionOpen, opening.sequence, "\(who), is open (no close)")
        : AuditNote(
          .sessionWithoutClose, opening.sequence,
          "\(who), has no close: its program was killed, or works still")
    }
  }
}
