internal import GRDB

/// Brings a ``WorkIndex`` up to the state of the case that is being read.
struct WorkUpdate {
  private let db: Database
  private var standings: [Int64: PhotoStanding] = [:]
  /// What was fetched ahead, when everything is worked out.
  private var haul: HaulRows?

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
    var haul = try HaulRows(db)
    work.exhibits = try plainAnswers(leavingOut: haul.concerned)
    var joint: Set<Int64> = []
    for photo in haul.candidates {
      guard let standing = try haul.query(photo, db)?.standing() else { continue }
      standings[photo] = standing
      // A number that stands on one photo alone, and that nobody decided on, is open whatever the exhibit's
      // other photos show, and so is the exhibit.
      let isOpen =
        !haul.isShared(photo)
        && standing.numbers.contains { !$0.state.phase.isResolved }
      for exhibit in haul.exhibits(of: photo) {
        if !isOpen { joint.insert(exhibit) }
      }
    }
    try haul.fetch(joint, db)
    self.haul = haul
    for exhibit in joint { _ = try settle(exhibit, &work) }
    for photo in haul.candidates { try set(photo, &work) }
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
      case "recheck":
        // It may concern every number there is.
        work = WorkIndex()
        return try fill(&work)
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
    for exhibit in try exhibits(of: photo) where haul?.isJoint(exhibit) ?? true {
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
    if let haul { return haul.exhibits(of: photo) }
    return try Int64.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT DISTINCT exhibit_id FROM assignment WHERE photo_id = ? AND withdrawn_at IS NULL
          """), arguments: [photo])
  }

  private mutating func standing(_ photo: Int64) throws -> PhotoStanding {
    if let known = standings[photo] { return known }
    let standing =
      try query(photo)?.standing()
      ?? PhotoStanding(photo: "", status: "none", numbers: [], orphaned: [])
    standings[photo] = standing
    return standing
  }

  private func query(_ photo: Int64) throws -> StandingQuery? {
    if let known = haul?.query(photo, db) { return known }
    let row = try Row.fetchOne(
      db.cachedStatement(sql: "SELECT * FROM photo WHERE id = ?"), arguments: [photo])
    return try row.map { try StandingQuery(photo: $0, db) }
  }

  /// Works out where an exhibit stands.
  ///
  /// - Returns: its photos.
  private mutating func settle(_ exhibit: Int64, _ work: inout WorkIndex) throws -> [Int64] {
    let photos = try photos(of: exhibit)
    var sightings: [ExhibitSighting] = []
    for photo in photos {
      let found = try work.sightings[photo] ?? self.sightings(photo)
      work.sightings[photo] = found
      sightings += found
    }
    let state = ExhibitRules.state(of: sightings)
    work.exhibits[exhibit] = try ExhibitAnswer(state, checked: try checked(exhibit, photos))
    work.settled[exhibit] = Set(state.numbers.filter(\.isResolved).map(\.number))
    return photos
  }

  private func photos(of exhibit: Int64) throws -> [Int64] {
    if let known = haul?.photos(of: exhibit) { return known }
    return try Int64.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT DISTINCT photo_id FROM assignment
          WHERE exhibit_id = ? AND withdrawn_at IS NULL ORDER BY 1
          """), arguments: [exhibit])
  }

  private mutating func sightings(_ photo: Int64) throws -> [ExhibitSighting] {
    guard let query = try query(photo) else { return [] }
    let standing = try standings[photo] ?? query.standing()
    standings[photo] = standing
    return CaseFile.sightings(of: standing, query.subject)
  }

  /// The first 14 digits of an exhibit's numbers that a list was asked about.
  private func checked(_ exhibit: Int64, _ photos: [Int64]) throws -> Set<String> {
    try photos.reduce(into: []) { checked, photo in
      if let query = try query(photo) { checked.formUnion(try query.checked()) }
    }
  }

  /// The answers of all exhibits, as far as nothing is left to decide on any of their photos.
  ///
  /// Those of `concerned` are left unresolved.
  private func plainAnswers(leavingOut concerned: Set<Int64>) throws -> [Int64: ExhibitAnswer] {
    var answers = try unresolvedExhibits()
    let known = try Int64.fetchCursor(
      db,
      sql: """
        SELECT id FROM exhibit WHERE id NOT IN (SELECT value FROM json_each(?))
          AND EXISTS (SELECT 1 \(Self.currentNumbers()) AND exhibit_id = exhibit.id)
        """, arguments: [StandingRows.list(concerned)])
    while let exhibit = try known.next() { answers[exhibit] = .notFlagged }
    // Lists are asked about all numbers or about none, as a rule: only where both occur does it matter which.
    let unchecked = try Int64.fetchSet(
      db,
      sql: """
        SELECT exhibit_id FROM reading_row
        CROSS JOIN photo ON photo.id = reading_row.photo_id
          AND photo.reading_id = reading_row.reading_id
        CROSS JOIN assignment ON assignment.photo_id = photo.id
        \(LatestAnswer.ofReadings)
        WHERE \(LatestAnswer.stateOfReading) = 'notChecked' AND imei IS NOT NULL
          AND withdrawn_at IS NULL
        """
    ).subtracting(concerned)
    for exhibit in unchecked { answers[exhibit] = .unresolved }
    let checked = try Int64.fetchCursor(
      db,
      sql: """
        SELECT exhibit_id FROM (
          SELECT exhibit_id, MAX(\(LatestAnswer.stateOfReading) <> 'notChecked') AS checked
          \(Self.currentNumbers(joining: LatestAnswer.ofReadings))
            AND exhibit_id IN (SELECT value FROM json_each(?))
          GROUP BY exhibit_id, substr(imei, 1, 14))
        GROUP BY exhibit_id HAVING MIN(checked) = 1
        """, arguments: [StandingRows.list(unchecked)])
    while let exhibit = try checked.next() { answers[exhibit] = .notFlagged }
    return answers
  }

  private static func currentNumbers(joining tables: String = "") -> String {
    """
    FROM assignment JOIN photo ON photo.id = assignment.photo_id
    JOIN reading_row ON reading_row.reading_id = photo.reading_id \(tables)
    WHERE withdrawn_at IS NULL AND imei IS NOT NULL
    """
  }

  private func unresolvedExhibits() throws -> [Int64: ExhibitAnswer] {
    let exhibits = try Int64.fetchAll(db, sql: "SELECT id FROM exhibit")
    return Dictionary(uniqueKeysWithValues: exhibits.map { ($0, .unresolved) })
  }
}
