internal import CaseFile

/// Photos of the case as the interface shows them to a person.
struct PhotoQuery: Sendable {
  /// How many photos are looked up before others may use the case: a reviewer waits no longer than that.
  private static let together = 50

  let desk: CaseDesk
  let blind: any BlindWithholding

  /// One page of photos, in the order they were recorded.
  ///
  /// - Throws: ``Problem``.
  func page(
    _ filter: PhotoFilter, after row: Int64, limit: Int, person: String
  ) async throws -> Page<PhotoItem> {
    let found = try await desk.answer { try $0.photos(filter, after: row, limit: limit + 1) }
    let photos = Array(found.prefix(limit))
    let next = found.count > limit ? photos.last.map { String($0.row) } : nil
    return Page(
      try await items(of: photos, person: person),
      next: next.map { PageCursor(list: "photos", place: $0) })
  }

  /// Photos with where their numbers stand.
  ///
  /// - Throws: ``Problem``.
  func items(of photos: [Photo], person: String) async throws -> [PhotoItem] {
    var items: [PhotoItem] = []
    var rest = photos[...]
    while !rest.isEmpty {
      let part = Array(rest.prefix(Self.together))
      rest = rest.dropFirst(Self.together)
      let facts = try await desk.answer { file in
        try part.map { try PhotoFacts($0, in: file) }
      }
      for facts in facts {
        let isWithheld = try await blind.isWithheld(photo: facts.photo.sha256, person: person)
        items.append(PhotoItem(facts, isWithheld: isWithheld))
      }
    }
    return items
  }
}
