/// How much of a whole photo a report shows.
public enum ThumbnailMode: String, Sendable, Hashable, CaseIterable {
  /// Nothing.
  case none
  /// The numbers, and all the rest in blocks so coarse that no face, name or message can be made out.
  case redacted
  /// Everything: it may show what its owner has written and who is on it.
  case full

  /// The longest side of a picture, in pixels.
  public var side: Int {
    switch self {
    case .none: 0
    case .redacted: 480
    case .full: 1_024
    }
  }
}
