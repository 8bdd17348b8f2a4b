internal import BlockList

/// Plain text made part of a page: nothing in it can become markup, and nothing reorders what stands
/// beside it.
enum HTMLText {
  /// The longest text that stands in one place; what is longer is cut with `…`.
  private static let limit = 20_000
  /// What is longer may break behind a hyphen.
  private static let longestWhole = 24

  /// Text between tags. Runs of letters that are written from right to left are set apart, so that the
  /// digits behind them stay where they are.
  static func content(_ text: String) -> String {
    let shown = VisibleText.escaping(text, limit: limit)
    guard shown.unicodeScalars.contains(where: isRightToLeft) else {
      return whole(escaped(shown.unicodeScalars[...]))
    }
    var result = ""
    var rest = shown.unicodeScalars[...]
    while let start = rest.firstIndex(where: isRightToLeft) {
      result += whole(escaped(rest[..<start]))
      var end = rest.index(after: start)
      var next = end
      while next < rest.endIndex {
        if isRightToLeft(rest[next]) {
          end = rest.index(after: next)
        } else if rest[next].properties.isAlphabetic || rest[next].properties.numericType != nil {
          break
        }
        next = rest.index(after: next)
      }
      result += "<bdi>\(escaped(rest[start..<end]))</bdi>"
      rest = rest[end...]
    }
    return result + whole(escaped(rest))
  }

  /// Text as an attribute's value, which stands between double quotes.
  static func attribute(_ text: String) -> String {
    escaped(VisibleText.escaping(text, limit: limit).unicodeScalars[...])
  }

  /// A name for an element: letters, digits and hyphens of ASCII, other characters left out.
  static func identifier(_ text: String) -> String {
    String(text.unicodeScalars.filter { isPlain($0) || $0 == "-" }.map(Character.init))
  }

  /// A string of a style sheet: every character that is no letter or digit is written as its number, so
  /// that it ends neither the string nor the sheet.
  static func styleString(_ text: String) -> String {
    var result = "\""
    for scalar in VisibleText.escaping(text, limit: 300).unicodeScalars {
      if isPlain(scalar) || scalar == " " {
        result.unicodeScalars.append(scalar)
      } else {
        result += "\\\(String(scalar.value, radix: 16)) "
      }
    }
    return result + "\""
  }

  /// Escaped text in which numbers, codes and references with hyphens are kept on one line: a page that breaks
  /// `35-693803-564380-9` behind a hyphen makes two numbers of it.
  private static func whole(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "-")) else { return text }
    var result = ""
    var rest = text.utf8[...]
    while !rest.isEmpty {
      let word = rest.prefix(while: isInWord)
      if word.isEmpty {
        let other = rest.prefix { !isInWord($0) }
        result += String(decoding: other, as: UTF8.self)
        rest = rest.dropFirst(other.count)
        continue
      }
      let shown = String(decoding: word, as: UTF8.self)
      let isOne =
        word.count <= longestWhole && word.dropFirst().dropLast().contains(UInt8(ascii: "-"))
        && word.contains { (0x30...0x39).contains($0) }
      result += isOne ? "<span class=\"one\">\(shown)</span>" : shown
      rest = rest.dropFirst(word.count)
    }
    return result
  }

  private static func isInWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "-"):
      true
    default: false
    }
  }

  private static func escaped(_ scalars: Substring.UnicodeScalarView) -> String {
    var result = ""
    for scalar in scalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "0"..."9", "A"..."Z", "a"..."z": true
    default: false
    }
  }

  /// Whether a character is of a block whose scripts run from right to left.
  private static func isRightToLeft(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0590...0x08FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFF, 0x10800...0x10FFF, 0x1E800...0x1EFFF:
      true
    default: false
    }
  }
}
