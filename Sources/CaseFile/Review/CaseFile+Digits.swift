internal import GRDB

extension CaseFile {
  /// Records what a person said of a sheet of digits; it decides nothing by itself.
  ///
  /// - Parameter person: who looked it over, a person known to the case, by name or number.
  /// - Throws: ``CaseFileError``: `operatorMissing`, `photoMissing`, `itemMissing`; `badValue` when a place
  ///   does not hold the digit in the result in force, or is named twice.
  @discardableResult
  public func recordDigits(_ sheet: DigitSheet, person: String) throws -> AuditEvent {
    let places = sheet.confirmed.map { ($0, false) } + sheet.struck.map { ($0, true) }
    guard (0...9).contains(sheet.digit), !places.isEmpty, places.count <= DigitSheet.mostPlaces,
      Set(places.map(\.0)).count == places.count
    else {
      throw CaseFileError(
        .badValue, "the sheet is not of one digit at 1 to \(DigitSheet.mostPlaces) places",
        cure: "Fetch the sheet again.")
    }
    let milliseconds = try Self.milliseconds(sheet.seconds)
    let events = try change { change in
      let person = try Self.findOperator(person, change.db)
      let row = try change.insert(
        "digit_sheet",
        [
          "event": change.nextSequence, "digit": sheet.digit, "person": person.person,
          "confirmed": sheet.confirmed.count, "struck": sheet.struck.count,
          "milliseconds": milliseconds, "marked_at": change.time,
        ])
      for (number, (place, isStruck)) in places.enumerated() {
        let (photo, reading) = try Self.reading(place, holding: sheet.digit, change.db)
        try change.execute(
          """
          INSERT INTO digit_mark
            (digit_sheet_id, number, photo_id, reading_id, position, place, struck)
          VALUES (?, ?, ?, ?, ?, ?, ?)
          """,
          [row.id, number, photo, reading, place.position, place.place, isStruck ? 1 : 0])
      }
      try change.log(
        .alteration, "digits.check", person: person.person, subject: row.text,
        details: [
          "digit": .integer(Int64(sheet.digit)),
          "confirmed": .integer(Int64(sheet.confirmed.count)),
          "struck": .integer(Int64(sheet.struck.count)),
          "milliseconds": milliseconds.map { .integer($0) } ?? .null,
        ], rows: [row])
    }.events
    return try Self.last(events)
  }

  /// What people said of the digits of a reading in force, oldest first.
  ///
  /// - Throws: ``CaseFileError``: `badValue`, `photoMissing`.
  public func digitMarks(of subject: ReadingSubject) throws -> [DigitMark] {
    guard case .read(let position) = subject.number else { return [] }
    let digest = try PhotoDigest.bytes(subject.photo)
    return try read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT \(DigitMark.columns) FROM photo JOIN digit_mark ON digit_mark.reading_id = photo.reading_id
          JOIN digit_sheet ON digit_sheet.id = digit_sheet_id
          WHERE sha256 = ? AND position = ? ORDER BY digit_sheet.id, digit_mark.number
          """, arguments: [digest, position]
      ).map(DigitMark.init)
    }
  }

  private static func reading(_ place: DigitPlace, holding digit: Int, _ db: Database) throws
    -> (photo: Int64, reading: Int64)
  {
    let photo = try photoID(place.photo, db)
    let row = try Row.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT reading_row.reading_id, imei FROM photo
          JOIN reading_row ON reading_row.reading_id = photo.reading_id
          WHERE photo.id = ? AND position = ?
          """), arguments: [photo, place.position])
    guard let row else {
      throw CaseFileError(
        .itemMissing, "the photo has no reading \(place.position)",
        cure: "Fetch the sheet again; another result may have come into force.")
    }
    let digits = Array(((row[1] as String?) ?? "").utf8)
    guard digits.indices.contains(place.place),
      digits[place.place] == UInt8(ascii: "0") + UInt8(digit)
    else {
      throw CaseFileError(
        .badValue, "the reading does not have the digit \(digit) at place \(place.place)",
        cure: "Fetch the sheet again; another result may have come into force.")
    }
    return (photo, row[0])
  }
}

extension DigitMark {
  static let columns = """
    digit_mark.place, digit, digit_mark.struck, person, event, marked_at
    """

  /// A mark from a row that begins with ``columns``.
  init(_ row: Row) {
    self.init(
      place: row[0], digit: row[1], isStruck: row[2] == 1, person: row[3], event: row[4],
      markedAt: row[5])
  }
}
