internal import Foundation
internal import GRDB

/// Reads a photo's result and decisions, and has the rules say where its numbers stand.
struct StandingQuery {
  /// What of a photo its numbers depend on.
  struct Subject {
    static let columns = "id, lower(hex(sha256)), status, reading_id, perceptual_hash"

    let id: Int64
    let sha256: String
    let status: String
    let readingID: Int64?
    let perceptualHash: UInt64?

    /// A photo from a row of ``columns``.
    init(_ row: Row) {
      id = row[0]
      sha256 = row[1]
      status = row[2]
      readingID = row[3]
      perceptualHash = (row[4] as Int64?).map { UInt64(bitPattern: $0) }
    }

    /// A photo from a whole row.
    init(photo row: Row) {
      id = row["id"]
      sha256 = PhotoDigest.text(row["sha256"])
      status = row["status"]
      readingID = row["reading_id"]
      perceptualHash = (row["perceptual_hash"] as Int64?).map { UInt64(bitPattern: $0) }
    }
  }

  /// A reading of the result in force.
  struct Part {
    static let columns = """
      reading_row.position, reading_row.imei, reading_row.status, \(LatestAnswer.stateOfReading),
      reading_row.slot, reading_row.check_digit, reading_row.body, reading_row.answer
      """
    static let source = "reading_row \(LatestAnswer.ofReadings)"

    let position: Int
    let imei: String?
    let machine: MachineReading
    let slot: Int?
    let checkDigit: String
    let isPlausible: Bool
    /// Whether a list was asked about it.
    let isChecked: Bool
    /// What newer lists say, where it is something else than was recorded with it.
    let renewed: String?

    /// A reading from a row of ``columns``, which begin at `start`.
    init(_ row: Row, from start: Int = 0) {
      let answer: String = row[start + 3]
      let digits: String? = row[start + 1]
      position = row[start]
      imei = digits
      machine = MachineReading(
        number: digits, isAccepted: row[start + 2] as String == "accepted",
        isFlagged: answer == "flagged")
      slot = row[start + 4]
      checkDigit = row[start + 5]
      isPlausible =
        checkDigit == "agrees" && ["allocating", "historic"].contains(row[start + 6] as String)
      isChecked = answer != "notChecked"
      renewed = row[start + 7] as String == answer ? nil : answer
    }
  }

  static let decisions = """
    SELECT decision.*, former.imei AS former, \(LatestAnswer.stateOfDecision) AS latest_state
    FROM decision LEFT JOIN reading_row AS former ON former.reading_id = decision.reading_id
      AND former.position = decision.position
    \(LatestAnswer.ofDecisions)
    """

  let subject: Subject
  let parts: [Part]
  private let db: Database
  /// The photo's decisions, unless they are still to be fetched.
  private let known: [Row]?

  var photoID: Int64 { subject.id }
  var sha256: String { subject.sha256 }
  private var status: String { subject.status }
  private var readingID: Int64? { subject.readingID }

  /// A photo of which everything was fetched.
  init(_ subject: Subject, parts: [Part], decisions: [Row], _ db: Database) {
    self.subject = subject
    self.parts = parts
    self.db = db
    known = decisions
  }

  init(photo row: Row, _ db: Database) throws {
    self.db = db
    subject = Subject(photo: row)
    known = nil
    let statement = try db.cachedStatement(
      sql: """
        SELECT \(Part.columns) FROM \(Part.source) WHERE reading_row.reading_id = ?
        ORDER BY reading_row.position
        """)
    parts = try Row.fetchAll(statement, arguments: [subject.readingID]).map { Part($0) }
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
    var byNumber: [ReadingSubject.Number: [DecisionEvent]] = [:]
    var unfitting: [DecisionEvent] = []
    for row in try decisions() {
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

  /// The rows of the photo's decisions.
  func decisions() throws -> [Row] {
    if let known { return known }
    return try Row.fetchAll(
      db.cachedStatement(
        sql: """
          \(Self.decisions) WHERE decision.photo_id = ? AND decision.kind <> 'assign'
          ORDER BY decision.event
          """),
      arguments: [photoID])
  }

  /// Which number in force a row is about: what was done on a former result holds for the same digits.
  func number(of row: Row) -> ReadingSubject.Number? {
    let position: Int = row["position"]
    guard let reading: Int64 = row["reading_id"] else { return .seen(position) }
    if reading == readingID { return .read(position) }
    guard let former: String = row["former"] else { return nil }
    return parts.first { $0.imei == former }.map { .read($0.position) }
  }

  /// The first 14 digits of the photo's numbers that a list was asked about.
  func checked() throws -> Set<String> {
    var checked = Set(parts.filter(\.isChecked).compactMap { $0.imei?.prefix(14) }.map(String.init))
    for row in try decisions() {
      guard let number: String = row["number"], let answer: String = row["latest_state"],
        answer != "notChecked"
      else { continue }
      checked.insert(String(number.prefix(14)))
    }
    return checked
  }

  func standing() throws -> PhotoStanding {
    let (byNumber, orphaned) = try events()
    func version(_ number: ReadingSubject.Number, renewed: String? = nil) -> String {
      let version = "\(readingID ?? 0).\(byNumber[number]?.last?.sequence ?? 0)"
      return renewed.map { "\(version).\($0)" } ?? version
    }
    var numbers = parts.map { part in
      NumberStanding(
        subject: ReadingSubject(photo: sha256, number: .read(part.position)),
        state: DecisionRules.state(
          of: part.machine, after: byNumber[.read(part.position)] ?? []),
        slot: part.slot, checkDigit: part.checkDigit, isPlausible: part.isPlausible,
        version: version(.read(part.position), renewed: part.renewed))
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
      isFlagged: (row["latest_state"] as String?) == "flagged")
  }
}
