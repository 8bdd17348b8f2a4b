/// What a report shows besides what it always does.
public struct ReportOptions: Sendable, Hashable {
  /// Whether small pictures of whole photos are shown. They can show an owner's screen: names, faces,
  /// messages. Pictures of the digits are shown in any case, and show nothing else.
  public var showsThumbnails: Bool

  /// Options; without any, the pictures show digits only.
  public init(showsThumbnails: Bool = false) { self.showsThumbnails = showsThumbnails }
}
