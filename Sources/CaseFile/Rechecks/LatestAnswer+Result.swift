internal import GRDB

extension LatestAnswer {
  /// A result with the latest answers of its readings and the leads that came with them.
  ///
  /// SQLite puts them in: it leaves the order of the keys and everything else as it stands.
  static func current(_ json: String, ofReading reading: Int64, _ db: Database) throws -> String {
    let statement = try db.cachedStatement(
      sql: """
        SELECT position, coalesce(renewed.answer, latest.answer), renewed_lead.leads,
          renewed_lead.alternatives
        FROM reading_row \(ofReadings)
        LEFT JOIN renewed_lead ON renewed_lead.recheck_id = latest.id
          AND reading_row_id = reading_row.id
        WHERE reading_row.reading_id = ? AND latest.id IS NOT NULL ORDER BY position
        """)
    var result = json
    for row in try Row.fetchAll(statement, arguments: [reading]) {
      let place = "$.readings[\(row[0] as Int)]"
      result = try set("\(place).answer", row[1], in: result, db)
      guard let leads: String = row[2] else { continue }
      // A reading has the key only when it has leads.
      result =
        leads == "[]"
        ? try edit("json_remove(?, ?)", [result, "\(place).leads"], db)
        : try set("\(place).leads", leads, in: result, db)
      let alternatives = try String.fetchAll(
        db.cachedStatement(
          sql: "SELECT CASE type WHEN 'object' THEN value ELSE 'null' END FROM json_each(?)"),
        arguments: [row[3] as String])
      for (index, answer) in alternatives.enumerated() {
        result = try set("\(place).alternatives[\(index)].answer", answer, in: result, db)
      }
    }
    return result
  }

  /// The event of the last recheck and its time, when it asked for the readings of a result; `nil` otherwise.
  static func recheck(ofReading reading: Int64, _ db: Database) throws -> (
    event: Int64, askedAt: String
  )? {
    try Row.fetchOne(
      db.cachedStatement(
        sql: "SELECT event, asked_at FROM \(last) WHERE readings_to >= ?"), arguments: [reading]
    ).map { ($0[0], $0[1]) }
  }

  private static func set(_ path: String, _ value: String, in json: String, _ db: Database) throws
    -> String
  {
    try edit("json_set(?, ?, json(?))", [json, path, value], db)
  }

  private static func edit(_ edit: String, _ arguments: StatementArguments, _ db: Database) throws
    -> String
  {
    let statement = try db.cachedStatement(sql: "SELECT \(edit)")
    return try String.fetchOne(statement, arguments: arguments) ?? ""
  }
}
