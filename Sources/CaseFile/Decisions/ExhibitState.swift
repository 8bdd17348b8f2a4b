/// One number on one photo of an exhibit.
public struct ExhibitSighting: Sendable, Hashable {
  /// SHA-256 of the photo.
  public var photo: String
  /// A perceptual hash of the picture, when there is one.
  public var perceptualHash: UInt64?
  /// Where the number stands.
  public var state: ReadingState
  /// The SIM slot that the caption names.
  public var slot: Int?
  /// Whether the check digit agrees and the reporting body allocates numbers.
  public var isPlausible: Bool

  /// A number on a photo.
  public init(
    photo: String, perceptualHash: UInt64? = nil, state: ReadingState, slot: Int? = nil,
    isPlausible: Bool
  ) {
    self.photo = photo
    self.perceptualHash = perceptualHash
    self.state = state
    self.slot = slot
    self.isPlausible = isPlausible
  }

  /// The digits that it counts with, or would.
  public var number: String? {
    state.number
      ?? (state.phase == .unreadable
        ? nil : state.opinions.last?.value.number ?? state.machine.number)
  }
}

/// One number of an exhibit, from all its photos.
public struct ExhibitNumber: Sendable, Hashable {
  /// What it rests on, the strongest last.
  public enum Standing: Int, Sendable, Hashable, Comparable {
    /// A person has still to decide.
    case open
    /// At least two pictures, not one from the other, say the same.
    case agreed
    /// The machine accepted it on one photo, from independent sources.
    case accepted
    /// People decided.
    case settled

    /// The weaker first.
    public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
  }

  /// The digits.
  public let number: String
  /// What it rests on.
  public let standing: Standing
  /// The photos that say so.
  public let photos: [String]
  /// Whether it is flagged.
  public let isFlagged: Bool
  /// The SIM slots that captions name with it.
  public let slots: [Int]

  /// Whether nothing is left to be done: a flagged number needs people.
  public var isResolved: Bool { isFlagged ? standing == .settled : standing > .open }
}

/// Photos of one exhibit that do not fit together.
public struct ExhibitDisagreement: Sendable, Hashable {
  /// In what they differ.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// Two numbers for one SIM slot.
    case sameSlot
    /// Two numbers that differ in one or two digits, of which one is doubtful: one is probably misread.
    case similar
    /// One number with two check digits.
    case checkDigit
    /// More numbers than one device has.
    case tooMany
  }

  /// In what they differ.
  public let kind: Kind
  /// The numbers concerned.
  public let numbers: [String]
  /// The photos concerned.
  public let photos: [String]
}

/// The one answer of an exhibit, from all its photos.
public struct ExhibitState: Sendable, Hashable {
  /// Its numbers, by digits.
  public let numbers: [ExhibitNumber]
  /// What does not fit together.
  public let disagreements: [ExhibitDisagreement]
  /// Sightings without any number that wait for a person.
  public let unreadWaiting: Int

  /// Whether nothing is left to be decided; what does not fit together is a finding besides.
  public var isResolved: Bool { unreadWaiting == 0 && numbers.allSatisfy(\.isResolved) }
}
