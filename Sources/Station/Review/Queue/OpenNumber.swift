internal import CaseFile

/// A number that people have still to decide on, with all that the order of work depends on.
struct OpenNumber: Sendable, Hashable {
  /// Its place in the order of work: what is most urgent first, then as the photos were recorded.
  struct Place: Sendable, Hashable, Comparable {
    let stage: Stage
    let row: Int64
    let position: Int

    static func < (left: Self, right: Self) -> Bool {
      (left.stage.rawValue, left.row, left.position)
        < (right.stage.rawValue, right.row, right.position)
    }
  }

  /// How urgent a number is, the most urgent first.
  enum Stage: Int, Sendable, Hashable, CaseIterable {
    /// Two people differ.
    case settle
    /// Flagged: what an arrest or a seizure may rest on.
    case flagged
    /// One person decided, and a second is waited for.
    case second
    /// At least one digit is doubtful, or the number is none that is allocated.
    case doubtful
    /// The sources agree on every digit.
    case confirm
  }

  /// Which number of which photo.
  let subject: ReadingSubject
  /// The photo's place in the order of recording.
  let row: Int64
  /// How far it is.
  let phase: ReadingState.Phase
  /// Whether the machine read a number at all.
  let hasReading: Bool
  /// Whether the machine or a person gave a flagged number.
  let isFlagged: Bool
  /// Whether a digit is doubtful, the check digit does not agree, or the number is not allocated.
  let isDoubtful: Bool
  /// Who has an opinion on it.
  let people: Set<String>
  /// Whether whoever decided so far keyed it blind: then the other need not.
  var isOpenToSeeing = true
  /// What it stands on: changes with every decision that counts and with every other result.
  let state: String
  /// The digits and where they are in the crop, for sheets; nil when there is no box for each.
  let glyphs: GlyphRow?
  /// What people made of single digits on sheets.
  var marks = DigitTally()
  /// What machine and people made of it.
  var numbers: [String] = []

  /// How urgent it is.
  var stage: Stage {
    switch phase {
    case .mismatch: .settle
    case _ where isFlagged: .flagged
    case .secondNeeded: .second
    default: isDoubtful || !hasReading || marks.isStruck ? .doubtful : .confirm
    }
  }

  /// How a person who may decide on it is asked.
  var kind: ReviewKind {
    switch stage {
    case .settle: .settle
    case .flagged, .second, .doubtful: .blind
    case .confirm: .confirm
    }
  }

  /// Its place in the order of work.
  var place: Place { Place(stage: stage, row: row, position: subject.number.order) }
}

/// The digits of a reading, each with its box in the crop.
struct GlyphRow: Sendable, Hashable {
  /// The 15 digits.
  let digits: [UInt8]
  /// The box of each, in pixels of the crop.
  let boxes: [PixelBox]
}

/// An upright box in pixels, as `[x, y, width, height]`.
struct PixelBox: Sendable, Hashable, Encodable {
  let x: Int
  let y: Int
  let width: Int
  let height: Int

  func encode(to encoder: any Encoder) throws {
    var values = encoder.unkeyedContainer()
    for value in [x, y, width, height] { try values.encode(value) }
  }
}

extension ReadingSubject.Number {
  /// Those that were read first, then those that people saw.
  var order: Int {
    switch self {
    case .read(let position): position
    case .seen(let index): 1_000_000 + index
    }
  }
}
