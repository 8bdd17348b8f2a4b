internal import GRDB

extension CaseFile {
  /// Numbers of the case that begin or end with digits: those of results in force and those that people
  /// gave.
  ///
  /// - Parameters:
  ///   - digits: at least three digits.
  ///   - end: looks at the numbers' ends rather than their beginnings.
  /// - Throws: ``CaseFileError`` `badValue`.
  public func search(_ digits: String, end: Bool = false, limit: Int = 100) throws -> [NumberMatch]
  {
    guard digits.utf8.count >= 3, digits.utf8.count <= 16,
      digits.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
    else {
      throw CaseFileError(
        .badValue, "“\(CaseText.shown(digits, limit: 40))” cannot be searched for",
        cure: "Give 3 to 16 digits.")
    }
    let start = end ? String(digits.reversed()) : digits
    let bounds: StatementArguments = [start, start + ":", limit]
    return try read { db in
      let read = try Row.fetchAll(
        db,
        sql: """
          SELECT imei AS number, reading_row.status, \(LatestAnswer.stateOfReading) AS state,
            position, photo.id, photo.sha256, NULL AS person
          FROM reading_row JOIN photo ON photo.id = reading_row.photo_id
            AND photo.reading_id = reading_row.reading_id
          \(LatestAnswer.ofReadings)
          WHERE \(end ? "reversed" : "imei") >= ? AND \(end ? "reversed" : "imei") < ?
          ORDER BY \(end ? "reversed" : "imei"), reading_row.id LIMIT ?
          """, arguments: bounds)
      let given = try Row.fetchAll(
        db,
        sql: """
          SELECT decision.number, NULL AS status, \(LatestAnswer.stateOfDecision) AS state,
            NULL AS position, photo.id, photo.sha256, person
          FROM decision JOIN photo ON photo.id = photo_id \(LatestAnswer.ofDecisions)
          WHERE \(end ? "decision.reversed" : "decision.number") >= ?
            AND \(end ? "decision.reversed" : "decision.number") < ?
          ORDER BY \(end ? "decision.reversed" : "decision.number"), decision.id LIMIT ?
          """, arguments: bounds)
      return try (read + given).prefix(limit).map { row in
        let photo = try Self.photo(
          Row.fetchOne(
            db, sql: "SELECT * FROM photo WHERE id = ?", arguments: [row["id"] as Int64]) ?? [:],
          db)
        return NumberMatch(
          number: row["number"], photo: photo.sha256, path: photo.names.first ?? [],
          exhibits: photo.exhibits, position: row["position"], status: row["status"],
          answer: row["state"] ?? "notChecked", person: row["person"])
      }
    }
  }
}
