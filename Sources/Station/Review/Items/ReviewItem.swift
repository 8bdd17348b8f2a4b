internal import Foundation

/// What a person is given to decide on.
///
/// One that is keyed blind, one that is settled and one whose answer is known have the same shape and
/// carry no digit of the number.
package struct ReviewItem: Sendable, Encodable {
  /// The picture of the digits.
  struct Crop: Sendable, Encodable {
    let url: String
    let width: Int
    let height: Int
    /// The box of each digit in pixels of the crop; empty when not known.
    let boxes: [PixelBox]
  }

  /// The whole photo.
  struct Image: Sendable, Encodable {
    let url: String
    let width: Int
    let height: Int
    /// The corners of the line in pixels of the upright photo; nil when not known.
    let place: [[Int]]?

    private enum Key: String, CodingKey { case url, width, height, place }

    func encode(to encoder: any Encoder) throws {
      var keys = encoder.container(keyedBy: Key.self)
      try keys.encode(url, forKey: .url)
      try keys.encode(width, forKey: .width)
      try keys.encode(height, forKey: .height)
      try keys.encode(place, forKey: .place)
    }
  }

  package var id: String
  var kind: ReviewKind
  var photo: String
  var subject: String
  var name: String
  var exhibits: [String]
  var seals: [String]
  var caption: String?
  var slot: Int?
  var crop: Crop?
  var image: Image?
  var digits: String?
  var doubtful: [Bool]
  var checkDigit: String?
  var reasons: [String]
  var sources: [String]
  var version: String
  var expiresAt: String

  private enum Key: String, CodingKey {
    case id, kind, photo, subject, name, exhibits, seals, caption, slot, crop, image, digits
    case doubtful, checkDigit, reasons, sources, version, expiresAt
  }

  /// Writes every key, null where nothing is known or nothing may be shown.
  package func encode(to encoder: any Encoder) throws {
    var keys = encoder.container(keyedBy: Key.self)
    try keys.encode(id, forKey: .id)
    try keys.encode(kind, forKey: .kind)
    try keys.encode(photo, forKey: .photo)
    try keys.encode(subject, forKey: .subject)
    try keys.encode(name, forKey: .name)
    try keys.encode(exhibits, forKey: .exhibits)
    try keys.encode(seals, forKey: .seals)
    try keys.encode(caption, forKey: .caption)
    try keys.encode(slot, forKey: .slot)
    try keys.encode(crop, forKey: .crop)
    try keys.encode(image, forKey: .image)
    try keys.encode(digits, forKey: .digits)
    try keys.encode(doubtful, forKey: .doubtful)
    try keys.encode(checkDigit, forKey: .checkDigit)
    try keys.encode(reasons, forKey: .reasons)
    try keys.encode(sources, forKey: .sources)
    try keys.encode(version, forKey: .version)
    try keys.encode(expiresAt, forKey: .expiresAt)
  }
}
