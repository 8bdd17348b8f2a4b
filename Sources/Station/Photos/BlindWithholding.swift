/// Keeps numbers from people who are still to key them without having seen any reading of them.
protocol BlindWithholding: Sendable {
  /// How much of the photo is kept from the person: something while one of its numbers waits for being keyed
  /// blind by him, or may come to that.
  ///
  /// - Throws: ``Problem``.
  func withholding(photo: String, person: String) async throws -> Withholding

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

  /// How many numbers are kept from the person.
  ///
  /// - Throws: ``Problem``.
  func withheldCount(person: String) async throws -> Int

  /// The photos that the person has in hand to key a number of blind, by SHA-256.
  func inHand(person: String) async -> Set<String>
}

extension BlindWithholding {
  /// Whether digits of the photo are kept from the person.
  ///
  /// - Throws: ``Problem``.
  func isWithheld(photo: String, person: String) async throws -> Bool {
    try await withholding(photo: photo, person: person).isWithheld
  }

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

  /// The photos whose standing is kept from the person.
  ///
  /// - Throws: ``Problem``.
  func disguised(person: String) async throws -> Set<String> {
    try await withheld(among: inHand(person: person), person: person)
  }
}
