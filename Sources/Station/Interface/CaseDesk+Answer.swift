internal import CaseFile

extension CaseDesk {
  /// Uses the case, with what it refuses as a problem of the interface.
  ///
  /// - Throws: ``Problem``, and what else `body` throws.
  func answer<Answer: Sendable>(
    _ body: @Sendable (CaseFile) throws -> Answer
  ) async throws -> Answer {
    do {
      return try use(body)
    } catch let error as CaseFileError {
      throw Problem(error)
    }
  }
}
