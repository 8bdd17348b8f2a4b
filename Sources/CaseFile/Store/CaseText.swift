internal import BlockList
internal import Foundation

/// Texts that people and files bring: made safe to show, and free of numbers where they stay for good.
enum CaseText {
  /// As many digits in a row as an IMEI without check digit has are taken for a number.
  static let leastDigitsOfNumber = 14

  /// `text` made safe for a terminal or a page.
  static func shown(_ text: String, limit: Int = 200) -> String {
    VisibleText.escaping(text, limit: limit)
  }

  /// `text` for the audit log: safe to show, and every run of 14 or more digits (with single blanks,
  /// hyphens, slashes, dots or underlines in it) as `#` signs.
  ///
  /// Events outlive the erasure of a case, and a file may be named after the number in it.
  static func logged(_ text: String, limit: Int = 400) -> String {
    masked(shown(text, limit: limit))
  }

  /// `text` with every number's digits as `#` signs.
  static func masked(_ text: String) -> String {
    var scalars = Array(text.unicodeScalars)
    var digits: [Int] = []
    var gap = 0
    func cover() {
      if digits.count >= leastDigitsOfNumber {
        for index in digits { scalars[index] = "#" }
      }
    }
    for index in scalars.indices {
      let scalar = scalars[index]
      if ("0"..."9").contains(scalar) {
        digits.append(index)
        gap = 0
      } else if !digits.isEmpty, gap == 0, " -/._".unicodeScalars.contains(scalar) {
        gap = 1
      } else {
        cover()
        digits = []
        gap = 0
      }
    }
    cover()
    return String(String.UnicodeScalarView(scalars))
  }

  /// Checks a text that a person typed: not empty, not longer than `limit`, no control characters.
  ///
  /// - Returns: the text without blanks around it.
  static func checked(_ text: String, as what: String, limit: Int = 200) throws -> String {
    let trimmed = text.trimmingCharacters(in: .whitespacesAndNewlines)
    guard !trimmed.isEmpty else {
      throw CaseFileError(.badValue, "\(what) is empty", cure: "Give it.")
    }
    guard trimmed.unicodeScalars.count <= limit else {
      throw CaseFileError(
        .badValue, "\(what) “\(shown(trimmed, limit: 40))” is longer than \(limit) characters",
        cure: "Shorten it.")
    }
    guard trimmed.unicodeScalars.allSatisfy({ $0.properties.generalCategory != .control }) else {
      throw CaseFileError(
        .badValue, "\(what) “\(shown(trimmed, limit: 40))” holds characters that cannot be shown",
        cure: "Type it again without them.")
    }
    return trimmed
  }

  /// ``checked(_:as:limit:)`` for what may be left out.
  static func checked(_ text: String?, as what: String, limit: Int = 200) throws -> String? {
    try text.map { try checked($0, as: what, limit: limit) }
  }
}
