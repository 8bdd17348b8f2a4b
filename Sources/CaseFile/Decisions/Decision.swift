public import BlockList

/// What a person concludes about a number.
public struct Decision: Sendable, Hashable {
  /// The conclusion.
  public enum Act: Sendable, Hashable {
    /// The reading is what stands in the picture.
    case accept
    /// This stands in the picture, and not the reading.
    case correct(String)
    /// This stands in the picture, keyed by somebody who was not shown any reading or other keying.
    case key(String)
    /// It cannot be read.
    case unreadable
    /// Two differed, and this is right; `nil` when it cannot be read.
    case settle(String?)
  }

  /// What it is about.
  public var subject: ReadingSubject
  /// The conclusion.
  public var act: Act
  /// What the block lists say of a number given here; `nil` when none was given or none was asked.
  public var answer: Answer?
  /// Why, in the person's words.
  public var note: String?

  /// A decision.
  public init(
    subject: ReadingSubject, act: Act, answer: Answer? = nil, note: String? = nil
  ) {
    self.subject = subject
    self.act = act
    self.answer = answer
    self.note = note
  }
}
