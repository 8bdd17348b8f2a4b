/// Where a case stands.
public struct CaseStatus: Sendable, Hashable {
  /// What the case is called and who answers for it.
  public let details: CaseDetails
  /// Tells the case from every other, a UUID.
  public let identifier: String
  /// When the case file was made, UTC.
  public let createdAt: String
  /// When the case was closed, UTC; `nil` while it is open.
  public let closedAt: String?
  /// Whether nothing of it may be erased.
  public let isUnderLegalHold: Bool
  /// When its images, crops and numbers were erased, UTC.
  public let purgedAt: String?
}
