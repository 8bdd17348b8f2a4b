internal import Foundation
internal import GRDB

/// What the case knows of files, for questions at one moment.
protocol KnownPhotos {
  /// The newest photo of a path, by the path's key.
  func name(_ key: Int64) throws -> KnownName?
  /// Whether a photo was read with the settings asked about.
  func isRead(_ photo: Int64) throws -> Bool
  /// The SHA-256 of a photo.
  func sha256(of photo: Int64) throws -> String
}

/// A name under which a photo was found.
struct KnownName {
  let photo: Int64
  let size: Int64?
  let modified: Int64?

  /// Whether a file that looks like this is taken for the same.
  func fits(_ stamp: FileStamp?) -> Bool {
    guard let stamp, let size, let modified else { return false }
    return stamp.size == size && stamp.modified == modified
  }
}

/// Answers from the tables, one by one.
struct AskedPhotos: KnownPhotos {
  let db: Database
  let settings: Int64?

  func name(_ key: Int64) throws -> KnownName? {
    let statement = try db.cachedStatement(
      sql: """
        SELECT photo_id, size, modified FROM photo_name WHERE path_key = ?
        ORDER BY id DESC LIMIT 1
        """)
    return try Row.fetchOne(statement, arguments: [key]).map {
      KnownName(photo: $0[0], size: $0[1], modified: $0[2])
    }
  }

  func isRead(_ photo: Int64) throws -> Bool {
    let statement = try db.cachedStatement(
      sql: "SELECT 1 FROM reading WHERE settings_id = ? AND photo_id = ?")
    return try Int.fetchOne(statement, arguments: [settings, photo]) != nil
  }

  func sha256(of photo: Int64) throws -> String {
    let statement = try db.cachedStatement(sql: "SELECT sha256 FROM photo WHERE id = ?")
    return try Data.fetchOne(statement, arguments: [photo]).map(PhotoDigest.text) ?? ""
  }
}

/// Answers from the tables read through once, for many questions.
struct ListedPhotos: KnownPhotos {
  private struct Photo {
    var sha256 = SIMD32<UInt8>()
    var isRead = false
  }

  /// By key, as the index has them; of one path the newest.
  private var keys: [Int64] = []
  private var names: [KnownName] = []
  /// By row number: photos are numbered from 1 and never taken out.
  private var photos: [Photo] = []

  /// `nil` when the numbers of the photos are far from their count, as nothing of this module leaves them.
  init?(settings: Int64?, _ db: Database) throws {
    let count = try Int.fetchOne(db, sql: "SELECT COUNT(*) FROM photo") ?? 0
    let last = try Int.fetchOne(db, sql: "SELECT MAX(id) FROM photo") ?? 0
    guard last <= 2 * count + 1_000 else { return nil }
    var keys: [Int64] = []
    var names: [KnownName] = []
    keys.reserveCapacity(count)
    names.reserveCapacity(count)
    try RowScan(
      db, sql: "SELECT path_key, photo_id, size, modified FROM photo_name ORDER BY path_key, id"
    ).forEach { row in
      guard let key = row.integer(0), let photo = row.integer(1) else { return }
      let name = KnownName(photo: photo, size: row.integer(2), modified: row.integer(3))
      if keys.last == key {
        names[names.count - 1] = name
      } else {
        keys.append(key)
        names.append(name)
      }
    }
    var photos = [Photo](repeating: Photo(), count: last + 1)
    try RowScan(db, sql: "SELECT id, sha256 FROM photo").forEach { row in
      guard let id = row.integer(0), photos.indices.contains(Int(id)) else { return }
      photos[Int(id)].sha256 = row.digest(1) ?? SIMD32()
    }
    let scan = try RowScan(db, sql: "SELECT photo_id FROM reading WHERE settings_id = ?")
    // No settings have the number -1.
    scan.bind(settings ?? -1, at: 1)
    try scan.forEach { row in
      guard let id = row.integer(0), photos.indices.contains(Int(id)) else { return }
      photos[Int(id)].isRead = true
    }
    self.keys = keys
    self.names = names
    self.photos = photos
  }

  func name(_ key: Int64) -> KnownName? {
    var (low, high) = (0, keys.count)
    // Keys come of SHA-256 and lie evenly: a key's place is near its share of all.
    let share = UInt64(bitPattern: key) ^ (1 << 63)
    let guess = Int(share.multipliedFullWidth(by: UInt64(keys.count)).high)
    let (near, far) = (max(0, guess - 512), min(keys.count, guess + 512))
    if near < keys.count, keys[near] <= key { low = near }
    if far < keys.count, keys[far] > key { high = far }
    while low < high {
      let middle = (low + high) / 2
      if keys[middle] < key { low = middle + 1 } else { high = middle }
    }
    return low < keys.count && keys[low] == key ? names[low] : nil
  }

  func isRead(_ photo: Int64) -> Bool {
    photos.indices.contains(Int(photo)) && photos[Int(photo)].isRead
  }

  func sha256(of photo: Int64) -> String {
    photos.indices.contains(Int(photo)) ? PhotoDigest.text(photos[Int(photo)].sha256) : ""
  }
}
