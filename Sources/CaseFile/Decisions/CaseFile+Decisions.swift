internal import BlockList
internal import Foundation
internal import GRDB
internal import IMEI

extension CaseFile {
  /// Records what a person concludes about a number.
  ///
  /// - Parameter person: who decides, a person known to the case, by name or number.
  /// - Returns: the event, whose sequence number an undoing names.
  /// - Throws: ``CaseFileError``: `operatorMissing`, `photoMissing`, `itemMissing`, `badValue`,
  ///   `decisionRefused` with the rule that is against it.
  @discardableResult
  public func decide(_ decision: Decision, person: String) throws -> AuditEvent {
    let number = try decision.act.number.map(Self.digits)
    let note = try CaseText.checked(decision.note, as: "the note", limit: 1_000)
    let events = try change { change in
      let person = try Self.findOperator(person, change.db)
      let query = try StandingQuery(sha256: decision.subject.photo, change.db)
      let (readingID, machine) = try query.target(decision.subject)
      let event = DecisionEvent(
        sequence: change.nextSequence, act: decision.act.event(number: number),
        person: person.person, role: person.role, isFlagged: decision.answer?.state == .flagged)
      let before = try query.events().byNumber[decision.subject.number] ?? []
      if let reason = DecisionRules.refusal(of: event, on: machine, after: before) {
        throw Self.refused(reason)
      }
      if case .key = decision.act,
        try Self.seen(by: person.person, query, change.db).contains(decision.subject.number)
      {
        throw Self.refused(
          "\(CaseText.shown(person.person)) was shown a value of this number, or decided on it before, "
            + "and cannot key it blind"
        )
      }
      let row = try change.insert(
        "decision",
        [
          "event": event.sequence, "kind": decision.act.kind, "photo_id": query.photoID,
          "reading_id": readingID, "position": decision.subject.number.position,
          "number": number, "reversed": number.map { String($0.reversed()) },
          "answer": number == nil ? nil : decision.answer?.state.rawValue ?? "notChecked",
          "person": person.person, "role": person.role.rawValue, "note": note,
          "decided_at": change.time,
        ])
      // Which lists say so, and with which entries: the row itself has the state alone.
      if number != nil, let answer = decision.answer, !answer.lists.isEmpty {
        try change.execute(
          "INSERT INTO decision_answer (decision_id, answer) VALUES (?, ?)",
          [row.id, try Self.text(of: answer)])
      }
      try change.log(
        .alteration, "decision.\(decision.act.kind)", person: person.person,
        subject: decision.subject.description,
        details: [
          "number": number.map { .text(change.ledger.digest(of: $0)) } ?? .null,
          "answer": decision.answer.map { .text($0.state.rawValue) } ?? .null,
          "role": .text(person.role.rawValue),
          "note": note.map { .text(change.ledger.digest(of: $0)) } ?? .null,
        ], rows: [row])
    }.events
    return try Self.last(events)
  }

  /// Records that a person says which exhibit a photo shows; it can be undone as any decision.
  ///
  /// - Throws: ``CaseFileError``: `operatorMissing`, `photoMissing`, `exhibitMissing`,
  ///   `decisionRefused` when it is known already.
  @discardableResult
  public func decideExhibit(
    of photo: String, is exhibit: String, note: String? = nil, person: String
  )
    throws -> AuditEvent
  {
    let note = try CaseText.checked(note, as: "the note", limit: 1_000)
    let events = try change { change in
      let person = try Self.findOperator(person, change.db)
      let assignment = PhotoAssignment(
        photo: photo, exhibit: exhibit, source: .person, detail: nil)
      let assigned = try Self.assign(
        assignment, addingExhibits: false, person: person.person, kind: nil, change)
      guard let assigned else {
        throw Self.refused("the photo is assigned to exhibit \(CaseText.shown(exhibit)) already")
      }
      let row = try change.insert(
        "decision",
        [
          "event": change.nextSequence, "kind": "assign",
          "photo_id": try Self.photoID(photo, change.db), "position": -1,
          "assignment_id": assigned.id, "person": person.person, "role": person.role.rawValue,
          "note": note, "decided_at": change.time,
        ])
      try change.log(
        .alteration, "decision.assign", person: person.person,
        subject: "photo:\(photo.lowercased())",
        details: [
          "exhibit": .text(CaseText.logged(exhibit)), "role": .text(person.role.rawValue),
          "note": note.map { .text(change.ledger.digest(of: $0)) } ?? .null,
        ], rows: [assigned, row])
    }.events
    return try Self.last(events)
  }

  static func refused(_ reason: String) -> CaseFileError {
    CaseFileError(
      .decisionRefused, "the decision was not recorded: \(CaseText.shown(reason, limit: 600))",
      cure: "Look at what was decided so far, and by whom.")
  }

  private static func text(of answer: Answer) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(answer), as: UTF8.self)
  }

  static func last(_ events: [AuditEvent]) throws -> AuditEvent {
    guard let event = events.last else {
      throw CaseFileError(
        .unloggedChange, "a decision was not logged",
        cure: "Report this fault; nothing was written.")
    }
    return event
  }

  /// The digits of a number as a person typed it.
  static func digits(_ typed: String) throws -> String {
    guard let imei = IdentifierInput.parse(typed).imei else {
      throw CaseFileError(
        .badValue, "“\(CaseText.shown(typed, limit: 60))” is no IMEI",
        cure: "Give the 15 digits as they stand in the picture, or 14 without the check digit.")
    }
    return imei.digits
  }
}
