internal import CaseFile

/// A photo as lists show it.
struct PhotoItem: Codable, Sendable, Hashable {
  /// SHA-256 of the bytes.
  var sha256: String
  /// The file's name, without folders.
  var name: String
  /// Every name under which it was sent, then those of the files that it was found in, oldest first.
  var names: [String]
  /// The status of the result in force; `review` for what the person has in hand to key blind.
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

  /// - Parameter withholding: what is kept from the person who asks.
  init(_ facts: PhotoFacts, _ withholding: Withholding) {
    let photo = facts.photo
    let cover = facts.cover(withholding)
    sha256 = photo.sha256
    name = facts.name == sha256 ? sha256 : cover(facts.name)
    names = facts.names.map { cover($0) }
    status = withholding == .standing ? "review" : photo.status
    flagged = photo.isFlagged
    exhibits = photo.exhibits.map { cover($0.visible()) }
    size = photo.size
    width = photo.width
    height = photo.height
    recordedAt = photo.recordedAt
    numbers = facts.standing.numbers.map { NumberItem($0, withholding) }
    withheld = withholding.isWithheld
  }
}
