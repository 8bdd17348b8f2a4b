internal import CaseFile
internal import Foundation

/// One item in one person's hands, under a name that says nothing about it.
struct ReviewTicket: Sendable, Hashable {
  /// What the answer to an item is measured against.
  struct Control: Sendable, Hashable {
    /// The number that stands there.
    let number: String
    /// Whether it passes for one that somebody else has keyed already, as the item beside it.
    let isSecond: Bool
    /// Whether it was answered: it is no more to be had then than a number that was decided on.
    var isAnswered = false
  }

  /// A name by chance.
  let id: String
  let person: String
  let subject: ReadingSubject
  let kind: ReviewKind
  /// What the number stood on when it was handed out.
  let state: String
  /// Says which state that was without telling it: a control's would differ in kind from an open number's.
  let version: String
  /// Set when the answer is known.
  var control: Control?
  /// When it was made.
  let made: Date

  init(
    id: String = ReviewTicket.chance(), person: String, subject: ReadingSubject, kind: ReviewKind,
    state: String, control: Control? = nil, made: Date
  ) {
    self.id = id
    self.person = person
    self.subject = subject
    self.kind = kind
    self.state = state
    self.control = control
    self.made = made
    version = Self.chance()
  }

  /// What is claimed with it.
  var work: ReviewClaims.Work {
    ReviewClaims.Work(subject, controlOf: control == nil ? nil : person)
  }

  /// 128 bits by chance, in characters that need no escaping in an address.
  static func chance() -> String {
    var generator = SystemRandomNumberGenerator()
    let bytes = (0..<16).map { _ in UInt8.random(in: 0...255, using: &generator) }
    return Data(bytes).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_")
      .replacing("=", with: "")
  }
}

/// The items in people's hands, by name.
struct ReviewTickets: Sendable {
  /// How many are kept at most; the oldest go first, long after their claims.
  static let most = 20_000

  private var byID: [String: ReviewTicket] = [:]
  private var ids: [String: [ReviewClaims.Work: String]] = [:]

  subscript(id: String) -> ReviewTicket? { byID[id] }

  /// The ticket of a person for a number.
  func ticket(of person: String, for work: ReviewClaims.Work) -> ReviewTicket? {
    ids[person]?[work].flatMap { byID[$0] }
  }

  /// A person's controls that are not answered.
  func controls(of person: String) -> [ReviewTicket] {
    (ids[person] ?? [:]).values.compactMap { byID[$0] }.filter { $0.control != nil }
      .sorted { $0.made < $1.made }
  }

  /// Keeps a ticket in place of the person's former one for the number.
  mutating func keep(_ ticket: ReviewTicket) {
    if let former = ids[ticket.person]?[ticket.work], former != ticket.id { byID[former] = nil }
    byID[ticket.id] = ticket
    ids[ticket.person, default: [:]][ticket.work] = ticket.id
    if byID.count > Self.most { trim() }
  }

  mutating func remove(_ id: String) {
    guard let ticket = byID.removeValue(forKey: id) else { return }
    ids[ticket.person]?[ticket.work] = nil
  }

  private mutating func trim() {
    let oldest = byID.values.sorted { $0.made < $1.made }.prefix(Self.most / 4)
    for ticket in oldest { remove(ticket.id) }
  }
}
