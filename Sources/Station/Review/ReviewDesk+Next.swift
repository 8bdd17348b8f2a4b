internal import CaseFile
internal import Foundation

extension ReviewDesk {
  /// What a person asks for when fetching items.
  package struct Request: Sendable {
    let count: Int
    var kinds: Set<ReviewKind>?
    /// Items that the person has already and keeps.
    var keeping: [String]

    package init(count: Int, keeping: [String] = []) {
      self.init(count: count, kinds: nil, keeping: keeping)
    }

    init(count: Int, kinds: Set<ReviewKind>?, keeping: [String] = []) {
      self.count = count
      self.kinds = kinds
      self.keeping = keeping
    }
  }

  /// The person's next items: those that were handed out before and not decided come again first.
  ///
  /// - Throws: ``Problem``.
  package func next(
    _ request: Request, for session: StationSession
  ) async throws -> [ReviewItem] {
    try await sync()
    let candidates = try await controlCandidates(for: session, request)
    let now = clock()
    claims.expire(at: now)
    let kept = request.keeping.compactMap { tickets[$0] }.filter { $0.person == session.person }
    for ticket in kept where claims.holder(of: ticket.work, at: now) == session.person {
      _ = claims.take(ticket.work, for: session.person, at: now)
    }
    var handed = resume(request, leavingOut: Set(kept.map(\.work)), for: session, at: now)
    let reviewer = Reviewer(person: session.person, role: session.role)
    let wish = ReviewIndex.Wish(
      reviewer: reviewer, count: request.count - handed.count, kinds: request.kinds,
      leavingOut: Set((kept + handed).map(\.subject)),
      postponed: postponed[session.person] ?? [])
    var new = index.next(wish, shown: shown) { subject in
      let holder = claims.holder(of: ReviewClaims.Work(subject), at: now)
      return holder == nil || holder == session.person
    }.map { ticket(for: $0, session.person, at: now) }
    slipIn(candidates, among: &new, limit: wish.count, of: session, at: now)
    for ticket in new where claims.take(ticket.work, for: session.person, at: now) != nil {
      tickets.keep(ticket)
      handed.append(ticket)
    }
    handed = Array(handed.prefix(request.count))
    do {
      return try await items(handed, new: Set(new.map(\.id)), for: session, at: now)
    } catch {
      for ticket in new { claims.release(ticket.work, of: session.person) }
      throw error
    }
  }

  /// One of the person's items as it stands now, the claim renewed.
  ///
  /// - Throws: ``Problem`` 404 when the person has no such item, or it is not for the person any more.
  func item(_ id: String, for session: StationSession) async throws -> ReviewItem {
    try await sync()
    guard let former = tickets[id], former.person == session.person,
      former.control?.isAnswered != true
    else { throw Problem.unknownItem }
    let now = clock()
    var ticket = former
    if former.control == nil {
      let reviewer = Reviewer(person: session.person, role: session.role)
      guard let open = index[former.subject], reviewer.mayDecide(open, shown) else {
        claims.release(former.work, of: session.person)
        throw Problem.unknownItem
      }
      ticket = self.ticket(for: open, session.person, at: now)
    }
    guard claims.take(ticket.work, for: session.person, at: now) != nil else {
      throw Problem.itemClaimed
    }
    tickets.keep(ticket)
    let items = try await items(
      [ticket], new: former == ticket ? [] : [ticket.id], for: session, at: now)
    guard let item = items.first else { throw Problem.unknownItem }
    return item
  }

  /// What the person has in hand, as far as it is still to be decided by him.
  private func resume(
    _ request: Request, leavingOut: Set<ReviewClaims.Work>, for session: StationSession,
    at now: Date
  ) -> [ReviewTicket] {
    let reviewer = Reviewer(person: session.person, role: session.role)
    var handed: [ReviewTicket] = []
    for work in claims.items(of: session.person, at: now) where !leavingOut.contains(work) {
      guard let ticket = tickets.ticket(of: session.person, for: work) else { continue }
      if ticket.control == nil {
        guard let open = index[work.subject], open.state == ticket.state,
          open.kind == ticket.kind, reviewer.mayDecide(open, shown)
        else {
          claims.release(work, of: session.person)
          continue
        }
      }
      guard handed.count < request.count, request.kinds?.contains(ticket.kind) ?? true else {
        continue
      }
      _ = claims.take(work, for: session.person, at: now)
      handed.append(ticket)
    }
    return handed
  }

  /// The person's ticket for a number: the former one while nothing changed, else one of the same name.
  func ticket(for number: OpenNumber, _ person: String, at now: Date) -> ReviewTicket {
    let former = tickets.ticket(of: person, for: ReviewClaims.Work(number.subject))
    if let former, former.state == number.state, former.kind == number.kind { return former }
    return ReviewTicket(
      id: former?.id ?? ReviewTicket.chance(), person: person, subject: number.subject,
      kind: number.kind, state: number.state, made: now)
  }

  /// The items, after it is on record who is shown what.
  private func items(
    _ handed: [ReviewTicket], new: Set<String>, for session: StationSession, at now: Date
  ) async throws -> [ReviewItem] {
    let reveals = handed.filter { ticket in
      ticket.kind == .confirm && !shown.contains(ticket.subject, person: session.person)
    }.map(\.subject)
    let opened = handed.filter { new.contains($0.id) && $0.kind != .confirm }.map { ticket in
      AuditEntry(
        act: .consultation, kind: "review.open", person: session.person,
        subject: ticket.subject.description, details: ["kind": .text(ticket.kind.rawValue)])
    }
    let materials = try await desk.answer { file in
      if !reveals.isEmpty { try file.recordReveal(of: reveals, person: session.person) }
      if !opened.isEmpty { _ = try file.log(opened) }
      return try handed.map { try ReviewMaterial($0.subject, in: file) }
    }
    for subject in reveals { shown.insert(subject, person: session.person) }
    let expires = now.addingTimeInterval(ReviewClaims.lifetime)
    return zip(handed, materials).compactMap { ticket, material in
      material.map { ReviewItem(ticket, $0, expires: expires) }
    }
  }
}
