internal import CaseFile

/// Which exhibit another was taken from, up to the one that was taken from none.
struct RootExhibits {
  private let exhibits: [String: Exhibit]

  /// The exhibits of a case.
  init(_ exhibits: [Exhibit]) {
    self.exhibits = Dictionary(exhibits.map { ($0.key, $0) }) { first, _ in first }
  }

  /// The reference of the exhibit that this one is ultimately a part of, as typed; nil when it is
  /// a part of none. A circle ends where it closes.
  func root(of exhibit: Exhibit) -> String? {
    var seen: Set<String> = [exhibit.key]
    var root: String?
    var parent = exhibit.details.parent
    while let reference = parent {
      let key = (try? ExhibitReference(reference).key) ?? reference
      guard seen.insert(key).inserted else { break }
      root = exhibits[key]?.reference ?? reference
      parent = exhibits[key]?.details.parent
    }
    return root
  }
}
