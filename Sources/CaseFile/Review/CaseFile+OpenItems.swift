internal import Foundation
internal import GRDB

extension CaseFile {
  /// Numbers left to decide, with what deciding them takes, in the order their photos were recorded.
  ///
  /// A number that an exhibit's other photos settle is not left to decide.
  ///
  /// - Parameters:
  ///   - row: the ``Photo/row`` of the last photo of the page before; 0 for the first.
  ///   - limit: of how many photos.
  /// - Throws: ``CaseFileError`` `casePurged`.
  public func openItems(after row: Int64 = 0, limit: Int = 100) throws -> [OpenItem] {
    try readWork { work, db in
      try work.photos(after: row, limit: limit).flatMap { photo in
        let row = try Row.fetchOne(
          db.cachedStatement(sql: "SELECT * FROM photo WHERE id = ?"), arguments: [photo])
        return try row.map { try Self.items(of: $0, work.photos[photo] ?? [], db) } ?? []
      }
    }
  }

  /// A number with what deciding it takes; `nil` when it is not left to decide.
  ///
  /// - Throws: ``CaseFileError``: `badValue`, `photoMissing`, `casePurged`.
  public func openItem(_ subject: ReadingSubject) throws -> OpenItem? {
    try readWork { work, db in
      let id = try Self.photoID(subject.photo, db)
      let open = (work.photos[id] ?? []).filter { $0.number == subject.number }
      guard !open.isEmpty,
        let row = try Row.fetchOne(db, sql: "SELECT * FROM photo WHERE id = ?", arguments: [id])
      else { return nil }
      return try Self.items(of: row, open, db).first
    }
  }

  /// How many numbers there are to decide, as one person can.
  ///
  /// - Throws: ``CaseFileError``: `operatorMissing`, `casePurged`.
  public func reviewCounts(for person: String) throws -> ReviewCounts {
    try readWork { work, db in
      let person = try Self.findOperator(person, db)
      let shown = try Set(
        Int64.fetchAll(
          db,
          sql: """
            SELECT photo_id FROM reveal WHERE person = ?1
            UNION SELECT photo_id FROM decision WHERE person = ?1
            """, arguments: [person.person]))
      var counts = ReviewCounts()
      for (photo, numbers) in work.photos {
        let seen =
          shown.contains(photo) ? try Self.seen(by: person.person, photo: photo, db) : []
        for number in numbers {
          switch number.kind {
          case _ where number.people.contains(person.person): counts.waitingForOthers += 1
          case .confirm: counts.confirm += 1
          case .blind where !seen.contains(number.number): counts.blind += 1
          case .settle where person.role.settles: counts.settle += 1
          case .blind, .settle: counts.waitingForOthers += 1
          }
        }
      }
      return counts
    }
  }

  private static func seen(by person: String, photo: Int64, _ db: Database) throws
    -> Set<ReadingSubject.Number>
  {
    let row = try Row.fetchOne(db, sql: "SELECT * FROM photo WHERE id = ?", arguments: [photo])
    guard let row else { return [] }
    return try seen(by: person, StandingQuery(photo: row, db), db)
  }

  static func items(
    of row: Row, _ open: [WorkIndex.OpenNumber], _ db: Database
  ) throws -> [OpenItem] {
    let standing = try StandingQuery(photo: row, db).standing()
    let photo = try photo(row, db)
    let name = try shownName(of: photo, db)
    let seals = try String.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT DISTINCT number FROM seal WHERE removed_at IS NULL AND exhibit_id IN (
            SELECT exhibit_id FROM assignment WHERE photo_id = ? AND withdrawn_at IS NULL)
          ORDER BY number
          """), arguments: [photo.row])
    return open.compactMap { item in
      guard let number = standing.numbers.first(where: { $0.subject.number == item.number })
      else { return nil }
      return OpenItem(
        subject: number.subject, kind: item.kind, state: number.state,
        isPlausible: number.isPlausible, checkDigit: number.checkDigit, slot: number.slot,
        photo: photo, name: name, seals: seals, version: number.version)
    }
  }

  /// What a photo is called: the name of its newest upload, or else the first path it was found under.
  static func shownName(of photo: Photo, _ db: Database) throws -> [UInt8] {
    let name = try Data.fetchOne(
      db.cachedStatement(
        sql: "SELECT name FROM upload WHERE sha256 = ? ORDER BY id DESC LIMIT 1"),
      arguments: [try PhotoDigest.bytes(photo.sha256)])
    return name.map { Array($0) } ?? photo.names.first ?? []
  }
}
