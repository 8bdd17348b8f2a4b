internal import BlockList
internal import CaseFile
internal import Foundation
internal import IMEI

extension ReviewDesk {
  /// A number that people have settled, to be keyed again by somebody who does not know it.
  struct KnownNumber: Sendable, Hashable {
    let subject: ReadingSubject
    let number: String
  }

  /// How many are looked at to choose one from.
  private static let mostCandidates = 100
  /// After so many real items too many one comes although no other is to be keyed blind.
  private static let longestWait = -20

  /// Numbers that may be slipped in now; none unless one is due.
  func controlCandidates(
    for session: StationSession, _ request: Request
  ) async throws -> [KnownNumber] {
    let person = session.person
    _ = controls.spacing(of: person, salt: salt)
    let now = clock()
    guard controls.isDue(for: person), request.kinds?.contains(.blind) ?? true,
      !tickets.controls(of: person).contains(where: {
        claims.holder(of: $0.work, at: now) == person
      })
    else { return [] }
    let found = try await desk.answer { file in
      try file.controlCandidates(limit: Self.mostCandidates, excluding: person)
    }
    return found.compactMap { candidate in
      let subject = candidate.item.subject
      guard !controls.wasUsed(subject.description, by: person),
        !shown.contains(subject, person: person)
      else { return nil }
      return KnownNumber(subject: subject, number: candidate.number)
    }
  }

  /// Counts what is handed out, and puts a control among it when one is due.
  func slipIn(
    _ candidates: [KnownNumber], among new: inout [ReviewTicket], limit: Int,
    of session: StationSession, at now: Date
  ) {
    let person = session.person
    var spacing = controls.spacing(of: person, salt: salt)
    defer { controls.keep(spacing, of: person) }
    let real = new.count
    defer { spacing.handedOut(real) }
    // Among items of its kind it does not stand out.
    let isLate = spacing.left <= Self.longestWait
    let beside = new.lastIndex { $0.kind == .blind } ?? (isLate ? new.indices.last : nil)
    guard spacing.isDue, !candidates.isEmpty, let beside else { return }
    let candidate = candidates[spacing.choose(below: candidates.count)]
    let isSecond = index[new[beside].subject]?.phase == .secondNeeded
    let ticket = ReviewTicket(
      person: person, subject: candidate.subject, kind: .blind, state: "",
      control: ReviewTicket.Control(number: candidate.number, isSecond: isSecond), made: now)
    new.insert(ticket, at: beside + spacing.choose(below: 2))
    if new.count > limit, let last = new.lastIndex(where: { $0.control == nil }) {
      new.remove(at: last)
    }
    controls.use(candidate.subject.description, by: person)
    spacing.handedOutControl()
  }

  /// Records the answer to a control, and says what would be said of a number that is keyed blind.
  func answerControl(
    _ ticket: ReviewTicket, _ control: ReviewTicket.Control, _ submission: ReviewSubmission,
    _ session: StationSession
  ) async throws -> ReviewOutcome {
    let keyed: IMEI?
    switch try submission.decision(on: ticket.kind) {
    case .key(let digits): keyed = IMEI(digits)
    default: keyed = nil
    }
    let differing = keyed.map { Self.differing($0.digits, control.number) } ?? control.number.count
    let answer = ControlAnswer(
      subject: ticket.subject, passed: differing == 0, digitsDiffering: differing,
      keyed: keyed?.digits, seconds: submission.milliseconds.map { Double($0) / 1_000 })
    setAnswered(true, ticket)
    let (event, material) = try await asAnswered(ticket) { file in
      let event = try file.recordControl(answer, person: session.person)
      return (event.sequence, try ReviewMaterial(ticket.subject, in: file))
    }
    var outcome = try await outcome(of: keyed, material)
    outcome.event = event
    let isRight = differing == 0
    outcome.next = !control.isSecond ? .secondNeeded : isRight ? .done : .mismatch
    let phase: ReadingState.Phase =
      !control.isSecond ? .secondNeeded : isRight ? .settled : .mismatch
    outcome.phase = phase.rawValue
    outcome.number = phase == .settled ? keyed?.digits : nil
    outcome.formatted = phase == .settled ? keyed?.formatted : nil
    let now = clock()
    if !phase.isResolved {
      controls.forget(before: now)
      controls.answer(
        by: session.person, for: control.isSecond ? .settle : .blind,
        until: now.addingTimeInterval(ReviewClaims.lifetime))
    }
    finish(ticket, event: event, session)
    outcome.counts = tally(for: session)
    return outcome
  }

  /// Uses the case; what fails leaves the control to be answered.
  private func asAnswered<Value: Sendable>(
    _ ticket: ReviewTicket, _ body: @Sendable (CaseFile) throws -> Value
  ) async throws -> Value {
    do {
      return try await desk.answer(body)
    } catch {
      setAnswered(false, ticket)
      throw error
    }
  }

  private func setAnswered(_ isAnswered: Bool, _ ticket: ReviewTicket) {
    guard tickets[ticket.id] != nil else { return }
    var ticket = ticket
    ticket.control?.isAnswered = isAnswered
    tickets.keep(ticket)
  }

  /// In how many places two numbers differ; what one has more counts too.
  static func differing(_ one: String, _ other: String) -> Int {
    zip(one.utf8, other.utf8).count { $0 != $1 } + abs(one.utf8.count - other.utf8.count)
  }
}
