public import IMEI

/// A number that a doubtful reading may be, and that is on a list. A lead for a person, never an answer.
public struct NearMissLead: Hashable, Sendable {
  /// The number: with its check digit where that could be read, 14 digits otherwise.
  public let imei: IMEI
  /// The check digit that the 14 digits give, when none could be read; derived, never printed.
  public let derivedCheckDigit: UInt8?
  /// How probable it is among all numbers that the reading may be and whose check digit agrees, 0...1.
  public let probability: Double
  /// What the lists say of it.
  public let answer: Answer
}

/// What the search for one doubtful number found, and how far it went.
public struct NearMissResult: Hashable, Sendable {
  /// The numbers that are on a list, most probable first.
  public let leads: [NearMissLead]
  /// How many numbers the lists were asked for.
  public let tried: Int
  /// How many numbers the reading may be, the check digit agreeing.
  public let possible: UInt64
  /// The share of the probability that the numbers asked for have together, 0...1.
  public let triedProbability: Double
  /// Every list that was asked, by name; empty when none is loaded.
  public let lists: [ListReference]

  /// Whether some numbers were not asked for because there are more than the bound: the least probable
  /// ones, and of equally probable ones those of the larger digits.
  public var hitBound: Bool { !lists.isEmpty && UInt64(tried) < possible }

  /// One sentence for a person.
  public var explanation: String {
    guard !lists.isEmpty else { return "Not checked: no block list is loaded." }
    guard possible > 0 else {
      return "No lead: no number fits the digits so that the check digit agrees."
    }
    let found =
      leads.isEmpty
      ? "No lead"
      : leads.count == 1 ? "1 lead, which is no answer" : "\(leads.count) leads, none an answer"
    guard hitBound else {
      return possible == 1
        ? "\(found): the one possible number was asked for."
        : "\(found): all \(possible) possible numbers were asked for."
    }
    return "\(found): only \(tried) of \(possible) possible numbers were asked for, the most "
      + "probable first, of equally probable ones the smallest."
  }
}

extension NearMissLead: Encodable {
  private enum CodingKeys: String, CodingKey { case imei, derivedCheckDigit, probability, answer }

  /// Writes every key, `null` where there is no value.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(imei, forKey: .imei)
    try container.encode(derivedCheckDigit, forKey: .derivedCheckDigit)
    try container.encode(probability, forKey: .probability)
    try container.encode(answer, forKey: .answer)
  }
}

extension NearMissResult: Encodable {
  private enum CodingKeys: String, CodingKey {
    case tried, possible, triedProbability, hitBound, lists, leads
  }

  /// Writes every key.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(tried, forKey: .tried)
    try container.encode(possible, forKey: .possible)
    try container.encode(triedProbability, forKey: .triedProbability)
    try container.encode(hitBound, forKey: .hitBound)
    try container.encode(lists, forKey: .lists)
    try container.encode(leads, forKey: .leads)
  }
}
