internal import CaseFile
internal import Foundation

extension ReviewDesk {
  /// How long the readers' errors are told as they were, in seconds: told at once, they would tell a
  /// person which item was a control.
  private static let overviewLifetime: TimeInterval = 900

  /// How much waits for a person, what waits for others and why, and how often readers err.
  ///
  /// - Throws: ``Problem``.
  func overview(for session: StationSession) async throws -> ReviewOverview {
    try await sync()
    let team = try await desk.answer { file in
      try file.operators().map { Reviewer(person: $0.person, role: $0.role) }
    }
    let now = clock()
    if let told, told.until > now {
      return ReviewOverview(
        counts: tally(for: session), waiting: waiting(for: session, team),
        controls: told.controls)
    }
    let found = try await desk.answer { file in
      try file.controlTally().reduce(into: ReviewOverview.Controls()) { sum, person in
        sum.answered += person.answered
        sum.differing += person.differing
      }
    }
    told = (found, now.addingTimeInterval(Self.overviewLifetime))
    return ReviewOverview(
      counts: tally(for: session), waiting: waiting(for: session, team), controls: found)
  }

  /// How much waits for a person.
  func tally(for session: StationSession) -> ReviewTally {
    let reviewer = Reviewer(person: session.person, role: session.role)
    var counts = index.counts(for: reviewer, shown: shown)
    let now = clock()
    // A control has to count as what it passes for.
    counts.blind += tickets.controls(of: session.person)
      .count { claims.holder(of: $0.work, at: now) == session.person }
    counts.waitingForOthers += controls.answered(by: session.person, at: now)
    counts.done = done[session.person] ?? 0
    return counts
  }

  /// What waits for others; a control that was answered is among it as what it passes for.
  private func waiting(for session: StationSession, _ team: [Reviewer]) -> [ReviewWaiting] {
    let reviewer = Reviewer(person: session.person, role: session.role)
    var found = index.waiting(for: reviewer, shown: shown, team: team)
    let now = clock()
    for kind in [ReviewKind.blind, .settle] {
      let count = controls.answered(by: session.person, for: kind, at: now)
      guard count > 0 else { continue }
      if let place = found.firstIndex(where: { $0.kind == kind }) {
        found[place].numbers += count
        found[place].people = Set(found[place].people + [session.person]).sorted()
      } else {
        found.append(ReviewWaiting(kind: kind, numbers: count, people: [session.person]))
      }
    }
    return found
  }
}
