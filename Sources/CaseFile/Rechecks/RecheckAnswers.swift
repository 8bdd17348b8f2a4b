public import BlockList

/// What newer lists say of one number, and as results hold it.
public struct RenewedAnswer: Sendable, Hashable {
  /// The answer.
  public var answer: Answer
  /// The same as JSON, as a result's reading has it.
  public var json: String

  /// An answer and its JSON.
  public init(_ answer: Answer, json: String) {
    self.answer = answer
    self.json = json
  }

  /// Whether it is what the lists say of every number that they do not know.
  var isPlain: Bool {
    answer.state == .notFlagged && answer.removed.isEmpty && answer.allowed.isEmpty
  }
}

/// What newer lists have near one reading that is in review; leads for a person, no answers.
public struct RenewedLeads: Sendable, Hashable {
  /// SHA-256 of the photo.
  public var photo: String
  /// The reading's place in the result in force, from 0.
  public var position: Int
  /// The leads as JSON, a list as a result's reading has it.
  public var leads: String
  /// The answers of the reading's alternatives as JSON, a list in their order.
  public var alternatives: String

  /// Leads of one reading.
  public init(photo: String, position: Int, leads: String, alternatives: String) {
    self.photo = photo
    self.position = position
    self.leads = leads
    self.alternatives = alternatives
  }
}

/// The numbers to ask for, as of one state of the case.
public struct RecheckQuestion: Sendable, Hashable {
  /// Every number that was ever read or given, each once, by digits.
  public let numbers: [String]
  /// Whether every one of them was last asked for in just these lists.
  public let isAnswered: Bool
  /// The last reading and the last event of a decision that are in it.
  let readings: Int64
  let decisions: Int64
  /// The recheck before; 0 for none.
  let former: Int64
}

/// What all numbers of a case were answered by the lists that were in force.
public struct RecheckAnswers: Sendable {
  /// The lists, by name.
  public var lists: [ListReference]
  /// What they say of a number that they do not know.
  public var plain: RenewedAnswer
  /// What they say of numbers that they know.
  public var found: [String: RenewedAnswer]
  /// What they have near readings in review.
  public var leads: [RenewedLeads]

  /// Answers; numbers that are not among `found` have the answer `plain`.
  public init(
    lists: [ListReference], plain: RenewedAnswer, found: [String: RenewedAnswer] = [:],
    leads: [RenewedLeads] = []
  ) {
    self.lists = lists
    self.plain = plain
    self.found = found
    self.leads = leads
  }

  func answer(to number: String) -> Answer { (found[number] ?? plain).answer }
}

/// A recheck that was recorded.
public struct RecordedRecheck: Sendable, Hashable {
  /// The event's sequence number.
  public let event: Int64
  /// The lists that were asked, by name.
  public let lists: [ListReference]
  /// How many numbers were asked for: those of results in force and those that people gave.
  public let asked: Int
  /// How many of them are flagged.
  public let flagged: Int
  /// How many are flagged and were not.
  public let newlyFlagged: Int
  /// How many were flagged and are not.
  public let noLongerFlagged: Int
  /// Who asked.
  public let person: String
  /// When, UTC.
  public let askedAt: String
}
