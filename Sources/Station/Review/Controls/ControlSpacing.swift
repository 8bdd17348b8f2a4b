/// When a person is given a number whose answer is known, so that errors are measured.
///
/// One in about forty items, never two in a row, and none before the person has found into the work. The
/// distances follow from a seed, so that a run can be told again, and look like chance to the person.
struct ControlSpacing: Sendable {
  /// How many real items come before the first.
  static let before = 20
  /// How many real items come between two: 2–3 % of all are controls.
  static let between = 34...46

  /// How many real items come before the next one when the last was not answered.
  static let afterGivingBack = 5

  private var generator: SpacingGenerator
  /// Real items to come before the next one.
  private(set) var left: Int

  /// Distances that follow from `seed`.
  init(seed: UInt64) {
    generator = SpacingGenerator(state: seed)
    left = Self.before + Int.random(in: 0...Self.before, using: &generator)
  }

  /// Whether the next item is to be a control.
  var isDue: Bool { left <= 0 }

  /// Counts real items that were handed out.
  mutating func handedOut(_ count: Int) { left -= count }

  /// Counts a control that was handed out.
  mutating func handedOutControl() { left = Int.random(in: Self.between, using: &generator) }

  /// Counts a control that was given back unanswered.
  mutating func giveBack() { left = min(left, Self.afterGivingBack) }

  /// A number below `bound`, for what else is left to chance.
  mutating func choose(below bound: Int) -> Int {
    bound > 1 ? Int.random(in: 0..<bound, using: &generator) : 0
  }
}

/// SplitMix64: the same numbers for the same seed in every release of Swift.
struct SpacingGenerator: RandomNumberGenerator, Sendable {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
