internal import BlockList

/// What a case is called and who answers for it.
public struct CaseDetails: Sendable, Hashable {
  /// The case's reference, as typed.
  public var reference: String
  /// The unique reference number of the file for the prosecutor, as typed.
  public var uniqueReferenceNumber: String?
  /// The officer in charge.
  public var officerInCharge: String?
  /// When keeping the case has to be looked at again, `YYYY-MM-DD`.
  public var reviewDate: String?

  /// Details of a case; only the reference is needed.
  public init(
    reference: String, uniqueReferenceNumber: String? = nil, officerInCharge: String? = nil,
    reviewDate: String? = nil
  ) {
    self.reference = reference
    self.uniqueReferenceNumber = uniqueReferenceNumber
    self.officerInCharge = officerInCharge
    self.reviewDate = reviewDate
  }

  /// The details without blanks around them.
  ///
  /// - Throws: ``CaseFileError`` `badValue`.
  func checked() throws -> CaseDetails {
    let date = try CaseText.checked(reviewDate, as: "the review date", limit: 40)
    if let date, (try? ListDate(date)) == nil {
      throw CaseFileError(
        .badValue, "the review date “\(CaseText.shown(date, limit: 40))” is not a date",
        cure: "Write it as YYYY-MM-DD, for example 2027-03-04.")
    }
    return CaseDetails(
      reference: try CaseText.checked(reference, as: "the case reference"),
      uniqueReferenceNumber: try CaseText.checked(uniqueReferenceNumber, as: "the URN"),
      officerInCharge: try CaseText.checked(officerInCharge, as: "the officer in charge"),
      reviewDate: date)
  }
}
