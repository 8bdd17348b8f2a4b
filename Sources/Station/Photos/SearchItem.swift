internal import CaseFile
internal import IMEI

/// A number of the case that fits what was searched for.
struct SearchItem: Codable, Sendable, Hashable {
  /// The digits.
  var number: String
  /// The same in groups.
  @Nullable var formatted: String?
  /// SHA-256 of the photo.
  var photo: String
  /// The photo file's name.
  var name: String
  /// The exhibits that the photo shows.
  var exhibits: [String]
  /// Which number of the photo; null for one that a person gave.
  @Nullable var subject: String?
  /// The reading's status; null for a number that a person gave.
  @Nullable var status: String?
  /// What the block lists said of it.
  var answer: String
  /// Who gave it, when it was a person.
  @Nullable var person: String?

  init(_ match: NumberMatch, uploads: [[UInt8]]) {
    number = match.number
    formatted = IMEI(match.number)?.formatted
    photo = match.photo
    name = PhotoFacts.name(uploads: uploads, paths: [match.path]) ?? match.photo
    exhibits = match.exhibits.map { $0.visible() }
    subject = match.position.map { "read:\($0)" }
    status = match.status
    answer = match.answer
    person = match.person?.visible()
  }
}

/// What was found, and how much was not looked at.
struct SearchAnswer: Codable, Sendable, Hashable {
  /// What fits.
  var items: [SearchItem]
  /// How many numbers of the case are kept from the person, whatever was searched for: none of their photos
  /// is found by digits.
  var withheld: Int

  private enum CodingKeys: CodingKey { case items, next, withheld }

  init(_ items: [SearchItem], withheld: Int) {
    self.items = items
    self.withheld = withheld
  }

  init(from decoder: any Decoder) throws {
    let keys = try decoder.container(keyedBy: CodingKeys.self)
    items = try keys.decode([SearchItem].self, forKey: .items)
    withheld = try keys.decode(Int.self, forKey: .withheld)
  }

  /// Writes a list of one page.
  func encode(to encoder: any Encoder) throws {
    var keys = encoder.container(keyedBy: CodingKeys.self)
    try keys.encode(items, forKey: .items)
    try keys.encodeNil(forKey: .next)
    try keys.encode(withheld, forKey: .withheld)
  }
}
