internal import CaseFile
internal import IMEI

/// Where one number of a photo stands: what the machine read and what people made of it.
struct StandingItem: Codable, Sendable, Hashable {
  /// What the machine read.
  struct Machine: Codable, Sendable, Hashable {
    /// The digits; null when a person sees what was not read, or when they are withheld.
    @Nullable var number: String?
    /// Whether independent sources agreed and nothing spoke against it.
    var isAccepted: Bool
    /// Whether it is flagged.
    var isFlagged: Bool
  }

  /// What one person said.
  struct Opinion: Codable, Sendable, Hashable {
    /// Who.
    var person: String
    /// The digits, or `unreadable`; null when it is withheld.
    @Nullable var value: String?
    /// Whether the person was shown nothing but the picture.
    var isBlind: Bool
    /// The event's sequence number, which an undoing names.
    var event: Int64
  }

  /// A decision that does not count.
  struct Ignored: Codable, Sendable, Hashable {
    /// The event's sequence number.
    var event: Int64
    /// Why, in a clause.
    var reason: String
  }

  /// Which number: `read:0`, `seen:0`.
  var subject: String
  /// How far it is.
  var phase: String
  /// The number that counts.
  @Nullable var number: String?
  /// The same in groups.
  @Nullable var formatted: String?
  /// Whether it is flagged.
  var flagged: Bool
  /// What the machine read.
  var machine: Machine
  /// What people said, at most two, in order.
  var opinions: [Opinion]
  /// Who settled it.
  @Nullable var settledBy: String?
  /// The SIM slot that the caption names.
  @Nullable var slot: Int?
  /// Decisions that do not count.
  var ignored: [Ignored]
  /// Whether the person who asks, an officer in charge, may decide on it having seen the values.
  var openEyes: Bool

  /// - Parameters:
  ///   - withholding: what is kept from the person who asks.
  ///   - reviewer: who asks.
  init(_ standing: NumberStanding, _ withholding: Withholding, for reviewer: Reviewer) {
    let state = standing.state
    let isWithheld = withholding.isWithheld
    // What people decided would tell a number whose answer is known from one that is open.
    let isKept = withholding == .standing
    let digits = isWithheld ? nil : state.number
    subject = standing.subject.number.name
    phase = (isKept ? .open : state.phase).rawValue
    number = digits
    formatted = digits.flatMap { IMEI($0)?.formatted }
    flagged = isKept ? state.machine.isFlagged : state.isFlagged
    machine = Machine(
      number: isWithheld ? nil : state.machine.number,
      isAccepted: !isKept && state.machine.isAccepted, isFlagged: state.machine.isFlagged)
    opinions = (isKept ? [] : state.opinions).map { opinion in
      Opinion(
        person: opinion.person.visible(),
        value: isWithheld ? nil : opinion.value.number ?? "unreadable",
        isBlind: opinion.isBlind, event: opinion.sequence)
    }
    settledBy = isKept ? nil : state.settledBy?.visible()
    slot = standing.slot
    ignored = (isKept ? [] : state.ignored).map {
      Ignored(event: $0.sequence, reason: $0.reason.visible())
    }
    openEyes = !isWithheld && reviewer.mayDecideOpenly(state)
  }
}
