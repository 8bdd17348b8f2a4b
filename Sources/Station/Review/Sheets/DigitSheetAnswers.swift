/// How many glyphs of one digit wait for a person.
struct DigitSheetCount: Sendable, Encodable {
  let digit: Int
  let count: Int
  let photos: Int
}

/// How many glyphs of each digit wait for a person: one page, always.
struct DigitSheetCounts: Sendable, Encodable {
  let items: [DigitSheetCount]

  private enum Key: String, CodingKey { case items, next }

  func encode(to encoder: any Encoder) throws {
    var keys = encoder.container(keyedBy: Key.self)
    try keys.encode(items, forKey: .items)
    try keys.encodeNil(forKey: .next)
  }
}

/// The glyphs of one digit, to be looked at together.
struct DigitSheetAnswer: Sendable, Encodable {
  /// One glyph: a box in the picture of a number's digits.
  struct Tile: Sendable, Encodable {
    let id: String
    let crop: String
    let box: PixelBox
    let cropWidth: Int
    let cropHeight: Int
  }

  let id: String
  let digit: Int
  let glyphs: [Tile]
}

/// What a person made of a sheet.
struct DigitSheetSubmission: Sendable, RequestObject {
  static let members: Set<String> = ["struck", "confirmed", "seconds"]

  let struck: [String]
  let confirmed: [String]
  var seconds: Double?
}

/// What followed from it.
struct DigitSheetOutcome: Sendable, Encodable {
  let events: [Int64]
  /// The photos with a number that is accepted by it.
  let accepted: [String]
  let struck: Int
}
