internal import GRDB

extension CaseFile {
  /// Numbers left to decide, in the order their photos were recorded, with what their order of work depends on.
  ///
  /// For many at once: what ``openItems(after:limit:)`` tells of each takes many times as long.
  ///
  /// - Parameters:
  ///   - row: the ``OpenReading/row`` of the last number of the page before; 0 for the first.
  ///   - limit: of how many photos.
  /// - Throws: ``CaseFileError`` `casePurged`.
  public func openReadings(after row: Int64 = 0, limit: Int) throws -> [OpenReading] {
    try readWork { work, db in
      try Self.readings(on: Array(work.photos(after: row, limit: limit)), work, db)
    }
  }

  /// Those of one photo; none of one that the case does not have.
  ///
  /// - Throws: ``CaseFileError``: `badValue`, `casePurged`.
  public func openReadings(of photo: String) throws -> [OpenReading] {
    let digest = try PhotoDigest.bytes(photo)
    return try readWork { work, db in
      let id = try Int64.fetchOne(
        db.cachedStatement(sql: "SELECT id FROM photo WHERE sha256 = ?"), arguments: [digest])
      return try Self.readings(on: id.map { [$0] } ?? [], work, db)
    }
  }

  /// A reading of a result.
  private struct Place: Hashable {
    let reading: Int64
    let position: Int
  }

  private struct Figures {
    let confidences: String?
    let digitBoxes: String?
  }

  private static func readings(
    on photos: [Int64], _ work: WorkIndex, _ db: Database
  ) throws -> [OpenReading] {
    var rows = StandingRows()
    try rows.fetch(photos, db)
    let inForce = photos.compactMap { rows.query($0, db)?.subject.readingID }
    let figures = try figures(inForce, db)
    let marks = try marks(inForce, db)
    return try photos.flatMap { photo -> [OpenReading] in
      guard let open = work.photos[photo], let query = rows.query(photo, db) else { return [] }
      let standing = try query.standing()
      let reading = query.subject.readingID
      return open.compactMap { item in
        guard let number = standing.numbers.first(where: { $0.subject.number == item.number })
        else { return nil }
        var place: Place?
        if let reading, case .read(let position) = item.number {
          place = Place(reading: reading, position: position)
        }
        let told = place.flatMap { figures[$0] }
        return OpenReading(
          subject: number.subject, kind: item.kind, state: number.state,
          isPlausible: number.isPlausible, version: number.version, row: photo,
          confidences: told?.confidences, digitBoxes: told?.digitBoxes,
          marks: place.flatMap { marks[$0] } ?? [])
      }
    }
  }

  /// What results say of the digits of each of their readings.
  private static func figures(_ readings: [Int64], _ db: Database) throws -> [Place: Figures] {
    var figures: [Place: Figures] = [:]
    let rows = try Row.fetchCursor(
      db.cachedStatement(
        sql: """
          SELECT reading_text.reading_id, position,
            json_extract(result, '$.readings[' || position || '].digits'),
            json_extract(result, '$.readings[' || position || '].cropDigitBoxes')
          FROM reading_row JOIN reading_text ON reading_text.reading_id = reading_row.reading_id
          WHERE reading_row.reading_id IN (SELECT value FROM json_each(?)) AND json_valid(result)
          """), arguments: [StandingRows.list(readings)])
    while let row = try rows.next() {
      let place = Place(reading: row[0], position: row[1])
      figures[place] = Figures(confidences: row[2], digitBoxes: row[3])
    }
    return figures
  }

  private static func marks(_ readings: [Int64], _ db: Database) throws
    -> [Place: [DigitMark]]
  {
    var marks: [Place: [DigitMark]] = [:]
    let rows = try Row.fetchCursor(
      db.cachedStatement(
        sql: """
          SELECT \(DigitMark.columns), reading_id, position
          FROM digit_mark JOIN digit_sheet ON digit_sheet.id = digit_sheet_id
          WHERE reading_id IN (SELECT value FROM json_each(?))
          ORDER BY digit_sheet.id, digit_mark.number
          """), arguments: [StandingRows.list(readings)])
    while let row = try rows.next() {
      let place = Place(reading: row[6], position: row[7])
      marks[place, default: []].append(DigitMark(row))
    }
    return marks
  }
}
