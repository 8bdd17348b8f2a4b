internal import Foundation
internal import GRDB

/// Four kinds of doubles that mean four things: a file counted twice, a picture passed on, an exhibit
/// photographed more than once, and one number where two were expected.
extension CaseFile {
  /// Photos found under more than one name.
  ///
  /// - Throws: ``CaseFileError``.
  public func sameBytes() throws -> [SameBytes] {
    try read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT * FROM photo
          WHERE id IN (SELECT photo_id FROM photo_name GROUP BY photo_id HAVING COUNT(*) > 1)
          ORDER BY id
          """
      ).map { row in
        let photo = try Self.photo(row, db)
        return SameBytes(photo: photo.sha256, names: photo.names)
      }
    }
  }

  /// Photos with other bytes that are probably one picture, encoded, scaled or stripped again.
  ///
  /// - Parameter threshold: in how many of 64 bits their perceptual hashes may differ.
  /// - Throws: ``CaseFileError``.
  public func samePictures(threshold: Int = ExhibitRules.samePictureDistance) throws
    -> [SamePicture]
  {
    let photos = try read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT sha256, perceptual_hash FROM photo WHERE perceptual_hash IS NOT NULL ORDER BY id
          """
      ).map { (sha256: $0[0] as Data, hash: UInt64(bitPattern: $0[1] as Int64)) }
    }
    return HashNeighbours.pairs(photos.map(\.hash), threshold: threshold).map { pair in
      SamePicture(
        first: PhotoDigest.text(photos[pair.first].sha256),
        second: PhotoDigest.text(photos[pair.second].sha256), distance: pair.distance)
    }
  }

  /// Exhibits of which there are several pictures, copies of one picture left out.
  ///
  /// - Throws: ``CaseFileError``.
  public func samePhotographed(threshold: Int = ExhibitRules.samePictureDistance) throws
    -> [SameExhibit]
  {
    let copies = Set(try samePictures(threshold: threshold).map(\.second))
    let rows = try read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT DISTINCT reference, exhibit.key, photo.id, sha256 FROM assignment
          JOIN exhibit ON exhibit.id = exhibit_id JOIN photo ON photo.id = photo_id
          WHERE withdrawn_at IS NULL ORDER BY exhibit.key, photo.id
          """
      ).map { (exhibit: $0[0] as String, photo: PhotoDigest.text($0[3])) }
    }
    let photos = Dictionary(grouping: rows.filter { !copies.contains($0.photo) }, by: \.exhibit)
    return rows.map(\.exhibit).uniqued.compactMap { exhibit in
      guard let photos = photos[exhibit], photos.count > 1 else { return nil }
      return SameExhibit(exhibit: exhibit, photos: photos.map(\.photo))
    }
  }

  /// IMEIs that stand on more than one exhibit: a clone, or one device booked twice.
  ///
  /// - Throws: ``CaseFileError``.
  public func sameNumbers() throws -> [SameNumber] {
    try read { db in
      let places = try Row.fetchAll(
        db,
        sql: """
          SELECT substr(number, 1, 14) AS key, exhibit_id FROM (
            SELECT imei AS number, reading_row.photo_id FROM reading_row
            JOIN photo ON photo.reading_id = reading_row.reading_id WHERE imei IS NOT NULL
            UNION ALL SELECT number, photo_id FROM decision WHERE number IS NOT NULL) AS given
          JOIN assignment ON assignment.photo_id = given.photo_id AND withdrawn_at IS NULL
          GROUP BY 1, 2
          """
      ).map { (key: $0[0] as String, exhibit: $0[1] as Int64) }
      let candidates = Dictionary(grouping: places, by: \.key).filter { $0.value.count > 1 }
      // Rows say where a number may stand; whether it does follows from what people decided.
      var found: [String: [(exhibit: String, number: ExhibitNumber)]] = [:]
      for exhibit in candidates.values.flatMap({ $0.map(\.exhibit) }).uniqued.sorted() {
        let reference = try String.fetchOne(
          db.cachedStatement(sql: "SELECT reference FROM exhibit WHERE id = ?"),
          arguments: [exhibit])
        for number in try Self.exhibitState(exhibit, db).numbers {
          let key = String(number.number.prefix(14))
          if candidates[key] != nil { found[key, default: []].append((reference ?? "", number)) }
        }
      }
      return found.filter { $0.value.count > 1 }.sorted { $0.key < $1.key }.map { key, places in
        SameNumber(
          key: key, exhibits: places.map(\.exhibit),
          photos: places.flatMap(\.number.photos).uniqued,
          isCertain: places.count { $0.number.standing >= .accepted } > 1)
      }
    }
  }
}
