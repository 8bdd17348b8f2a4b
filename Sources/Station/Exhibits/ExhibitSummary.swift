internal import CaseFile
internal import IMEI

/// What lists and pages show of an exhibit alike.
struct ExhibitSummary: Codable, Sendable, Hashable {
  /// One number of it, from all its photos.
  struct Number: Codable, Sendable, Hashable {
    /// The digits; null when they are withheld.
    @Nullable var imei: String?
    /// The same in groups.
    @Nullable var formatted: String?
    /// What it rests on: `open`, `agreed`, `accepted`, `settled`.
    var standing: String
    /// Whether it is flagged.
    var flagged: Bool
    /// The SIM slots that captions name with it.
    var slots: [Int]
    /// The photos that say so, by SHA-256.
    var photos: [String]
  }

  /// What does not fit together.
  struct Disagreement: Codable, Sendable, Hashable {
    /// In what the photos differ: `sameSlot`, `similar`, `checkDigit`, `tooMany`.
    var kind: String
    /// The numbers concerned; empty when they are withheld.
    var numbers: [String]
    /// The photos concerned, by SHA-256.
    var photos: [String]
  }

  /// The reference as typed.
  var reference: String
  /// The exhibit it was taken from.
  @Nullable var parent: String?
  /// What it is.
  @Nullable var description: String?
  /// The number of the bag that it is sealed in now.
  @Nullable var seal: String?
  /// Its numbers.
  var numbers: [Number]
  /// `flagged`, `notFlagged` or `unresolved`; the last while the person has a photo of it in hand to key blind.
  var state: String
  /// What does not fit together.
  var disagreements: [Disagreement]
  /// Whether digits are kept back from the person who asks.
  var withheld: Bool

  /// - Parameter kept: what is kept from the person who asks.
  init(_ facts: ExhibitFacts, _ kept: ExhibitWithholding) {
    let withheld = kept.photos
    reference = kept.cover(facts.exhibit.reference.visible())
    parent = facts.exhibit.details.parent.map { kept.cover($0.visible()) }
    description = facts.exhibit.details.description.map { kept.cover($0.visible()) }
    seal = facts.exhibit.seals.last { $0.to == nil }.map { kept.cover($0.number.visible()) }
    numbers = facts.state.numbers.map { number in
      let digits = withheld.isDisjoint(with: number.photos) ? number.number : nil
      let isKept = !kept.inHand.isDisjoint(with: number.photos)
      return Number(
        imei: digits, formatted: digits.flatMap { IMEI($0)?.formatted },
        standing: (isKept ? .open : number.standing).name, flagged: number.isFlagged,
        slots: number.slots, photos: number.photos)
    }
    state = (kept.inHand.isEmpty ? facts.answer : .unresolved).rawValue
    disagreements = facts.state.disagreements.map { found in
      Disagreement(
        kind: found.kind.rawValue,
        numbers: withheld.isDisjoint(with: found.photos) ? found.numbers : [],
        photos: found.photos)
    }
    self.withheld = !withheld.isEmpty
  }
}

extension ExhibitNumber.Standing {
  /// The standing as the interface names it.
  var name: String {
    switch self {
    case .open: "open"
    case .agreed: "agreed"
    case .accepted: "accepted"
    case .settled: "settled"
    }
  }
}
