/// Which characters mean what in typed and listed text.
enum InputSigns {
  /// The value of an ASCII digit.
  static func digit(_ scalar: Unicode.Scalar) -> UInt8? {
    guard (0x30...0x39).contains(scalar.value) else { return nil }
    return UInt8(scalar.value - 0x30)
  }

  /// The value of a decimal digit of another script (fullwidth, Arabic-Indic, …).
  static func foreignDigit(_ scalar: Unicode.Scalar) -> UInt8? {
    guard !scalar.isASCII, scalar.properties.numericType == .decimal,
      let value = scalar.properties.numericValue, (0...9).contains(value)
    else { return nil }
    return UInt8(value)
  }

  /// A letter of any script.
  static func isLetter(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isAlphabetic }

  /// Space of any width, tabs and line ends.
  static func isSpace(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isWhitespace }

  /// Byte-order marks, zero-width characters, direction marks and other controls.
  static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x00AD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0x2066...0x2069, 0xFEFF: true
    case 0x00...0x08, 0x0E...0x1F, 0x7F: true
    default: false
    }
  }

  /// Straight, typographic and angular quotes.
  static func isQuote(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\"", "'", "`", "´", "“", "”", "„", "‘", "’", "‚", "«", "»", "＂", "＇": true
    default: false
    }
  }

  /// Hyphens and dashes of any length.
  static func isDash(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x2D, 0x2010...0x2015, 0x2212, 0xFE58, 0xFE63, 0xFF0D: true
    default: false
    }
  }

  /// What may stand between two digits of one number.
  static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
    isSpace(scalar) || isDash(scalar) || scalar == "/" || scalar == "." || scalar == ","
  }

  /// What stands in for a digit that is not shown. `x` and `X` count only among digits.
  static func isMask(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "*", "#", "?", "_", "•", "·", "∙", "●", "○", "◦", "…", "█", "■", "□", "▪", "▇", "▓", "▒",
      "░", "×", "∗", "⁎", "＊", "＃", "？", "x", "X", "Х", "х", "\u{FFFD}":
      true
    default: false
    }
  }

  /// What may end a caption.
  static func isCaptionSign(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case ":", "=", "#", "(", ")", "[", "]", ".", "-", "–", "/", ">", "：", "_": true
    default: false
    }
  }
}
