internal import CaseFile

/// What open pages are told of a photo.
private struct PhotoEvent: Encodable {
  let sha256: String
  let name: String
  let status: String
  let flagged: Bool
  @Nullable var upload: String?
}

extension StationServices {
  /// Tells open pages that something about a photo changed.
  ///
  /// - Throws: ``Problem``.
  func announce(photo sha256: String) async throws {
    let facts = try await desk.answer { file in
      try file.photo(sha256).map { try PhotoFacts($0, in: file) }
    }
    guard let facts else { return }
    let event = PhotoEvent(
      sha256: sha256, name: facts.name, status: facts.photo.status,
      flagged: facts.photo.isFlagged, upload: nil)
    events.publish(
      StationEvent(
        name: "photo", json: String(decoding: try JSONAnswer.data(event), as: UTF8.self)))
  }
}
