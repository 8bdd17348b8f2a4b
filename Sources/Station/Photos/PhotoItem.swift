internal import CaseFile

/// A photo as lists show it.
struct PhotoItem: Codable, Sendable, Hashable {
  /// SHA-256 of the bytes.
  var sha256: String
  /// The file's name, without folders.
  var name: String
  /// Every name under which it was sent, then every path under which it was found, oldest first.
  var names: [String]
  /// The status of the result in force.
  var status: String
  /// Whether a reading of it is flagged.
  var flagged: Bool
  /// The exhibits it shows.
  var exhibits: [String]
  /// Bytes.
  @Nullable var size: Int64?
  /// Pixels, as stored.
  @Nullable var width: Int?
  /// Pixels, as stored.
  @Nullable var height: Int?
  /// When it was recorded, UTC.
  var recordedAt: String
  /// Its numbers.
  var numbers: [NumberItem]
  /// Whether digits are kept back from the person who asks, who is to key one of them blind.
  var withheld: Bool

  init(_ facts: PhotoFacts, isWithheld: Bool) {
    let photo = facts.photo
    sha256 = photo.sha256
    name = facts.name
    names = facts.names
    status = photo.status
    flagged = photo.isFlagged
    exhibits = photo.exhibits.map { $0.visible() }
    size = photo.size
    width = photo.width
    height = photo.height
    recordedAt = photo.recordedAt
    numbers = facts.standing.numbers.map { NumberItem($0, isWithheld: isWithheld) }
    withheld = isWithheld
  }
}
