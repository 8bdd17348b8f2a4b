internal import CaseFile
internal import Foundation
internal import HTTPTypes

/// What was taken back.
struct ReviewUndo: Sendable, Encodable {
  /// The event that says so.
  let event: Int64?
  /// The item, in the person's hands again; nil when it is not for the person any more.
  let item: String?

  private enum Key: String, CodingKey { case event, item }

  func encode(to encoder: any Encoder) throws {
    var keys = encoder.container(keyedBy: Key.self)
    try keys.encode(event, forKey: .event)
    try keys.encode(item, forKey: .item)
  }
}

extension ReviewDesk {
  /// Takes back what a person decided: the named event, or else the last of this session.
  ///
  /// A number that has to be keyed blind goes to somebody else then: the person was told how it compares.
  ///
  /// - Throws: ``Problem``: 409 when there is nothing, or the rules are against it.
  func undo(
    event named: Int64?, note: String?, for session: StationSession
  ) async throws -> ReviewUndo {
    let stack = undoable[session.identifier] ?? []
    let known = named.map { event in stack.last { $0.event == event } } ?? stack.last
    guard let event = named ?? known?.event else {
      throw Problem(
        .conflict, "nothingToUndo", "You decided nothing since you logged in.",
        cure: "Name the event; the photo's page lists them.")
    }
    if let ticket = known?.ticket, ticket.control != nil {
      let entry = Self.takenBack(ticket)
      let logged = try await desk.answer { try $0.log([entry]).last?.sequence }
      forget(event, session)
      return ReviewUndo(event: logged, item: nil)
    }
    let (logged, subject) = try await desk.answer { file in
      let subject = try known?.ticket?.subject ?? Self.subject(of: event, file)
      return (try file.undo(event: event, note: note, person: session.person).sequence, subject)
    }
    forget(event, session)
    try await sync()
    guard let subject, let open = index[subject],
      Reviewer(person: session.person, role: session.role).mayDecide(open, shown)
    else { return ReviewUndo(event: logged, item: nil) }
    let now = clock()
    let ticket = ticket(for: open, session.person, at: now)
    guard claims.take(ticket.work, for: session.person, isFirst: true, at: now) != nil else {
      return ReviewUndo(event: logged, item: nil)
    }
    tickets.keep(ticket)
    return ReviewUndo(event: logged, item: ticket.id)
  }

  /// Gives items back, so that others can have them.
  func release(_ ids: [String], for session: StationSession) {
    for ticket in ids.compactMap({ tickets[$0] }) where ticket.person == session.person {
      claims.release(ticket.work, of: session.person)
      if ticket.control != nil {
        tickets.remove(ticket.id)
        controls.giveBack(of: session.person)
      }
    }
  }

  private func forget(_ event: Int64, _ session: StationSession) {
    guard let place = undoable[session.identifier]?.lastIndex(where: { $0.event == event }) else {
      return
    }
    undoable[session.identifier]?.remove(at: place)
    done[session.person, default: 1] -= 1
  }

  /// The number that a decision of another session was about.
  private static func subject(of event: Int64, _ file: CaseFile) throws -> ReadingSubject? {
    guard let entry = try file.events(after: event - 1, limit: 1).first?.entry,
      entry.kind.hasPrefix("decision.")
    else { return nil }
    return ReviewFetch.subject(of: entry)
  }

  private static func takenBack(_ ticket: ReviewTicket) -> AuditEntry {
    AuditEntry(
      act: .alteration, kind: "review.takenBack", person: ticket.person,
      subject: ticket.subject.description)
  }
}
