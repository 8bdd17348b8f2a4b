internal import Foundation

/// An exhibit's reference as typed, with what it is compared by.
///
/// `AB/1`, `AB1`, `ab 1` are one exhibit: case, blanks and slashes do not count. Between two digits a
/// separator does count, as `JS/1/1` is the first part of `JS/1` and not `JS/11`.
public struct ExhibitReference: Sendable, Hashable, CustomStringConvertible {
  /// The reference as typed, without blanks around it.
  public let text: String
  /// What references are compared by.
  public let key: String

  /// A reference from what was typed.
  ///
  /// - Throws: ``CaseFileError`` `badValue`: empty, longer than 80 characters, or no letter or digit in it.
  public init(_ typed: String) throws {
    text = try CaseText.checked(typed, as: "the exhibit reference", limit: 80)
    key = Self.key(of: text)
    guard key.unicodeScalars.contains(where: Self.isLetterOrDigit) else {
      throw CaseFileError(
        .badValue,
        "the exhibit reference “\(CaseText.shown(text, limit: 80))” has no letter or digit",
        cure: "Give it as on the label, for example AB/1.")
    }
  }

  /// As typed.
  public var description: String { text }

  /// References that are equal by ``key`` are of one exhibit.
  public static func == (left: Self, right: Self) -> Bool { left.key == right.key }

  /// Hashes ``key``.
  public func hash(into hasher: inout Hasher) { hasher.combine(key) }

  private static func isLetterOrDigit(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .decimalNumber, .letterNumber, .otherNumber:
      true
    default: false
    }
  }

  /// What a text is compared by, be it a reference or what the log kept of one.
  static func key(of text: String) -> String {
    var key = ""
    var isSeparated = false
    for character in text.precomposedStringWithCompatibilityMapping.lowercased() {
      if character == "/" || character.isWhitespace {
        isSeparated = true
        continue
      }
      if isSeparated, key.last?.isNumber == true, character.isNumber { key.append("/") }
      key.append(character)
      isSeparated = false
    }
    return key
  }
}
