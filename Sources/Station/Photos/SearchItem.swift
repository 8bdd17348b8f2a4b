internal import CaseFile
internal import IMEI

/// A number of the case that fits what was searched for.
struct SearchItem: Codable, Sendable, Hashable {
  /// The digits; null when they are withheld.
  @Nullable var number: String?
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
  /// Whether the digits are kept back from the person who asks.
  var withheld: Bool

  init(_ match: NumberMatch, uploads: [[UInt8]], isWithheld: Bool) {
    let digits = isWithheld ? nil : match.number
    number = digits
    formatted = digits.flatMap { IMEI($0)?.formatted }
    photo = match.photo
    name = PhotoFacts.name(uploads: uploads, paths: [match.path]) ?? match.photo
    exhibits = match.exhibits.map { $0.visible() }
    subject = match.position.map { "read:\($0)" }
    status = match.status
    answer = match.answer
    person = match.person?.visible()
    withheld = isWithheld
  }
}
