internal import Foundation
internal import GRDB

extension CaseFile {
  /// Where every number of a photo stands.
  ///
  /// - Throws: ``CaseFileError``: `badValue`, `photoMissing`, `casePurged`.
  public func standing(of photo: String) throws -> PhotoStanding {
    try read { db in
      try check(.notPurged, db)
      return try StandingQuery(sha256: photo, db).standing()
    }
  }

  /// The one answer of an exhibit from all its photos.
  ///
  /// - Throws: ``CaseFileError``: `badValue`, `exhibitMissing`, `casePurged`.
  public func exhibitState(_ reference: String) throws -> ExhibitState {
    let reference = try ExhibitReference(reference)
    return try read { db in
      try check(.notPurged, db)
      return try Self.exhibitState(try Self.requireExhibit(reference, db)["id"], db)
    }
  }

  static func exhibitState(_ exhibit: Int64, _ db: Database) throws -> ExhibitState {
    let statement = try db.cachedStatement(
      sql: """
        SELECT DISTINCT photo.* FROM photo JOIN assignment ON photo_id = photo.id
        WHERE exhibit_id = ? AND withdrawn_at IS NULL ORDER BY photo.id
        """)
    return ExhibitRules.state(
      of: try Row.fetchAll(statement, arguments: [exhibit]).flatMap { row in
        try sightings(StandingQuery(photo: row, db))
      })
  }

  /// The numbers of a photo as its exhibit's rules see them.
  static func sightings(_ query: StandingQuery) throws -> [ExhibitSighting] {
    sightings(of: try query.standing(), query.subject)
  }

  /// The same with where the photo's numbers stand.
  static func sightings(
    of standing: PhotoStanding, _ subject: StandingQuery.Subject
  ) -> [ExhibitSighting] {
    standing.numbers.map { number in
      ExhibitSighting(
        photo: number.subject.photo, perceptualHash: subject.perceptualHash, state: number.state,
        slot: number.slot, isPlausible: number.isPlausible)
    }
  }

  /// Photos with something left to decide, in the order they were recorded.
  ///
  /// A number that an exhibit's other photos settle is not left to decide.
  ///
  /// - Parameter row: the ``Photo/row`` of the last photo of the page before; 0 for the first.
  /// - Throws: ``CaseFileError``.
  public func unresolvedPhotos(after row: Int64 = 0, limit: Int) throws -> [Photo] {
    try read { try Self.unresolved(after: row, limit: limit, $0) }
  }

  static func unresolved(after row: Int64, limit: Int, _ db: Database) throws -> [Photo] {
    var found: [Photo] = []
    // What is accepted, not flagged and never decided on needs nobody.
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT * FROM photo WHERE id > ? AND (status NOT IN ('accepted', 'none') OR flagged = 1
          OR id IN (SELECT photo_id FROM decision)) ORDER BY id
        """, arguments: [row])
    var states: [Int64: ExhibitState] = [:]
    while found.count < limit, let row = try rows.next() {
      let standing = try StandingQuery(photo: row, db).standing()
      guard !standing.isResolved else { continue }
      let exhibits = try Int64.fetchAll(
        db,
        sql: """
          SELECT DISTINCT exhibit_id FROM assignment WHERE photo_id = ? AND withdrawn_at IS NULL
          """, arguments: [row["id"] as Int64])
      for exhibit in exhibits where states[exhibit] == nil {
        states[exhibit] = try exhibitState(exhibit, db)
      }
      let settled = exhibits.compactMap { states[$0] }.flatMap(\.numbers).filter(\.isResolved)
      let isCovered =
        standing.orphaned.isEmpty
        && standing.numbers.allSatisfy { number in
          number.state.phase.isResolved
            || (number.state.opinions.isEmpty
              && settled.contains { $0.number == number.state.machine.number })
        }
      if !isCovered { found.append(try photo(row, db)) }
    }
    return found
  }

  /// The decisions on a photo in the order they were made, as the rules see them.
  ///
  /// - Throws: ``CaseFileError``: `badValue`, `photoMissing`.
  public func decisions(on photo: String) throws -> [ReadingSubject: [DecisionEvent]] {
    try read { db in
      let events = try StandingQuery(sha256: photo, db).events().byNumber
      return Dictionary(
        uniqueKeysWithValues: events.map {
          (ReadingSubject(photo: photo, number: $0.key), $0.value)
        })
    }
  }
}
