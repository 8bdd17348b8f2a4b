internal import CaseFile

/// Exhibits as the report names them and where they stand in it.
struct ExhibitIndex {
  private let places: [String: Int]
  private let references: [String]

  init(_ exhibits: [ExhibitRecord]) {
    references = exhibits.map { $0.exhibit.reference.visible(limit: 80) }
    places = Dictionary(
      exhibits.enumerated().map { ($0.element.exhibit.key, $0.offset) },
      uniquingKeysWith: { first, _ in first })
  }

  /// The section of the exhibit at a place in the record.
  func anchor(_ place: Int) -> String { "exhibit-\(place + 1)" }

  /// The reference of the exhibit at a place, safe to show.
  func reference(_ place: Int) -> String { references[place] }

  /// The reference of the exhibit that has this key, or the key itself.
  func reference(key: String) -> String {
    places[key].map { references[$0] } ?? key.visible(limit: 80)
  }
}
