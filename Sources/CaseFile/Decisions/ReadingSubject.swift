/// Which number of which photo a decision is about.
public struct ReadingSubject: Sendable, Hashable, CustomStringConvertible {
  /// Where the number comes from.
  public enum Number: Sendable, Hashable {
    /// The reading at this place in the result in force, from 0.
    case read(Int)
    /// A number that no reading is of and a person sees, counted from 0.
    case seen(Int)
  }

  /// SHA-256 of the photo.
  public let photo: String
  /// Which number of it.
  public let number: Number

  /// A number of a photo.
  public init(photo: String, number: Number) {
    self.photo = photo
    self.number = number
  }

  /// `reading:<sha256>/r0` or `/s0`, as events name it.
  public var description: String {
    switch number {
    case .read(let position): "reading:\(photo)/r\(position)"
    case .seen(let index): "reading:\(photo)/s\(index)"
    }
  }
}
