/// Keeps numbers from people who are still to key them without having seen any reading of them.
protocol BlindWithholding: Sendable {
  /// Whether a number of the photo waits for being keyed blind by the person.
  ///
  /// - Throws: ``Problem``.
  func isWithheld(photo: String, person: String) async throws -> Bool

  /// Records that the person is shown the numbers of the photo all the same, and cannot key those blind
  /// from now on.
  ///
  /// - Throws: ``Problem``.
  func reveal(photo: String, person: String) async throws

  /// The digits that are kept from the person: all that machine and people made of the numbers that wait
  /// for being keyed blind by him.
  ///
  /// - Throws: ``Problem``.
  func withheldNumbers(person: String) async throws -> Set<String>
}

extension BlindWithholding {
  /// Those of some photos whose numbers are kept from the person.
  ///
  /// - Throws: ``Problem``.
  func withheld(among photos: some Sequence<String>, person: String) async throws -> Set<String> {
    var withheld: Set<String> = []
    for photo in Set(photos) where try await isWithheld(photo: photo, person: person) {
      withheld.insert(photo)
    }
    return withheld
  }
}
