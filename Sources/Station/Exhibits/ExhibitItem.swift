/// An exhibit as lists show it.
struct ExhibitItem: Codable, Sendable, Hashable {
  /// What pages show too.
  var summary: ExhibitSummary
  /// How many photos show it; at most 500 are counted.
  var photos: Int

  private enum CodingKeys: String, CodingKey { case photos }

  /// - Parameter kept: what is kept from the person who asks.
  init(_ facts: ExhibitFacts, _ kept: ExhibitWithholding) {
    summary = ExhibitSummary(facts, kept)
    photos = facts.photos.count
  }

  init(from decoder: any Decoder) throws {
    summary = try ExhibitSummary(from: decoder)
    photos = try decoder.container(keyedBy: CodingKeys.self).decode(Int.self, forKey: .photos)
  }

  /// Writes the members of the summary and these as one object.
  func encode(to encoder: any Encoder) throws {
    try summary.encode(to: encoder)
    var keys = encoder.container(keyedBy: CodingKeys.self)
    try keys.encode(photos, forKey: .photos)
  }
}
