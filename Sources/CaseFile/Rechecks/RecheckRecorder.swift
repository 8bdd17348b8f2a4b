internal import BlockList
internal import Foundation
internal import GRDB

/// Writes one recheck inside one change.
struct RecheckRecorder {
  /// What the numbers of the case came to, each counted once.
  private struct Counts {
    var asked: Set<String> = []
    var flagged: Set<String> = []
    var newlyFlagged: Set<String> = []
    var noLongerFlagged: Set<String> = []
  }

  let change: CaseChange
  let question: RecheckQuestion
  let answers: RecheckAnswers
  let person: String

  func record() throws -> RecheckReport {
    // Compared before anything is written: what was answered before is what queries find until then.
    var counts = Counts()
    var changes: [(photo: Int64, change: AnswerChange)] = []
    try compare(Self.readings, upTo: question.readings, &counts, &changes)
    try compare(Self.decisions, upTo: question.decisions, &counts, &changes)
    let event = change.nextSequence
    let row = try insert(counts, event: event)
    let leads = try insertAnswers(row.id)
    try change.log(
      .combination, "answers.renew", subject: "case:\(try AuditTable.identifier(change.db))",
      details: [
        "lists": .list(answers.lists.map { .list($0) }),
        "asked": .integer(Int64(counts.asked.count)),
        "flagged": .integer(Int64(counts.flagged.count)),
        "newlyFlagged": .integer(Int64(counts.newlyFlagged.count)),
        "noLongerFlagged": .integer(Int64(counts.noLongerFlagged.count)),
        "leads": .integer(Int64(leads)),
      ], rows: [row])
    let changed = changes.filter { $0.change.isNewlyFlagged || $0.change.isNoLongerFlagged }
    for (photo, changes) in Dictionary(grouping: changed, by: \.photo).sorted(by: {
      $0.key < $1.key
    }) {
      try renew(photo, changes.map(\.change), event: event)
    }
    return RecheckReport(
      recheck: RecordedRecheck(
        event: event, lists: answers.lists, asked: counts.asked.count,
        flagged: counts.flagged.count, newlyFlagged: counts.newlyFlagged.count,
        noLongerFlagged: counts.noLongerFlagged.count, person: person, askedAt: change.time),
      changes: changes.map(\.change), leads: leads)
  }

  /// Readings of results in force, with what was answered before.
  private static let readings = """
    SELECT photo.id AS photo, photo.sha256, photo.reading_id AS in_force, reading_row.reading_id,
      reading_row.position, imei AS number, NULL AS person,
      \(LatestAnswer.stateOfReading) AS state, latest.id IS NOT NULL AS renewed,
      coalesce(renewed.answer, latest.answer) AS answer, reading_row.lists
    FROM photo JOIN reading_row ON reading_row.reading_id = photo.reading_id
    \(LatestAnswer.ofReadings)
    WHERE imei IS NOT NULL AND reading_row.reading_id <= ? ORDER BY photo.id, position
    """

  /// Numbers that people gave, with what was answered before; without what was undone.
  private static let decisions = """
    SELECT photo.id AS photo, photo.sha256, photo.reading_id AS in_force, decision.reading_id,
      decision.position, decision.number, person, \(LatestAnswer.stateOfDecision) AS state,
      latest.id IS NOT NULL AS renewed,
      coalesce(renewed.answer, latest.answer, decision_answer.answer) AS answer, NULL AS lists
    FROM decision JOIN photo ON photo.id = decision.photo_id
    LEFT JOIN decision_answer ON decision_answer.decision_id = decision.id
    \(LatestAnswer.ofDecisions)
    WHERE decision.number IS NOT NULL AND decision.event <= ? AND decision.event NOT IN (
      SELECT undoes FROM decision WHERE undoes IS NOT NULL)
    ORDER BY photo.id, decision.event
    """

  private func compare(
    _ sql: String, upTo last: Int64, _ counts: inout Counts,
    _ changes: inout [(photo: Int64, change: AnswerChange)]
  ) throws {
    let rows = try Row.fetchCursor(change.db, sql: sql, arguments: [last])
    while let row = try rows.next() {
      let number: String = row["number"]
      let after = answers.answer(to: number)
      counts.asked.insert(number)
      guard after.state == .flagged || row["state"] == "flagged" else { continue }
      let found = AnswerChange(
        subject: Self.subject(row), number: number, person: row["person"],
        before: try former(row), after: after)
      if after.state == .flagged { counts.flagged.insert(number) }
      if found.isNewlyFlagged { counts.newlyFlagged.insert(number) }
      if found.isNoLongerFlagged { counts.noLongerFlagged.insert(number) }
      changes.append((row["photo"], found))
    }
  }

  private static func subject(_ row: Row) -> ReadingSubject {
    let position: Int = row["position"]
    let isSeen = row["reading_id"] as Int64? == nil
    return ReadingSubject(
      photo: PhotoDigest.text(row["sha256"]), number: isSeen ? .seen(position) : .read(position))
  }

  private func former(_ row: Row) throws -> FormerAnswer {
    // What a person gave was answered there and then.
    if row["renewed"] == 1 || row["person"] as String? != nil {
      return FormerAnswer(state: row["state"], lines: nil, json: row["answer"])
    }
    let json = try String.fetchOne(
      change.db.cachedStatement(
        sql: """
          SELECT json_extract(result, '$.readings[' || ? || '].answer') FROM reading_text
          WHERE reading_id = ?
          """), arguments: [row["position"] as Int, row["reading_id"] as Int64?])
    return FormerAnswer(state: row["state"], lines: row["lists"], json: json)
  }

  private func insert(_ counts: Counts, event: Int64) throws -> RowKey {
    try change.insert(
      "recheck",
      [
        "id": question.former + 1, "event": event, "lists": try CaseFile.text(of: answers.lists),
        "answer": answers.plain.json, "readings_to": question.readings,
        "decisions_to": question.decisions, "asked": counts.asked.count,
        "flagged": counts.flagged.count, "newly_flagged": counts.newlyFlagged.count,
        "no_longer_flagged": counts.noLongerFlagged.count, "person": person,
        "asked_at": change.time,
      ])
  }

  /// - Returns: how many readings have leads.
  private func insertAnswers(_ recheck: Int64) throws -> Int {
    for (number, found) in answers.found.sorted(by: { $0.key < $1.key }) where !found.isPlain {
      try change.execute(
        "INSERT INTO renewed_answer (recheck_id, number, state, answer) VALUES (?, ?, ?, ?)",
        [recheck, number, found.answer.state.rawValue, found.json])
    }
    for leads in answers.leads {
      // A result that came into force meanwhile has leads of its own.
      try change.execute(
        """
        INSERT INTO renewed_lead (recheck_id, reading_row_id, leads, alternatives)
        SELECT ?, reading_row.id, ?, ? FROM photo
        JOIN reading_row ON reading_row.reading_id = photo.reading_id
        WHERE sha256 = ? AND position = ? AND reading_row.reading_id <= ?
        """,
        [
          recheck, leads.leads, leads.alternatives, try PhotoDigest.bytes(leads.photo),
          leads.position, question.readings,
        ])
    }
    return answers.leads.count { $0.leads != "[]" }
  }

  /// Marks a photo as flagged or not, as its readings are now, and tells in its history what changed.
  private func renew(_ photo: Int64, _ changes: [AnswerChange], event: Int64) throws {
    try change.execute(
      """
      UPDATE photo SET flagged = EXISTS (SELECT 1 FROM reading_row \(LatestAnswer.ofReadings)
        WHERE reading_row.reading_id = photo.reading_id
          AND \(LatestAnswer.stateOfReading) = 'flagged')
      WHERE id = ?
      """, [photo])
    try change.log(
      .combination, "photo.renewed", subject: changes.first.map { "photo:\($0.subject.photo)" },
      details: [
        "recheck": .integer(event),
        "changes": .list(changes.map(\.logged)),
      ], rows: [RowKey(table: "photo", id: photo)])
  }
}
