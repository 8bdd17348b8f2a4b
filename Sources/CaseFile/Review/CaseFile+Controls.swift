internal import Foundation
internal import GRDB

extension CaseFile {
  /// What a finding about a known-answer item is called.
  public static let differingControl = "control.differs"

  /// Records what a person answered to a known-answer item.
  ///
  /// It decides nothing. An answer that differs from what the case holds is kept as a finding too, since
  /// either the person or the case is wrong.
  ///
  /// - Parameter person: who answered, a person known to the case, by name or number.
  /// - Throws: ``CaseFileError``: `operatorMissing`, `photoMissing`, `itemMissing`, `badValue`.
  @discardableResult
  public func recordControl(_ answer: ControlAnswer, person: String) throws -> AuditEvent {
    guard (0...15).contains(answer.digitsDiffering), answer.passed == (answer.digitsDiffering == 0)
    else {
      throw CaseFileError(
        .badValue, "an answer that differs in \(answer.digitsDiffering) digits cannot be",
        cure: "Give 0 for one that is as the case holds, and 1 to 15 for any other.")
    }
    let keyed = try answer.keyed.map(Self.digits)
    let milliseconds = try Self.milliseconds(answer.seconds)
    let events = try change { change in
      let person = try Self.findOperator(person, change.db)
      let query = try StandingQuery(sha256: answer.subject.photo, change.db)
      guard let readingID = try query.target(answer.subject).readingID else {
        throw CaseFileError(
          .badValue, "a number that the machine did not read is no known-answer item",
          cure: "Ask for one of those that the case offers.")
      }
      let row = try change.insert(
        "control_answer",
        [
          "photo_id": query.photoID, "reading_id": readingID,
          "position": answer.subject.number.position, "person": person.person,
          "passed": answer.passed ? 1 : 0, "digits_differing": answer.digitsDiffering,
          "number": keyed, "milliseconds": milliseconds, "answered_at": change.time,
        ])
      if !answer.passed {
        _ = try Self.add(Self.finding(answer, keyed, person.person), change)
      }
      try change.log(
        .alteration, "control.answer", person: person.person, subject: row.text,
        details: [
          "passed": .boolean(answer.passed),
          "digitsDiffering": .integer(Int64(answer.digitsDiffering)),
          "milliseconds": milliseconds.map { .integer($0) } ?? .null,
        ], rows: [row])
    }.events
    return try Self.last(events)
  }

  /// How each person answered known-answer items, by person.
  ///
  /// - Throws: ``CaseFileError``.
  public func controlTally() throws -> [ControlTally] { try read(Self.controlTally) }

  static func controlTally(_ db: Database) throws -> [ControlTally] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT person, COUNT(*), COUNT(CASE WHEN passed = 0 THEN 1 END) FROM control_answer
        GROUP BY person ORDER BY person
        """
    ).map { ControlTally(person: $0[0], answered: $0[1], differing: $0[2]) }
  }

  private static func finding(_ answer: ControlAnswer, _ keyed: String?, _ person: String)
    -> CaseFinding
  {
    let digits = answer.digitsDiffering == 1 ? "1 digit" : "\(answer.digitsDiffering) digits"
    let said = keyed.map { "keyed \($0), which differs in \(digits)" } ?? "answered otherwise"
    return CaseFinding(
      kind: differingControl, severity: "look",
      subjects: ["photo:\(answer.subject.photo.lowercased())", "\(answer.subject)"],
      text: "\(CaseText.shown(person)) was asked a number that the case holds and \(said): look at "
        + "the picture, since either the person or the case is wrong.")
  }

  /// A time on screen, which a client tells, in milliseconds; at most a day.
  static func milliseconds(_ seconds: Double?) throws -> Int64? {
    guard let seconds else { return nil }
    guard (0...86_400).contains(seconds) else {
      throw CaseFileError(
        .badValue, "a time of \(seconds) seconds cannot be", cure: "Give 0 to 86,400 seconds.")
    }
    return Int64(seconds * 1_000)
  }
}
