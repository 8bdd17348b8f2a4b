/// How much of a photo is kept from a person.
enum Withholding: Int, Sendable, Hashable, Comparable {
  /// Nothing.
  case nothing
  /// The digits of its numbers, wherever they stand: the person may yet key one of them blind.
  case digits
  /// Besides, what became of its numbers: the person has one in hand to key blind, and is not to see whether
  /// its answer is known.
  case standing

  /// Whether digits are kept back.
  var isWithheld: Bool { self > .nothing }

  /// Less first.
  static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}
