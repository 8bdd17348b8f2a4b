/// Something in the case file that is not as the log tells.
public struct CaseFault: Sendable, Hashable {
  /// What is wrong with it.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// The file itself is damaged.
    case damage
    /// A table, index or trigger is not as this release makes it.
    case schema
    /// A row is not as it was when an event told of it.
    case changed
    /// There is a row of which no event tells.
    case added
    /// A row of which an event tells is gone.
    case removed
    /// A result is not the one whose digest was recorded with it.
    case result
    /// A crop is not the one whose digest was recorded with it.
    case crop
    /// A photo's event and its rows do not tell the same.
    case photo
    /// The case is not the one that the log is of.
    case identity
  }

  /// What is wrong.
  public let kind: Kind
  /// The row or thing, such as `photo:17`.
  public let subject: String
  /// One sentence for a person.
  public let message: String
}
