internal import CaseFile

/// An exhibit with all that is known of it.
struct ExhibitDetail: Codable, Sendable {
  /// A bag that it was in.
  struct Seal: Codable, Sendable, Hashable {
    /// The number printed on the bag.
    var number: String
    /// When it was sealed, as told.
    @Nullable var appliedAt: String?
    /// When it was opened, as told; null while it is sealed.
    @Nullable var openedAt: String?

    init(_ seal: BagSeal, _ cover: NameCover) {
      number = cover(seal.number.visible())
      appliedAt = seal.from?.visible()
      openedAt = seal.to?.visible()
    }
  }

  /// What lists show too.
  var summary: ExhibitSummary
  /// Every bag it was in, oldest first.
  var seals: [Seal]
  /// Its photos.
  var photos: [PhotoItem]
  /// What was done with it, oldest first.
  var history: [HistoryItem]
  /// Who found it.
  var foundBy: String?
  /// Who produces it.
  var producedBy: String?
  /// The officer who keeps it.
  var exhibitsOfficer: String?
  /// The reference that a court gave it.
  var courtReference: String?

  private enum CodingKeys: String, CodingKey {
    case seals, photos, history, foundBy, producedBy, exhibitsOfficer, courtReference
  }

  /// - Parameter kept: what is kept from the person who asks.
  init(
    _ facts: ExhibitFacts, photos: [PhotoItem], history: [HistoryItem], _ kept: ExhibitWithholding
  ) {
    let exhibit = facts.exhibit
    summary = ExhibitSummary(facts, kept)
    seals = exhibit.seals.map { Seal($0, kept.cover) }
    self.photos = photos
    self.history = history.map { $0.covered(by: kept.cover) }
    foundBy = exhibit.details.foundBy?.visible()
    producedBy = exhibit.details.producedBy?.visible()
    exhibitsOfficer = exhibit.details.exhibitsOfficer?.visible()
    courtReference = exhibit.details.courtReference?.visible()
  }

  init(from decoder: any Decoder) throws {
    summary = try ExhibitSummary(from: decoder)
    let keys = try decoder.container(keyedBy: CodingKeys.self)
    seals = try keys.decode([Seal].self, forKey: .seals)
    photos = try keys.decode([PhotoItem].self, forKey: .photos)
    history = try keys.decode([HistoryItem].self, forKey: .history)
    foundBy = try keys.decode(String?.self, forKey: .foundBy)
    producedBy = try keys.decode(String?.self, forKey: .producedBy)
    exhibitsOfficer = try keys.decode(String?.self, forKey: .exhibitsOfficer)
    courtReference = try keys.decode(String?.self, forKey: .courtReference)
  }

  /// Writes the members of the summary and these as one object.
  func encode(to encoder: any Encoder) throws {
    try summary.encode(to: encoder)
    var keys = encoder.container(keyedBy: CodingKeys.self)
    try keys.encode(seals, forKey: .seals)
    try keys.encode(photos, forKey: .photos)
    try keys.encode(history, forKey: .history)
    try keys.encode(foundBy, forKey: .foundBy)
    try keys.encode(producedBy, forKey: .producedBy)
    try keys.encode(exhibitsOfficer, forKey: .exhibitsOfficer)
    try keys.encode(courtReference, forKey: .courtReference)
  }
}
