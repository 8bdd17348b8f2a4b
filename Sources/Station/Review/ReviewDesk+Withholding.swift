internal import CaseFile

extension ReviewDesk: BlindWithholding {
  /// How much of the photo is kept from the person.
  ///
  /// Who has an opinion on a number was told how it compares, and is kept from it no more.
  ///
  /// - Throws: ``Problem``.
  func withholding(photo: String, person: String) async throws -> Withholding {
    try await syncNow()
    if heldControls(of: person).contains(where: { $0.subject.photo == photo }) { return .standing }
    let isWithheld = index.numbers(of: photo).contains { number in
      (number.hasReading || number.phase != .open) && self.isWithheld(number, person)
    }
    return !isWithheld ? .nothing : inHand(person: person).contains(photo) ? .standing : .digits
  }

  /// The photos that the person has in hand to key a number of blind.
  func inHand(person: String) -> Set<String> {
    let held = claims.items(of: person, at: clock()).filter { work in
      tickets.ticket(of: person, for: work)?.kind == .blind
    }
    return Set(held.map(\.subject.photo))
  }

  /// How many numbers are kept from the person; a control counts as what it passes for.
  ///
  /// - Throws: ``Problem``.
  func withheldCount(person: String) async throws -> Int {
    try await syncNow()
    return heldControls(of: person).count
      + index.all.count { number in
        (number.hasReading || number.phase != .open) && isWithheld(number, person)
      }
  }

  /// Records that the person is shown the photo's numbers all the same: none of them is handed to him to
  /// be keyed blind from now on.
  ///
  /// - Throws: ``Problem``.
  func reveal(photo: String, person: String) async throws {
    try await sync()
    for ticket in tickets.controls(of: person) where ticket.subject.photo == photo {
      claims.release(ticket.work, of: person)
      tickets.remove(ticket.id)
    }
    let subjects = index.numbers(of: photo).map(\.subject)
    guard !subjects.isEmpty else { return }
    try await desk.answer { try $0.recordReveal(of: subjects, person: person) }
    for subject in subjects {
      shown.insert(subject, person: person)
      let work = ReviewClaims.Work(subject)
      guard let ticket = tickets.ticket(of: person, for: work), ticket.kind != .confirm else {
        continue
      }
      claims.release(work, of: person)
      tickets.remove(ticket.id)
    }
  }

  /// The digits that are kept from the person: of open numbers, and of the controls in his hands.
  ///
  /// - Throws: ``Problem``.
  func withheldNumbers(person: String) async throws -> Set<String> {
    try await syncNow()
    let held = heldControls(of: person)
    var numbers = Set(held.compactMap(\.control?.number))
    if !held.isEmpty {
      // The photo itself is withheld too, with all that it shows.
      let photos = Set(held.map(\.subject.photo))
      numbers.formUnion(
        try await desk.answer { file in
          try photos.flatMap { try file.standing(of: $0).numbers.flatMap(\.state.everyNumber) }
        })
    }
    for number in index.all where isWithheld(number, person) { numbers.formUnion(number.numbers) }
    return numbers
  }

  private func heldControls(of person: String) -> [ReviewTicket] {
    let now = clock()
    return tickets.controls(of: person).filter { claims.holder(of: $0.work, at: now) == person }
  }

  private func isWithheld(_ number: OpenNumber, _ person: String) -> Bool {
    !number.people.contains(person) && !shown.contains(number.subject, person: person)
  }
}
