internal import Foundation
internal import GRDB

extension CaseFile {
  /// A page of photos in the order they were recorded.
  ///
  /// - Parameter row: the ``Photo/row`` of the last photo of the page before; 0 for the first.
  /// - Throws: ``CaseFileError``.
  public func photos(_ filter: PhotoFilter = PhotoFilter(), after row: Int64 = 0, limit: Int) throws
    -> [Photo]
  {
    try read { db in
      var conditions = ["photo.id > ?"]
      var arguments: StatementArguments = [row]
      if let status = filter.status {
        let taken = try filter.takenForReview.sorted().map { try PhotoDigest.bytes($0) }
        let places = Array(repeating: "?", count: taken.count).joined(separator: ", ")
        conditions.append(
          status == "review"
            ? "(photo.status = ? OR photo.sha256 IN (\(places)))"
            : "(photo.status = ? AND photo.sha256 NOT IN (\(places)))")
        arguments += [status]
        arguments += StatementArguments(taken)
      }
      if filter.flaggedOnly { conditions.append("photo.flagged = 1") }
      if let exhibit = filter.exhibit {
        conditions.append(
          """
          photo.id IN (SELECT photo_id FROM assignment WHERE withdrawn_at IS NULL
            AND exhibit_id = (SELECT id FROM exhibit WHERE key = ?))
          """)
        arguments += [try ExhibitReference(exhibit).key]
      }
      if filter.withoutExhibit {
        conditions.append(
          "photo.id NOT IN (SELECT photo_id FROM assignment WHERE withdrawn_at IS NULL)")
      }
      if filter.duplicatesOnly { conditions.append(Self.cameAgain) }
      if let name = filter.nameContains {
        conditions.append(
          """
          (EXISTS (SELECT 1 FROM photo_name WHERE photo_id = photo.id
              AND instr(lower(CAST(path AS TEXT)), lower(?)) > 0)
            OR EXISTS (SELECT 1 FROM upload WHERE upload.sha256 = photo.sha256
              AND instr(lower(CAST(upload.name AS TEXT)), lower(?)) > 0))
          """)
        arguments += [name, name]
      }
      arguments += [limit]
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT * FROM photo WHERE \(conditions.joined(separator: " AND "))
          ORDER BY photo.id LIMIT ?
          """, arguments: arguments)
      return try rows.map { try Self.photo($0, db) }
    }
  }

  /// One photo; `nil` when the case has none with this SHA-256.
  ///
  /// - Throws: ``CaseFileError``.
  public func photo(_ sha256: String) throws -> Photo? {
    let digest = try PhotoDigest.bytes(sha256)
    return try read { db in
      try Row.fetchOne(db, sql: "SELECT * FROM photo WHERE sha256 = ?", arguments: [digest])
        .map { try Self.photo($0, db) }
    }
  }

  /// The newest photo that was found under a path.
  ///
  /// - Throws: ``CaseFileError``.
  public func photo(named path: [UInt8]) throws -> Photo? {
    try read { db in
      try Row.fetchOne(
        db,
        sql: """
          SELECT photo.* FROM photo_name JOIN photo ON photo.id = photo_name.photo_id
          WHERE path_key = ? ORDER BY photo_name.id DESC LIMIT 1
          """, arguments: [PhotoDigest.key(of: path)]
      ).map { try Self.photo($0, db) }
    }
  }

  /// How many photos there are, by the status of the result in force.
  ///
  /// - Throws: ``CaseFileError``.
  public func photoCounts() throws -> [String: Int] {
    try read { db in
      let rows = try Row.fetchAll(
        db, sql: "SELECT status, COUNT(*) AS count FROM photo GROUP BY status")
      return Dictionary(uniqueKeysWithValues: rows.map { ($0["status"], $0["count"]) })
    }
  }

  static func photo(_ row: Row, _ db: Database) throws -> Photo {
    let id: Int64 = row["id"]
    let names = try db.cachedStatement(
      sql: "SELECT path FROM photo_name WHERE photo_id = ? ORDER BY id")
    let exhibits = try db.cachedStatement(
      sql: """
        SELECT DISTINCT reference FROM assignment JOIN exhibit ON exhibit.id = exhibit_id
        WHERE photo_id = ? AND withdrawn_at IS NULL ORDER BY key
        """)
    let hash: Int64? = row["perceptual_hash"]
    return Photo(
      sha256: PhotoDigest.text(row["sha256"]),
      names: try Data.fetchAll(names, arguments: [id]).map { Array($0) },
      size: row["size"], width: row["width"], height: row["height"],
      unverifiedCameraTime: row["camera_time"],
      perceptualHash: hash.map { UInt64(bitPattern: $0) }, status: row["status"],
      isFlagged: row["flagged"] == 1, exhibits: try String.fetchAll(exhibits, arguments: [id]),
      recordedAt: row["recorded_at"], row: id)
  }
}
