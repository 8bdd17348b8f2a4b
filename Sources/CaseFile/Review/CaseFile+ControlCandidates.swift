internal import GRDB

extension CaseFile {
  /// Numbers that a person can be asked although the case holds them: accepted by the machine from two
  /// sources or more, or settled by two people who agreed.
  ///
  /// None is of a photo that the person decided on, was asked or looked at. They are taken from a random
  /// place, so that nobody can tell which come.
  ///
  /// - Parameter person: who is to be asked, a person known to the case, by name or number.
  /// - Throws: ``CaseFileError``: `operatorMissing`, `casePurged`.
  public func controlCandidates(limit: Int, excluding person: String) throws -> [ControlCandidate] {
    try read { db in
      try check(.notPurged, db)
      let person = try Self.findOperator(person, db)
      let last = try Int64.fetchOne(db, sql: "SELECT max(id) FROM photo") ?? 0
      guard last > 0, limit > 0 else { return [] }
      let start = Int64.random(in: 1...last)
      var found: [ControlCandidate] = []
      for (from, upTo) in [(start, last), (1, start - 1)] {
        let rows = try Row.fetchCursor(
          db.cachedStatement(sql: Self.candidateQuery),
          arguments: ["from": from, "upTo": upTo, "person": person.person])
        while found.count < limit, let row = try rows.next() {
          found += try Self.candidates(on: row, db).prefix(limit - found.count)
        }
      }
      return found
    }
  }

  private static let candidateQuery = """
    SELECT * FROM photo WHERE id BETWEEN :from AND :upTo
      AND (status = 'accepted' OR id IN (SELECT photo_id FROM decision))
      AND id NOT IN (SELECT photo_id FROM decision WHERE person = :person)
      AND id NOT IN (SELECT photo_id FROM reveal WHERE person = :person)
      AND id NOT IN (SELECT photo_id FROM control_answer WHERE person = :person)
      AND NOT EXISTS (SELECT 1 FROM main.audit_event
        WHERE subject = 'photo:' || lower(hex(photo.sha256))
          AND json_extract(line, '$.act') = 'consultation'
          AND json_extract(line, '$.person') = :person)
    ORDER BY id
    """

  private static func candidates(on row: Row, _ db: Database) throws -> [ControlCandidate] {
    try StandingQuery(photo: row, db).standing().numbers.compactMap { number in
      guard case .read(let position) = number.subject.number, let digits = number.state.number,
        try isWellFounded(number.state, row, position, db)
      else { return nil }
      let open = WorkIndex.OpenNumber(number: number.subject.number, kind: .blind, people: [])
      return try items(of: row, [open], db).first.map { ControlCandidate(item: $0, number: digits) }
    }
  }

  private static func isWellFounded(
    _ state: ReadingState, _ row: Row, _ position: Int, _ db: Database
  ) throws -> Bool {
    switch state.phase {
    case .settled: return state.settledBy == nil && state.opinions.count >= 2
    case .accepted:
      let sources = try Int.fetchOne(
        db.cachedStatement(
          sql: """
            SELECT json_array_length(result, '$.readings[' || ? || '].sources') FROM reading_text
            WHERE reading_id = ?
            """), arguments: [position, row["reading_id"] as Int64?])
      return (sources ?? 0) >= 2
    default: return false
    }
  }
}
