internal import CaseFile

extension StationServices {
  /// Logs who came and went.
  ///
  /// - Throws: `CaseFileError`.
  func log(
    _ kind: String, of person: String, session: String? = nil, address: String? = nil
  ) async throws {
    var details: [String: AuditValue] = [:]
    if let session { details["login"] = .text(session) }
    if let address { details["address"] = .text(address) }
    let entry = AuditEntry(act: .session, kind: kind, person: person, details: details)
    _ = try await desk.use { try $0.log([entry]) }
  }
}
