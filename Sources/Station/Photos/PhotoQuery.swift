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
    var filter = filter
    // A filter must not tell what the items do not.
    if filter.status != nil { filter.takenForReview = try await blind.disguised(person: person) }
    let found = try await desk.answer { [filter] in
      try $0.photos(filter, after: row, limit: limit + 1)
    }
    let photos = Array(found.prefix(limit))
    let next = found.count > limit ? photos.last.map { String($0.row) } : nil
    return Page(
      try await items(of: photos, named: filter.nameContains, person: person),
      next: next.map { PageCursor(list: "photos", place: $0) })
  }

  /// Photos with where their numbers stand.
  ///
  /// - Parameter text: leaves out those in whose names the person cannot see it.
  /// - Throws: ``Problem``.
  func items(
    of photos: [Photo], named text: String? = nil, person: String
  ) async throws -> [PhotoItem] {
    var items: [PhotoItem] = []
    var rest = photos[...]
    while !rest.isEmpty {
      let part = Array(rest.prefix(Self.together))
      rest = rest.dropFirst(Self.together)
      let facts = try await desk.answer { file in
        try part.map { try PhotoFacts($0, in: file) }
      }
      for facts in facts {
        let withholding = try await blind.withholding(
          photo: facts.photo.sha256, person: person)
        if let text, withholding.isWithheld, !facts.isNamed(text, withholding) { continue }
        items.append(PhotoItem(facts, withholding))
      }
    }
    return items
  }
}
