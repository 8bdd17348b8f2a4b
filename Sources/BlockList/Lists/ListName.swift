internal import Foundation

/// The rule for names of block lists: 1 to 80 printable characters.
enum ListName {
  static let maximumLength = 80

  /// `name` without blanks around it and with composed characters (NFC), so that one name has one
  /// spelling in the store.
  ///
  /// - Throws: ``BlockListError`` `badName`.
  static func checked(_ name: String) throws(BlockListError) -> String {
    let trimmed = name.trimmingCharacters(in: .whitespacesAndNewlines)
      .precomposedStringWithCanonicalMapping
    let cure = "Give the list a name of 1 to \(maximumLength) printable characters."
    guard !trimmed.isEmpty else {
      throw BlockListError(.badName, "the list has no name", cure: cure)
    }
    let shown = VisibleText.escaping(trimmed, limit: maximumLength)
    guard trimmed.unicodeScalars.count <= maximumLength else {
      throw BlockListError(
        .badName, "the list name “\(shown)” is longer than \(maximumLength) characters",
        cure: cure)
    }
    guard trimmed.unicodeScalars.allSatisfy(VisibleText.isPrintable) else {
      throw BlockListError(
        .badName, "the list name “\(shown)” holds characters that cannot be printed", cure: cure)
    }
    return trimmed
  }
}
