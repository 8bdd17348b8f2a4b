internal import Foundation

/// What a person says about an item.
struct ReviewSubmission: Sendable {
  /// The conclusion.
  enum Act: String, Sendable, Hashable, Codable, CaseIterable {
    case accept, correct, key, unreadable, settle, doubt
  }

  let act: Act
  var imei: String?
  var note: String?
  /// How long the item was on screen.
  var seconds: Double?
  let version: String
  /// Whether the person stands by a settlement that agrees with neither of the two.
  var confirm: Bool?
}

extension ReviewSubmission: RequestObject {
  static let members: Set<String> = ["act", "imei", "note", "seconds", "version", "confirm"]
  static let lines = ["note": NoteBody.longest]

  private enum CodingKeys: String, CodingKey { case act, imei, note, seconds, version, confirm }
}

/// What followed from it.
struct ReviewOutcome: Sendable, Encodable {
  /// What is to be done about the number.
  enum Next: String, Sendable, Encodable {
    case done, secondNeeded, mismatch
  }

  /// How what was keyed compares with what the machine read.
  enum Machine: String, Sendable, Encodable {
    case same, differs, none
  }

  var event: Int64?
  var phase: String
  var number: String?
  var formatted: String?
  var answer: String?
  var machine: Machine?
  var leads: [ReviewLists.Lead] = []
  var next: Next
  var counts: ReviewTally

  private enum Key: String, CodingKey {
    case event, phase, number, formatted, answer, machine, leads, next, counts
  }

  /// Writes every key, null where there is nothing.
  func encode(to encoder: any Encoder) throws {
    var keys = encoder.container(keyedBy: Key.self)
    try keys.encode(event, forKey: .event)
    try keys.encode(phase, forKey: .phase)
    try keys.encode(number, forKey: .number)
    try keys.encode(formatted, forKey: .formatted)
    try keys.encode(answer, forKey: .answer)
    try keys.encode(machine, forKey: .machine)
    try keys.encode(leads, forKey: .leads)
    try keys.encode(next, forKey: .next)
    try keys.encode(counts, forKey: .counts)
  }
}
