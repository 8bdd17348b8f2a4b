/// What a report shows besides what it always does.
public struct ReportOptions: Sendable, Hashable {
  /// Whether small pictures of whole photos are shown. They can show an owner's screen: names, faces,
  /// messages. Pictures of the digits are shown in any case, and show nothing else.
  public var showsThumbnails: Bool

  /// Whether these show the digits that were read and nothing else, which is then said with each.
  public var redactsThumbnails: Bool

  /// Options; without any, the pictures show digits only.
  public init(showsThumbnails: Bool = false, redactsThumbnails: Bool = false) {
    self.showsThumbnails = showsThumbnails
    self.redactsThumbnails = redactsThumbnails
  }

  /// The words under a small picture of a photo of these names.
  func caption(of names: String) -> String {
    redactsThumbnails ? "Photo \(names), redacted" : "Photo \(names)"
  }
}
