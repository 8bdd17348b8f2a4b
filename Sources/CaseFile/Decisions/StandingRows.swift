internal import GRDB

/// What of many photos the rules of decisions need, fetched at once: to ask for each photo alone takes many
/// times as long.
struct StandingRows {
  private var photos: [Int64: StandingQuery.Subject] = [:]
  private var parts: [Int64: [StandingQuery.Part]] = [:]
  private var decisions: [Int64: [Row]] = [:]

  /// Fetches the rows of photos of which none was fetched before.
  mutating func fetch(_ ids: some Collection<Int64>, _ db: Database) throws {
    guard !ids.isEmpty else { return }
    var inForce: [Int64] = []
    let subjects = try Row.fetchCursor(
      db,
      sql: """
        SELECT \(StandingQuery.Subject.columns) FROM photo
        WHERE id IN (SELECT value FROM json_each(?))
        """, arguments: [Self.list(ids)])
    while let row = try subjects.next() {
      let subject = StandingQuery.Subject(row)
      photos[subject.id] = subject
      if let reading = subject.readingID { inForce.append(reading) }
    }
    let readings = try Row.fetchCursor(
      db,
      sql: """
        SELECT reading_row.reading_id, \(StandingQuery.Part.columns)
        FROM \(StandingQuery.Part.source)
        WHERE reading_row.reading_id IN (SELECT value FROM json_each(?))
        ORDER BY reading_row.reading_id, reading_row.position
        """, arguments: [Self.list(inForce)])
    while let row = try readings.next() {
      parts[row[0], default: []].append(StandingQuery.Part(row, from: 1))
    }
    let events = try Row.fetchAll(
      db,
      sql: """
        \(StandingQuery.decisions) WHERE decision.photo_id IN (SELECT value FROM json_each(?))
          AND decision.kind <> 'assign' ORDER BY decision.event
        """, arguments: [Self.list(ids)])
    for row in events { decisions[row["photo_id"], default: []].append(row) }
  }

  /// Whether people decided on a photo that was fetched.
  func hasDecisions(_ photo: Int64) -> Bool { decisions[photo] != nil }

  /// What the rules make of a photo; `nil` when it is none of those that were fetched.
  func query(_ photo: Int64, _ db: Database) -> StandingQuery? {
    photos[photo].map { subject in
      StandingQuery(
        subject, parts: subject.readingID.flatMap { parts[$0] } ?? [],
        decisions: decisions[photo] ?? [], db)
    }
  }

  /// Numbers as `json_each` takes them.
  static func list(_ ids: some Sequence<Int64>) -> String {
    "[\(ids.map(String.init).joined(separator: ","))]"
  }
}
