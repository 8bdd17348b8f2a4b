internal import BlockList

/// Plain text made part of a page: nothing in it can become markup, and nothing reorders what stands
/// beside it.
enum HTMLText {
  /// The longest text that stands in one place; what is longer is cut with `…`.
  private static let limit = 20_000

  /// Text between tags. Runs of letters that are written from right to left are set apart, so that the
  /// digits behind them stay where they are.
  static func content(_ text: String) -> String {
    let shown = VisibleText.escaping(text, limit: limit)
    guard shown.unicodeScalars.contains(where: isRightToLeft) else { return attribute(shown) }
    var result = ""
    var rest = shown.unicodeScalars[...]
    while let start = rest.firstIndex(where: isRightToLeft) {
      result += escaped(rest[..<start])
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
    return result + escaped(rest)
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
