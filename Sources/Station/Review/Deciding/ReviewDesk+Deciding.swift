internal import BlockList
internal import CaseFile
internal import Foundation
internal import HTTPTypes
internal import IMEI

extension ReviewDesk {
  /// Takes what a person says about an item.
  ///
  /// - Throws: ``Problem``: 404 for an item that the person does not have, 409 when the rules are against
  ///   it or the item is not what it was.
  func decide(
    _ id: String, _ submission: ReviewSubmission, for session: StationSession
  ) async throws -> ReviewOutcome {
    _ = try ticket(id, submission.version, of: session)
    try await sync()
    let ticket = try ticket(id, submission.version, of: session)
    if ticket.control?.isAnswered == true { throw Problem.itemMoved }
    guard claims.take(ticket.work, for: session.person, at: clock()) != nil else {
      throw Problem.itemClaimed
    }
    if submission.act == .doubt { return try await postpone(ticket, submission, session) }
    if let control = ticket.control {
      return try await answerControl(ticket, control, submission, session)
    }
    guard let open = index[ticket.subject], open.state == ticket.state,
      Reviewer(person: session.person, role: session.role).mayDecide(open, shown)
    else {
      claims.release(ticket.work, of: session.person)
      throw Problem.itemMoved
    }
    let act = try submission.decision(on: ticket.kind)
    if case .settle(let number) = act, submission.confirm != true {
      try await checkSettlement(number, ticket, session)
    }
    return try await record(act, ticket, submission, session)
  }

  private func ticket(
    _ id: String, _ version: String, of session: StationSession
  ) throws -> ReviewTicket {
    guard let ticket = tickets[id], ticket.person == session.person else {
      throw Problem.unknownItem
    }
    guard ticket.version == version else { throw Problem.itemMoved }
    return ticket
  }

  private func record(
    _ act: Decision.Act, _ ticket: ReviewTicket, _ submission: ReviewSubmission,
    _ session: StationSession
  ) async throws -> ReviewOutcome {
    let keyed = Self.number(act).flatMap { IMEI($0) }
    let answer = try await answer(of: keyed)
    let decision = Decision(
      subject: ticket.subject, act: act, answer: answer, note: submission.note)
    let milliseconds = submission.milliseconds
    let (event, state, material) = try await desk.answer { file in
      let event = try file.decide(decision, person: session.person)
      if let milliseconds {
        _ = try file.log([Self.time(milliseconds, event, ticket, session)])
      }
      let standing = try file.standing(of: ticket.subject.photo)
      return (
        event.sequence, standing.numbers.first { $0.subject == ticket.subject }?.state,
        try ReviewMaterial(ticket.subject, in: file)
      )
    }
    finish(ticket, event: event, session)
    try await sync()
    var outcome = try await outcome(of: keyed, material, isBlind: ticket.kind != .confirm)
    outcome.event = event
    outcome.phase = (state?.phase ?? .open).rawValue
    outcome.number = state?.number
    outcome.formatted = state?.number.flatMap { IMEI($0)?.formatted }
    if case .accept = act {
      outcome.answer = try await self.answer(of: state?.machine.number.flatMap { IMEI($0) })?
        .state.rawValue
    }
    outcome.next =
      switch state?.phase {
      case .mismatch: .mismatch
      case .open, .secondNeeded: .secondNeeded
      default: .done
      }
    outcome.counts = tally(for: session)
    return outcome
  }

  /// Keeps in mind that an item was decided on, to be undone.
  func finish(_ ticket: ReviewTicket, event: Int64?, _ session: StationSession) {
    claims.release(ticket.work, of: session.person)
    postponed[session.person]?.remove(ticket.subject)
    done[session.person, default: 0] += 1
    guard let event else { return }
    undoable[session.identifier, default: []].append(Done(event: event, ticket: ticket))
    if undoable[session.identifier, default: []].count > Self.mostUndone {
      undoable[session.identifier]?.removeFirst()
    }
  }

  /// - Throws: ``Problem`` `settlesNeither` when the settlement agrees with neither of the two.
  private func checkSettlement(
    _ number: String?, _ ticket: ReviewTicket, _ session: StationSession
  ) async throws {
    let opinions = try await desk.answer { file in
      try file.openItem(ticket.subject)?.state.opinions ?? []
    }
    let values = opinions.map(\.value)
    let given: Opinion.Value = number.map { .number($0) } ?? .unreadable
    guard values.count == 2, !values.contains(given) else { return }
    // From here on the person has seen both.
    try await desk.answer { try $0.recordReveal(of: ticket.subject, person: session.person) }
    shown.insert(ticket.subject, person: session.person)
    throw Problem(
      .conflict, "settlesNeither", "What you keyed agrees with neither of the two.",
      cure: "Look at the picture again; settle it as you keyed it by sending \"confirm\": true.",
      members: [
        "first": values[0].number ?? "unreadable", "second": values[1].number ?? "unreadable",
      ])
  }

  private static func number(_ act: Decision.Act) -> String? {
    switch act {
    case .correct(let number), .key(let number): number
    case .settle(let number): number
    case .accept, .unreadable: nil
    }
  }

  private static func time(
    _ milliseconds: Int64, _ event: AuditEvent, _ ticket: ReviewTicket, _ session: StationSession
  ) -> AuditEntry {
    AuditEntry(
      act: .consultation, kind: "review.time", person: session.person,
      subject: "event:\(event.sequence)",
      details: [
        "kind": .text(ticket.kind.rawValue), "milliseconds": .integer(milliseconds),
        "photo": .text(ticket.subject.photo),
      ])
  }
}
