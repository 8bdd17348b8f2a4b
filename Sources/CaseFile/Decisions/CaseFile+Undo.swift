internal import GRDB

extension CaseFile {
  /// Records that a decision counts no more; the decision itself stays.
  ///
  /// - Parameter sequence: of the event that is undone.
  /// - Throws: ``CaseFileError``: `operatorMissing`, `itemMissing`, `decisionRefused`.
  @discardableResult
  public func undo(event sequence: Int64, note: String? = nil, person: String) throws -> AuditEvent
  {
    let note = try CaseText.checked(note, as: "the note", limit: 1_000)
    let events = try change { change in
      let person = try Self.findOperator(person, change.db)
      let target = try Row.fetchOne(
        change.db,
        sql: """
          SELECT decision.*, photo.sha256 FROM decision JOIN photo ON photo.id = photo_id
          WHERE event = ?
          """, arguments: [sequence])
      guard let target else {
        throw CaseFileError(
          .itemMissing, "event \(sequence) is no decision", cure: "List the decisions first.")
      }
      let assignment: Int64? = target["assignment_id"]
      var rows: [RowKey] = []
      if let assignment {
        rows = [try Self.withdraw(assignment, decidedBy: target["person"], person, change)]
      } else {
        try Self.checkUndoing(sequence, target, person, change)
      }
      rows.append(
        try change.insert(
          "decision",
          [
            "event": change.nextSequence, "kind": assignment == nil ? "undo" : "assign",
            "photo_id": target["photo_id"] as Int64, "reading_id": target["reading_id"] as Int64?,
            "position": target["position"] as Int, "undoes": sequence,
            "person": person.person, "role": person.role.rawValue, "note": note,
            "decided_at": change.time,
          ]))
      try change.log(
        .alteration, "decision.undo", person: person.person, subject: "event:\(sequence)",
        details: [
          "undoes": .integer(sequence), "role": .text(person.role.rawValue),
          "photo": .text(PhotoDigest.text(target["sha256"])),
          "note": note.map { .text(change.ledger.digest(of: $0)) } ?? .null,
        ], rows: rows)
    }.events
    return try Self.last(events)
  }

  private static func checkUndoing(
    _ sequence: Int64, _ target: Row, _ person: Operator, _ change: CaseChange
  ) throws {
    let query = try StandingQuery(sha256: PhotoDigest.text(target["sha256"]), change.db)
    let (byNumber, _) = try query.events()
    let undoing = DecisionEvent(
      sequence: change.nextSequence, act: .undo(sequence), person: person.person,
      role: person.role)
    let found = byNumber.first { $0.value.contains { $0.sequence == sequence } }
    // A decision that fits no reading in force counts nowhere: nothing stands against undoing it.
    guard let (number, events) = found else { return }
    let machine = try query.target(ReadingSubject(photo: query.sha256, number: number)).machine
    if let reason = DecisionRules.refusal(of: undoing, on: machine, after: events) {
      throw refused(reason)
    }
  }

  private static func withdraw(
    _ assignment: Int64, decidedBy other: String, _ person: Operator, _ change: CaseChange
  ) throws -> RowKey {
    guard other == person.person || person.role.settles else {
      throw refused("only \(CaseText.shown(other)) or a person who may settle can undo it")
    }
    try change.execute(
      "UPDATE assignment SET withdrawn_at = ? WHERE id = ? AND withdrawn_at IS NULL",
      [change.time, assignment])
    guard change.db.changesCount == 1 else { throw refused("it is undone already") }
    return RowKey(table: "assignment", id: assignment)
  }
}
