internal import Foundation
internal import GRDB

extension CaseFile {
  /// Records that a person was shown what the machine or somebody else takes a number for.
  ///
  /// From then on the person cannot key the number blind. It is recorded once for each person and number,
  /// in a closed case too.
  ///
  /// - Parameter person: who looks, a person known to the case, by name or number.
  /// - Throws: ``CaseFileError``: `operatorMissing`, `photoMissing`, `itemMissing`, `casePurged`.
  public func recordReveal(of subjects: [ReadingSubject], person: String) throws {
    _ = try change(.notPurged) { change in
      let person = try Self.findOperator(person, change.db)
      let photos = Dictionary(grouping: subjects.uniqued, by: \.photo)
      for photo in subjects.map(\.photo).uniqued {
        let query = try StandingQuery(sha256: photo, change.db)
        let seen = try Self.seen(by: person.person, query, change.db)
        var rows: [RowKey] = []
        for subject in photos[photo] ?? [] where !seen.contains(subject.number) {
          let readingID = try query.target(subject).readingID
          rows.append(
            try change.insert(
              "reveal",
              [
                "photo_id": query.photoID, "reading_id": readingID,
                "position": subject.number.position, "person": person.person,
                "revealed_at": change.time,
              ]))
        }
        guard !rows.isEmpty else { continue }
        try change.log(
          .consultation, "photo.reveal", person: person.person, subject: "photo:\(query.sha256)",
          details: ["numbers": .integer(Int64(rows.count))], rows: rows)
      }
    }
  }

  /// Records the same of one number.
  ///
  /// - Throws: ``CaseFileError``: `operatorMissing`, `photoMissing`, `itemMissing`, `casePurged`.
  public func recordReveal(of subject: ReadingSubject, person: String) throws {
    try recordReveal(of: [subject], person: person)
  }

  /// Whether a person was shown a value of a number, or has ever decided on it.
  ///
  /// - Throws: ``CaseFileError``: `operatorMissing`, `photoMissing`.
  public func hasSeen(_ subject: ReadingSubject, person: String) throws -> Bool {
    try read { db in
      let person = try Self.findOperator(person, db)
      let query = try StandingQuery(sha256: subject.photo, db)
      return try Self.seen(by: person.person, query, db).contains(subject.number)
    }
  }

  /// The numbers of a photo that a person was shown a value of.
  ///
  /// Nothing is kept from who has decided: he is told how his digits compare, and undoing a decision does not
  /// take that back.
  static func seen(by person: String, _ query: StandingQuery, _ db: Database) throws
    -> Set<ReadingSubject.Number>
  {
    let statement = try db.cachedStatement(
      sql: """
        SELECT known.*, former.imei AS former FROM (
          SELECT reading_id, position FROM reveal WHERE photo_id = ?1 AND person = ?2
          UNION SELECT reading_id, position FROM decision WHERE photo_id = ?1 AND person = ?2
            AND kind NOT IN ('assign', 'undo')) AS known
        LEFT JOIN reading_row AS former ON former.reading_id = known.reading_id
          AND former.position = known.position
        """)
    var seen: Set<ReadingSubject.Number> = []
    for row in try Row.fetchAll(statement, arguments: [query.photoID, person]) {
      // What a former result said may stand for another number of the one in force: the place counts too.
      seen.insert(query.number(of: row) ?? .read(row["position"]))
    }
    return seen
  }
}
