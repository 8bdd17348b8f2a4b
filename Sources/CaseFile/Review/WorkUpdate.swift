internal import GRDB

/// Brings a ``WorkIndex`` up to the state of the case that is being read.
struct WorkUpdate {
  /// The photos of which anything could be left to decide: what is accepted, not flagged and never decided
  /// on needs nobody.
  static let candidates = """
    (photo.status NOT IN ('accepted', 'none') OR photo.flagged = 1
      OR photo.id IN (SELECT photo_id FROM decision))
    """

  private let db: Database
  private var standings: [Int64: PhotoStanding] = [:]

  private init(_ db: Database) { self.db = db }

  static func bring(_ work: inout WorkIndex, upTo db: Database) throws {
    let head =
      try Int64.fetchOne(
        db.cachedStatement(sql: "SELECT max(sequence) FROM main.audit_event")) ?? 0
    guard head != work.sequence else { return }
    do {
      try bring(&work, to: head, db)
    } catch {
      // Half an update would pass for a whole one.
      work = WorkIndex()
      throw error
    }
  }

  private static func bring(_ work: inout WorkIndex, to head: Int64, _ db: Database) throws {
    var update = WorkUpdate(db)
    if try String.fetchOne(db, sql: "SELECT purged_at FROM case_detail") != nil {
      // Without numbers nothing can be decided, and nothing can be said of an exhibit.
      work = WorkIndex()
      work.exhibits = try update.unresolvedExhibits()
    } else if work.sequence == 0 || head < work.sequence
      || head - work.sequence > WorkIndex.mostEvents
    {
      work = WorkIndex()
      try update.fill(&work)
    } else {
      try update.follow(&work)
    }
    work.sequence = head
  }

  /// Works everything out.
  private mutating func fill(_ work: inout WorkIndex) throws {
    let photos = try Row.fetchAll(
      db, sql: "SELECT * FROM photo WHERE \(Self.candidates) ORDER BY id")
    for row in photos { _ = try standing(row) }
    let concerned = try Int64.fetchAll(
      db,
      sql: """
        SELECT DISTINCT exhibit_id FROM assignment JOIN photo ON photo.id = photo_id
        WHERE withdrawn_at IS NULL AND \(Self.candidates)
        """)
    work.exhibits = try plainAnswers()
    for exhibit in concerned { _ = try settle(exhibit, &work) }
    for row in photos { try set(row["id"], &work) }
  }

  /// Works out again what the events since then could have changed.
  private mutating func follow(_ work: inout WorkIndex) throws {
    var photos: Set<Int64> = []
    var exhibits: Set<Int64> = []
    let rows = try String.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT DISTINCT told.key FROM main.audit_event,
            json_each(audit_event.line, '$.details.rows') AS told WHERE sequence > ?
          """), arguments: [work.sequence])
    for row in rows {
      let parts = row.split(separator: ":")
      guard parts.count == 2, let id = Int64(parts[1]) else { continue }
      switch parts[0] {
      case "photo": photos.insert(id)
      case "exhibit": exhibits.insert(id)
      case "decision", "assignment":
        let table = parts[0] == "decision" ? "decision" : "assignment"
        let photo = try Int64.fetchOne(
          db.cachedStatement(sql: "SELECT photo_id FROM \(table) WHERE id = ?"), arguments: [id])
        if let photo { photos.insert(photo) }
        guard table == "assignment" else { continue }
        let exhibit = try Int64.fetchOne(
          db.cachedStatement(sql: "SELECT exhibit_id FROM assignment WHERE id = ?"),
          arguments: [id])
        if let exhibit { exhibits.insert(exhibit) }
      default: continue
      }
    }
    for photo in photos { exhibits.formUnion(try self.exhibits(of: photo)) }
    for photo in photos { work.sightings[photo] = nil }
    for exhibit in exhibits {
      let before = work.settled[exhibit]
      let others = try settle(exhibit, &work)
      // What one photo settles for its exhibit need not be decided on the others.
      if work.settled[exhibit] != before { photos.formUnion(others) }
    }
    for photo in photos { try set(photo, &work) }
  }

  private mutating func set(_ photo: Int64, _ work: inout WorkIndex) throws {
    let standing = try standing(photo)
    if standing.orphaned.isEmpty {
      work.orphaned.remove(photo)
    } else {
      work.orphaned.insert(photo)
    }
    let unresolved = standing.numbers.filter { number in
      // What is no picture cannot be shown to anybody, unless somebody has found a number on it all the same.
      !number.state.phase.isResolved
        && (standing.status != "refused" || !number.state.opinions.isEmpty)
    }
    guard !unresolved.isEmpty else { return work.set([], of: photo) }
    var settled: Set<String> = []
    for exhibit in try exhibits(of: photo) {
      if work.settled[exhibit] == nil { _ = try settle(exhibit, &work) }
      settled.formUnion(work.settled[exhibit] ?? [])
    }
    work.set(
      unresolved.compactMap { number in
        let isCovered =
          number.state.opinions.isEmpty
          && number.state.machine.number.map(settled.contains) == true
        guard !isCovered, let kind = OpenItem.Kind(number) else { return nil }
        return WorkIndex.OpenNumber(
          number: number.subject.number, kind: kind, people: number.state.opinions.map(\.person))
      }, of: photo)
  }

  private func exhibits(of photo: Int64) throws -> [Int64] {
    try Int64.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT DISTINCT exhibit_id FROM assignment WHERE photo_id = ? AND withdrawn_at IS NULL
          """), arguments: [photo])
  }

  private mutating func standing(_ photo: Int64) throws -> PhotoStanding {
    if let known = standings[photo] { return known }
    let row = try Row.fetchOne(
      db.cachedStatement(sql: "SELECT * FROM photo WHERE id = ?"), arguments: [photo])
    guard let row else {
      return PhotoStanding(photo: "", status: "none", numbers: [], orphaned: [])
    }
    return try standing(row)
  }

  private mutating func standing(_ row: Row) throws -> PhotoStanding {
    let id: Int64 = row["id"]
    if let known = standings[id] { return known }
    let standing = try StandingQuery(photo: row, db).standing()
    standings[id] = standing
    return standing
  }

  /// Works out where an exhibit stands.
  ///
  /// - Returns: its photos.
  private mutating func settle(_ exhibit: Int64, _ work: inout WorkIndex) throws -> [Int64] {
    let photos = try Int64.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT DISTINCT photo_id FROM assignment
          WHERE exhibit_id = ? AND withdrawn_at IS NULL ORDER BY 1
          """), arguments: [exhibit])
    var sightings: [ExhibitSighting] = []
    for photo in photos {
      let found = try work.sightings[photo] ?? self.sightings(photo)
      work.sightings[photo] = found
      sightings += found
    }
    let state = ExhibitRules.state(of: sightings)
    work.exhibits[exhibit] = ExhibitAnswer(state, checked: try checked(exhibit))
    work.settled[exhibit] = Set(state.numbers.filter(\.isResolved).map(\.number))
    return photos
  }

  private mutating func sightings(_ photo: Int64) throws -> [ExhibitSighting] {
    let row = try Row.fetchOne(
      db.cachedStatement(sql: "SELECT * FROM photo WHERE id = ?"), arguments: [photo])
    return try row.map { CaseFile.sightings(of: try standing($0), $0) } ?? []
  }

  /// The first 14 digits of an exhibit's numbers that a list was asked about.
  private func checked(_ exhibit: Int64) throws -> Set<String> {
    let statement = try db.cachedStatement(
      sql: """
        SELECT substr(imei, 1, 14) FROM assignment JOIN photo ON photo.id = assignment.photo_id
        JOIN reading_row ON reading_row.reading_id = photo.reading_id
        WHERE exhibit_id = ?1 AND withdrawn_at IS NULL AND imei IS NOT NULL
          AND answer <> 'notChecked'
        UNION SELECT substr(number, 1, 14) FROM assignment
        JOIN decision ON decision.photo_id = assignment.photo_id
        WHERE exhibit_id = ?1 AND withdrawn_at IS NULL AND number IS NOT NULL
          AND answer <> 'notChecked'
        """)
    return try Set(String.fetchAll(statement, arguments: [exhibit]))
  }

  /// The answers of all exhibits, as far as nothing is left to decide on any of their photos.
  private func plainAnswers() throws -> [Int64: ExhibitAnswer] {
    var answers = try unresolvedExhibits()
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT exhibit_id, MIN(checked) FROM (
          SELECT exhibit_id, MAX(answer <> 'notChecked') AS checked
          FROM assignment JOIN photo ON photo.id = assignment.photo_id
          JOIN reading_row ON reading_row.reading_id = photo.reading_id
          WHERE withdrawn_at IS NULL AND imei IS NOT NULL
          GROUP BY exhibit_id, substr(imei, 1, 14))
        GROUP BY exhibit_id
        """)
    while let row = try rows.next() { answers[row[0]] = row[1] == 1 ? .notFlagged : .unresolved }
    return answers
  }

  private func unresolvedExhibits() throws -> [Int64: ExhibitAnswer] {
    let exhibits = try Int64.fetchAll(db, sql: "SELECT id FROM exhibit")
    return Dictionary(uniqueKeysWithValues: exhibits.map { ($0, .unresolved) })
  }
}
