internal import CaseFile

/// What of an exhibit is kept from a person.
struct ExhibitWithholding: Sendable {
  /// Its photos whose numbers are kept back.
  let photos: Set<String>
  /// Those of them that the person has in hand to key a number of blind.
  let inHand: Set<String>
  /// Covers the numbers of all of them in names and labels.
  let cover: NameCover

  /// Works it out of the photos that are listed.
  ///
  /// - Throws: ``Problem``.
  init(_ facts: ExhibitFacts, _ blind: any BlindWithholding, from person: String) async throws {
    photos = try await blind.withheld(among: facts.photos.map(\.sha256), person: person)
    inHand = await blind.inHand(person: person).intersection(photos)
    let withheld = photos
    let numbers = facts.state.numbers.filter { !withheld.isDisjoint(with: $0.photos) }
    cover = withheld.isEmpty ? .none : NameCover(numbers.map(\.number))
  }
}
