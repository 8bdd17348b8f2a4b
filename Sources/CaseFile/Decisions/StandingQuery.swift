internal import Foundation
internal import GRDB

/// Reads a photo's result and decisions, and has the rules say where its numbers stand.
struct StandingQuery {
  /// A reading of the result in force.
  private struct Part {
    let position: Int
    let imei: String?
    let machine: MachineReading
    let slot: Int?
    let checkDigit: String
    let isPlausible: Bool
  }

  let photoID: Int64
  let sha256: String
  private let db: Database
  private let status: String
  private let readingID: Int64?
  private let parts: [Part]

  init(photo row: Row, _ db: Database) throws {
    self.db = db
    photoID = row["id"]
    sha256 = PhotoDigest.text(row["sha256"])
    status = row["status"]
    readingID = row["reading_id"]
    let statement = try db.cachedStatement(
      sql: "SELECT * FROM reading_row WHERE reading_id = ? ORDER BY position")
    parts = try Row.fetchAll(statement, arguments: [readingID]).map { row in
      let state: String = row["status"]
      return Part(
        position: row["position"], imei: row["imei"],
        machine: MachineReading(
          number: row["imei"], isAccepted: state == "accepted",
          isFlagged: row["answer"] == "flagged"),
        slot: row["slot"], checkDigit: row["check_digit"],
        isPlausible: row["check_digit"] == "agrees"
          && ["allocating", "historic"].contains(row["body"] as String))
    }
  }

  init(sha256: String, _ db: Database) throws {
    let id = try CaseFile.photoID(sha256, db)
    let row = try Row.fetchOne(db, sql: "SELECT * FROM photo WHERE id = ?", arguments: [id])
    try self.init(photo: row ?? [:], db)
  }

  /// The reading in force that `subject` names, and what the machine made of it.
  func target(_ subject: ReadingSubject) throws -> (readingID: Int64?, machine: MachineReading) {
    switch subject.number {
    case .read(let position):
      guard let part = parts.first(where: { $0.position == position }) else {
        throw CaseFileError(
          .itemMissing, "the photo has no reading \(position)",
          cure: "List its readings first; another result may have come into force.")
      }
      return (readingID, part.machine)
    case .seen(let index):
      guard index >= 0 else {
        throw CaseFileError(
          .badValue, "\(index) is no place of a number", cure: "Count from 0.")
      }
      return (nil, Self.unread)
    }
  }

  private static let unread = MachineReading(number: nil, isAccepted: false, isFlagged: false)

  /// The decisions on each number in the order they were made, and those that fit none.
  func events() throws -> (byNumber: [ReadingSubject.Number: [DecisionEvent]], orphaned: [Int64]) {
    let statement = try db.cachedStatement(
      sql: """
        SELECT decision.*, former.imei AS former FROM decision
        LEFT JOIN reading_row AS former ON former.reading_id = decision.reading_id
          AND former.position = decision.position
        WHERE decision.photo_id = ? AND kind <> 'assign' ORDER BY event
        """)
    var byNumber: [ReadingSubject.Number: [DecisionEvent]] = [:]
    var unfitting: [DecisionEvent] = []
    for row in try Row.fetchAll(statement, arguments: [photoID]) {
      guard let event = DecisionEvent(row) else { continue }
      if let number = number(of: row) {
        byNumber[number, default: []].append(event)
      } else {
        unfitting.append(event)
      }
    }
    // One that was undone holds nobody up.
    var undone: Set<Int64> = []
    for case .undo(let sequence) in unfitting.map(\.act) { undone.insert(sequence) }
    let orphaned = unfitting.filter { event in
      if case .undo = event.act { false } else { !undone.contains(event.sequence) }
    }
    return (byNumber, orphaned.map(\.sequence))
  }

  /// Which number in force a row is about: what was done on a former result holds for the same digits.
  func number(of row: Row) -> ReadingSubject.Number? {
    let position: Int = row["position"]
    guard let reading: Int64 = row["reading_id"] else { return .seen(position) }
    if reading == readingID { return .read(position) }
    guard let former: String = row["former"] else { return nil }
    return parts.first { $0.imei == former }.map { .read($0.position) }
  }

  func standing() throws -> PhotoStanding {
    let (byNumber, orphaned) = try events()
    func version(_ number: ReadingSubject.Number) -> String {
      "\(readingID ?? 0).\(byNumber[number]?.last?.sequence ?? 0)"
    }
    var numbers = parts.map { part in
      NumberStanding(
        subject: ReadingSubject(photo: sha256, number: .read(part.position)),
        state: DecisionRules.state(
          of: part.machine, after: byNumber[.read(part.position)] ?? []),
        slot: part.slot, checkDigit: part.checkDigit, isPlausible: part.isPlausible,
        version: version(.read(part.position)))
    }
    var seen: Set<Int> = []
    for case .seen(let index) in byNumber.keys { seen.insert(index) }
    // A photo of which nothing could be read waits for a person who can.
    if parts.isEmpty, !["none", "accepted"].contains(status) { seen.insert(0) }
    for index in seen.sorted() {
      let state = DecisionRules.state(of: Self.unread, after: byNumber[.seen(index)] ?? [])
      // With all decisions on it undone there is nothing seen, unless the photo asks for it.
      guard !state.opinions.isEmpty || (parts.isEmpty && index == 0) else { continue }
      numbers.append(
        NumberStanding(
          subject: ReadingSubject(photo: sha256, number: .seen(index)), state: state, slot: nil,
          checkDigit: nil, isPlausible: true, version: version(.seen(index))))
    }
    return PhotoStanding(photo: sha256, status: status, numbers: numbers, orphaned: orphaned)
  }
}

extension DecisionEvent {
  init?(_ row: Row) {
    let kind: String = row["kind"]
    let number: String? = row["number"]
    let act: Act
    switch kind {
    case "accept": act = .accept
    case "correct", "key":
      act = .opinion(.number(number ?? ""), isBlind: kind == "key")
    case "unreadable": act = .opinion(.unreadable, isBlind: false)
    case "settle": act = .settle(number)
    case "undo":
      guard let sequence: Int64 = row["undoes"] else { return nil }
      act = .undo(sequence)
    default: return nil
    }
    self.init(
      sequence: row["event"], act: act, person: row["person"],
      role: OperatorRole(rawValue: row["role"]) ?? .reader,
      isFlagged: (row["answer"] as String?) == "flagged")
  }
}
