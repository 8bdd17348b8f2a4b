internal import CaseFile
internal import HTTPTypes

/// Exhibits of the case as the interface shows them to a person.
struct ExhibitQuery: Sendable {
  /// How many exhibits are worked out before others may use the case: a reviewer waits no longer than that.
  private static let together = 20

  let desk: CaseDesk
  let blind: any BlindWithholding

  /// One page of exhibits, by reference.
  ///
  /// - Parameters:
  ///   - wanted: only those of this state.
  ///   - key: what the last exhibit of the page before is compared by.
  /// - Throws: ``Problem``.
  func page(
    _ wanted: ExhibitAnswer?, after key: String?, limit: Int, person: String
  ) async throws -> Page<ExhibitItem> {
    // A filter must not tell what the items do not.
    let disguised = wanted == nil ? [] : try await blind.disguised(person: person)
    let found = try await desk.answer { file in
      var answers = try file.exhibitAnswers()
      for photo in disguised {
        for exhibit in try file.photo(photo)?.exhibits ?? [] { answers[exhibit] = .unresolved }
      }
      let place = key.map(ExhibitOrder.init)
      let fitting = try file.exhibits().filter { exhibit in
        (place.map { ExhibitOrder(exhibit.key) > $0 } ?? true)
          && (wanted == nil || answers[exhibit.reference] ?? .unresolved == wanted)
      }
      return fitting.prefix(limit + 1).map { [answers] in
        ($0, answers[$0.reference] ?? .unresolved)
      }
    }
    var items: [ExhibitItem] = []
    var rest = found.prefix(limit)
    while !rest.isEmpty {
      let part = Array(rest.prefix(Self.together))
      rest = rest.dropFirst(Self.together)
      let facts = try await desk.answer { file in
        try part.map { try ExhibitFacts($0.0, answer: $0.1, in: file) }
      }
      for facts in facts {
        items.append(ExhibitItem(facts, try await ExhibitWithholding(facts, blind, from: person)))
      }
    }
    let next = found.count > limit ? found[limit - 1].0.key : nil
    return Page(items, next: next.map { PageCursor(list: "exhibits", place: $0) })
  }

  /// One exhibit with all that is known of it.
  ///
  /// - Throws: ``Problem``.
  func detail(_ reference: String, person: String) async throws -> ExhibitDetail {
    let (facts, history) = try await desk.answer { file in
      guard let exhibit = try file.exhibit(reference) else {
        throw Problem.exhibitMissing(reference)
      }
      let answer = try file.exhibitAnswers()[exhibit.reference] ?? .unresolved
      return (
        try ExhibitFacts(exhibit, answer: answer, in: file),
        try file.history(ofExhibit: exhibit.reference)
      )
    }
    let kept = try await ExhibitWithholding(facts, blind, from: person)
    let photos = try await PhotoQuery(desk: desk, blind: blind)
      .items(of: facts.photos, person: person)
    return ExhibitDetail(facts, photos: photos, history: history.map(HistoryItem.init), kept)
  }
}

extension Problem {
  /// The case has no exhibit of the reference in the address.
  static func exhibitMissing(_ reference: String) -> Problem {
    Problem(
      .notFound, "exhibitMissing",
      "The case has no exhibit “\(reference.visible(limit: ExhibitLimits.reference))”.",
      cure: "Check the reference, or add the exhibit.")
  }
}
