internal import CaseFile
internal import HTTPTypes

extension StationSession {
  /// Refuses what the person's role does not allow.
  ///
  /// - Throws: ``Problem`` 403.
  func require(_ needed: OperatorRole) throws {
    guard role == needed else {
      throw Problem(
        .forbidden, "roleMissing", "This is for the \(needed.words) alone.",
        cure: "Ask somebody with that role, or have it given to you with `imeikit operator role`.")
    }
  }
}

extension OperatorRole {
  /// The role in words.
  var words: String {
    switch self {
    case .reader: "reader"
    case .settler: "settler"
    case .officerInCharge: "officer in charge"
    }
  }
}
