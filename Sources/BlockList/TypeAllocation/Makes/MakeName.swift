internal import Foundation

/// The name of a maker or brand as a list or a label gives it, ready for comparison.
///
/// Names are compared without case, accents, punctuation, legal forms (`Inc`, `GmbH`), words of the
/// trade (`Mobile`, `Electronics`) and places (`Korea`), then by the spellings of ``MakeTable``.
public struct MakeName: Hashable, Sendable {
  /// The name as given.
  public let text: String
  /// The make of ``MakeTable`` that the name belongs to; `nil` for a name that the table has not.
  public let make: String?
  /// The words that are left of an unknown name.
  let words: [String]

  /// The name that `text` gives; `nil` when it gives none: empty, `Not Known`, `N/A`.
  public init?(_ text: String) {
    guard Self.isName(text) else { return nil }
    let all = Self.words(of: text)
    guard !all.isEmpty else { return nil }
    self.text = text
    let legal = all.without(MakeTable.legalForms)
    let core = legal.without(MakeTable.wordsOfTheTrade).without(MakeTable.places)
    make = MakeTable.make(of: legal) ?? MakeTable.make(of: core)
    words = core.isEmpty ? legal : core
  }

  /// How this make compares with another: `differs` only when both are in the table and nothing is
  /// known that ties them; `unknown` in every doubt.
  public func compared(with other: MakeName) -> MakeComparison {
    guard let make, let otherMake = other.make else {
      return words == other.words ? .same : .unknown
    }
    if make == otherMake { return .same }
    return MakeTable.tie(make, otherMake) == nil ? .differs : .unknown
  }

  /// What ties this make to another of a different name, for people; `nil` when nothing is known.
  public func tie(to other: MakeName) -> String? {
    guard let make, let otherMake = other.make, make != otherMake else { return nil }
    return MakeTable.tie(make, otherMake)
  }

  /// Whether `text` says something at all.
  static func isName(_ text: String) -> Bool {
    let plain = words(of: text).joined()
    return !plain.isEmpty && !saysNothing.contains(plain)
  }

  /// Lower-case words of letters and digits, accents taken off.
  static func words(of text: String) -> [String] {
    text.utf8.allSatisfy { $0 < 0x80 } ? asciiWords(of: text) : foldedWords(of: text)
  }

  /// Nearly every name of a list; many times faster than folding.
  private static func asciiWords(of text: String) -> [String] {
    var words: [String] = []
    var word = ""
    for byte in text.utf8 {
      switch byte {
      case 0x30...0x39, 0x61...0x7A: word.unicodeScalars.append(Unicode.Scalar(byte))
      case 0x41...0x5A: word.unicodeScalars.append(Unicode.Scalar(byte | 0x20))
      case 0x27: break
      default:
        if !word.isEmpty { words.append(word) }
        word = ""
      }
    }
    if !word.isEmpty { words.append(word) }
    return words
  }

  private static func foldedWords(of text: String) -> [String] {
    var words: [String] = []
    var word = ""
    for scalar in text.decomposedStringWithCompatibilityMapping.lowercased().unicodeScalars {
      let properties = scalar.properties
      if properties.isAlphabetic || properties.numericType != nil {
        word.unicodeScalars.append(scalar)
      } else if properties.generalCategory != .nonspacingMark, scalar != "'", scalar != "’" {
        if !word.isEmpty { words.append(word) }
        word = ""
      }
    }
    if !word.isEmpty { words.append(word) }
    return words
  }

  private static let saysNothing: Set<String> = [
    "notknown", "unknown", "na", "none", "null", "nil", "tbd", "notapplicable", "notavailable",
    "undefined", "notspecified",
  ]
}

/// How two makes compare.
public enum MakeComparison: String, Sendable, Hashable, Codable, CaseIterable {
  /// Two names of one make.
  case same
  /// Two makes that have nothing to do with each other.
  case differs
  /// It cannot be told: a name is missing or not in the table, or the makes are tied.
  case unknown
}

extension MakeComparison {
  /// Compares what is known of two things, each by its brand, its manufacturer or both.
  ///
  /// One pair that is the same settles it; they differ only when every pair does.
  public static func of(_ first: [MakeName], _ second: [MakeName]) -> MakeComparison {
    var result: MakeComparison?
    for name in first {
      for other in second {
        switch name.compared(with: other) {
        case .same: return .same
        case .unknown: result = .unknown
        case .differs: result = result ?? .differs
        }
      }
    }
    return result ?? .unknown
  }
}

extension [String] {
  /// The words that are not in `others`; all of them when none would be left.
  fileprivate func without(_ others: Set<String>) -> [String] {
    let rest = filter { !others.contains($0) }
    return rest.isEmpty ? self : rest
  }
}
