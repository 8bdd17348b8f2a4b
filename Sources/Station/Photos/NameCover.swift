internal import CaseFile

/// Shows names and labels beside a photo as a person may see them: files are often named after the number in
/// them.
struct NameCover: Sendable {
  /// Covers nothing.
  static let none = NameCover(hiding: nil)

  private let hiding: HiddenDigits?

  private init(hiding: HiddenDigits?) {
    self.hiding = hiding
  }

  /// What covers the numbers of a photo.
  ///
  /// - Parameters:
  ///   - standing: the photo's numbers.
  ///   - cover: what is put for a digit.
  init(_ standing: PhotoStanding, cover: Character = "#") {
    self.init(standing.numbers.flatMap(\.state.everyNumber), cover: cover)
  }

  /// What covers these numbers, and everything as long as one.
  init(_ numbers: some Sequence<String>, cover: Character = "#") {
    hiding = HiddenDigits(numbers, cover: cover)
  }

  /// The text as the person may see it.
  func callAsFunction(_ text: String) -> String { hiding?.masking(text) ?? text }
}

extension BlindWithholding {
  /// What covers the names of those photos whose numbers are kept from the person, by SHA-256.
  ///
  /// - Throws: ``Problem``.
  func covers(
    of photos: some Sequence<String>, person: String, desk: CaseDesk, cover: Character = "#"
  ) async throws -> [String: NameCover] {
    let withheld = try await withheld(among: photos, person: person)
    guard !withheld.isEmpty else { return [:] }
    return try await desk.answer { file in
      var covers: [String: NameCover] = [:]
      for photo in withheld {
        covers[photo] = NameCover(try file.standing(of: photo), cover: cover)
      }
      return covers
    }
  }
}
