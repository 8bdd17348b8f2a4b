/// What the label and bar codes of an evidence bag say of the exhibit: its reference, and the bag's seal number.
///
/// A guess from print, taken only where it stands alone: a reference behind words that say exhibit, a seal number
/// behind words that say seal or as the whole of a line or bar code. A seal number counts only for a bag that
/// the case knows.
enum BagLabel {
  private static let longestReference = 16

  /// Exhibit references and seal numbers among the lines and bar codes of a page.
  static func others(in texts: [String]) -> Set<PhotoResult.Other> {
    var found: Set<PhotoResult.Other> = []
    for text in texts where text.utf8.count <= 200 {
      if let reference = reference(in: text) {
        found.insert(PhotoResult.Other(kind: ExhibitNaming.labelKind, value: reference))
      }
      if let seal = seal(in: text) {
        found.insert(PhotoResult.Other(kind: ExhibitNaming.sealKind, value: seal))
      }
    }
    return found
  }

  /// `AB/12` or `AB/12/A` behind `EXHIBIT`, `EXHIBIT REF`, `EXHIBIT NO.` and the like; `EX:AB/12` in a code.
  private static func reference(in text: String) -> String? {
    let upper = text.uppercased()
    guard let word = ["EXHIBIT", "EXHIBIT REF", "EX:"].first(where: upper.hasPrefix) else {
      return nil
    }
    var words = upper.dropFirst(word.count).split { $0 == " " || $0 == ":" || $0 == "." }
    if let first = words.first,
      ["REF", "NO", "REFERENCE", "NUMBER", "MARK"].contains(String(first))
    {
      words.removeFirst()
    }
    let rest = words.joined()
    guard rest.utf8.count <= longestReference else { return nil }
    let parts = rest.split(separator: "/", omittingEmptySubsequences: false)
    guard (2...4).contains(parts.count), isLetters(parts[0], 1...5), isNumber(parts[1], 1...5),
      parts.dropFirst(2).allSatisfy({ isLetters($0, 1...2) || isNumber($0, 1...4) })
    else { return nil }
    return rest
  }

  /// `M79068019`: up to three letters and six to ten digits.
  private static func seal(in text: String) -> String? {
    let words = text.uppercased().split { $0 == " " || $0 == ":" || $0 == "." }
    let isCaptioned = words.count > 1 && ["SEAL", "BAG"].contains(String(words[0]))
    guard isCaptioned || words.count == 1, let last = words.last else { return nil }
    let letters = last.prefix { $0.isASCII && $0.isLetter }
    guard (1...3).contains(letters.count), isNumber(last.dropFirst(letters.count), 6...10) else {
      return nil
    }
    return String(last)
  }

  private static func isLetters(_ text: Substring, _ count: ClosedRange<Int>) -> Bool {
    count.contains(text.count) && text.allSatisfy { $0.isASCII && $0.isLetter }
  }

  private static func isNumber(_ text: Substring, _ count: ClosedRange<Int>) -> Bool {
    count.contains(text.count) && text.allSatisfy { $0.isASCII && $0.isNumber }
  }
}
