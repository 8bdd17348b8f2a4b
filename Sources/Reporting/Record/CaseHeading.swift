/// What a case is called and who answers for it.
public struct CaseHeading: Sendable, Hashable {
  /// Tells the case from every other, a UUID.
  public var identifier: String
  /// The case's reference, as typed.
  public var reference: String
  /// The unique reference number of the file for the prosecutor, as typed.
  public var uniqueReferenceNumber: String?
  /// The officer in charge.
  public var officerInCharge: String?
  /// When keeping the case has to be looked at again, `YYYY-MM-DD`.
  public var reviewDate: String?
  /// When the case file was made, UTC.
  public var createdAt: String
  /// When the case was closed, UTC; nil while it is open, and the report is not final.
  public var closedAt: String?
  /// Whether nothing of it may be erased.
  public var isUnderLegalHold: Bool

  /// A heading; only identifier, reference and time are needed.
  public init(
    identifier: String, reference: String, uniqueReferenceNumber: String? = nil,
    officerInCharge: String? = nil, reviewDate: String? = nil, createdAt: String,
    closedAt: String? = nil, isUnderLegalHold: Bool = false
  ) {
    self.identifier = identifier
    self.reference = reference
    self.uniqueReferenceNumber = uniqueReferenceNumber
    self.officerInCharge = officerInCharge
    self.reviewDate = reviewDate
    self.createdAt = createdAt
    self.closedAt = closedAt
    self.isUnderLegalHold = isUnderLegalHold
  }
}
