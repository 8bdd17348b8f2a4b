/// A letter that was read where a digit belongs, and the digit it stands for.
///
/// A candidate that rests on one is always for a person to look at.
public struct Substitution: Hashable, Sendable {
  /// Which digit of the number, counted from 0.
  public var position: Int
  /// The letter as read.
  public var printed: Character
  /// The digit put in its place, 0...9.
  public var digit: UInt8

  /// A substitution from its parts.
  public init(position: Int, printed: Character, digit: UInt8) {
    self.position = position
    self.printed = printed
    self.digit = digit
  }
}
