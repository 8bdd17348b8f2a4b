internal import BlockList
internal import CaseFile

extension ReviewDesk {
  /// Puts a number off for the person: it comes again after all others.
  ///
  /// - Throws: ``Problem``.
  func postpone(
    _ ticket: ReviewTicket, _ submission: ReviewSubmission, _ session: StationSession
  ) async throws -> ReviewOutcome {
    let milliseconds = submission.milliseconds
    let note = submission.note.map {
      HiddenDigits([]).masking(VisibleText.escaping($0, limit: 200))
    }
    let entry = AuditEntry(
      act: .alteration, kind: ReviewFetch.doubtKind, person: session.person,
      subject: ticket.subject.description,
      details: [
        "milliseconds": milliseconds.map { .integer($0) } ?? .null, "note": .optional(note),
      ])
    let event = try await desk.answer { try $0.log([entry]).last?.sequence }
    let phase = index[ticket.subject]?.phase ?? .open
    if ticket.control == nil {
      postponed[session.person, default: []].insert(ticket.subject)
    }
    claims.release(ticket.work, of: session.person)
    if ticket.control != nil { tickets.remove(ticket.id) }
    let isSecond = ticket.control?.isSecond ?? (phase == .secondNeeded)
    let shownPhase: ReadingState.Phase =
      ticket.kind == .settle ? .mismatch : isSecond ? .secondNeeded : .open
    return ReviewOutcome(
      event: event, phase: shownPhase.rawValue,
      next: ticket.kind == .settle ? .mismatch : .secondNeeded, counts: tally(for: session))
  }
}
