internal import GRDB

/// What says where the numbers and exhibits of the whole case stand, fetched at once.
struct HaulRows {
  /// The photos of which anything could be left to decide: what is accepted, not flagged and never decided
  /// on needs nobody, nor does what shows no number.
  let candidates: [Int64]
  private let shared: Set<Int64>
  private var exhibits: [Int64: [Int64]] = [:]
  private var photos: [Int64: [Int64]] = [:]
  private var rows = StandingRows()

  init(_ db: Database) throws {
    // Put so that indexes answer it.
    candidates = try Int64.fetchSet(
      db,
      sql: """
        SELECT id FROM photo WHERE status < 'accepted'
        UNION ALL SELECT id FROM photo WHERE status > 'accepted' AND status < 'none'
        UNION ALL SELECT id FROM photo WHERE status > 'none'
        UNION ALL SELECT id FROM photo WHERE flagged = 1
        UNION ALL SELECT photo_id FROM decision
        """
    ).sorted()
    try rows.fetch(candidates, db)
    let list = StandingRows.list(candidates)
    // A number is shared when another one in force begins with the same 14 digits; `:` comes after `9`.
    shared = try Int64.fetchSet(
      db,
      sql: """
        SELECT photo.id FROM photo
        JOIN reading_row AS one ON one.reading_id = photo.reading_id
        JOIN reading_row AS other ON other.imei >= substr(one.imei, 1, 14)
          AND other.imei < substr(one.imei, 1, 14) || ':' AND other.id <> one.id
        JOIN photo AS second ON second.id = other.photo_id
          AND second.reading_id = other.reading_id
        WHERE photo.id IN (SELECT value FROM json_each(?))
        """, arguments: [list])
    let pairs = try Row.fetchCursor(
      db,
      sql: """
        SELECT DISTINCT photo_id, exhibit_id FROM assignment
        WHERE withdrawn_at IS NULL AND photo_id IN (SELECT value FROM json_each(?))
        """, arguments: [list])
    while let row = try pairs.next() { exhibits[row[0], default: []].append(row[1]) }
  }

  /// Fetches all photos of exhibits, which have to be looked at together.
  mutating func fetch(_ joint: Set<Int64>, _ db: Database) throws {
    let pairs = try Row.fetchCursor(
      db,
      sql: """
        SELECT DISTINCT exhibit_id, photo_id FROM assignment
        WHERE withdrawn_at IS NULL AND exhibit_id IN (SELECT value FROM json_each(?))
        ORDER BY exhibit_id, photo_id
        """, arguments: [StandingRows.list(joint)])
    var further: Set<Int64> = []
    while let row = try pairs.next() {
      photos[row[0], default: []].append(row[1])
      further.insert(row[1])
    }
    try rows.fetch(further.subtracting(candidates), db)
  }

  /// Whether somebody decided on a candidate, or a number of it stands elsewhere too.
  func isShared(_ photo: Int64) -> Bool { shared.contains(photo) || rows.hasDecisions(photo) }

  /// The exhibits of all candidates.
  var concerned: Set<Int64> { Set(exhibits.values.joined()) }

  /// The exhibits of a candidate.
  func exhibits(of photo: Int64) -> [Int64] { exhibits[photo] ?? [] }

  /// Whether an exhibit's photos have to be looked at together.
  func isJoint(_ exhibit: Int64) -> Bool { photos[exhibit] != nil }

  /// All photos of an exhibit that were fetched together.
  func photos(of exhibit: Int64) -> [Int64]? { photos[exhibit] }

  /// What the rules make of a photo that was fetched.
  func query(_ photo: Int64, _ db: Database) -> StandingQuery? { rows.query(photo, db) }
}
