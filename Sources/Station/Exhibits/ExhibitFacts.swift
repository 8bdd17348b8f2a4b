internal import CaseFile

/// What the case knows of an exhibit.
struct ExhibitFacts: Sendable {
  /// The exhibit.
  let exhibit: Exhibit
  /// Its one answer.
  let answer: ExhibitAnswer
  /// What its photos say together.
  let state: ExhibitState
  /// Its photos, as many as are listed.
  let photos: [Photo]

  /// Reads them; to be called on the desk.
  ///
  /// - Throws: `CaseFileError`.
  init(_ exhibit: Exhibit, answer: ExhibitAnswer, in file: CaseFile) throws {
    self.exhibit = exhibit
    self.answer = answer
    state = try file.exhibitState(exhibit.reference)
    photos = try file.photos(
      PhotoFilter(exhibit: exhibit.reference), limit: ExhibitLimits.mostPhotos)
  }
}
