/// What one glyph is to the search for numbers: its class and, for digits and letters, a digit value.
struct Cell: Equatable {
  enum Kind: UInt8 {
    case digit, letter
    /// `x` and `X`: a letter in a word, a mask among digits.
    case cross
    /// A letter of a script that sets no space between words.
    case ideograph
    /// A decimal digit other than 0-9.
    case foreign
    case mask, space, dash, slash, dot, comma, colon
    /// Ends a field: `;`, `&`, braces, line ends.
    case stop
    case plus
    /// `|` and `!`: marks that may be a misread 1.
    case bar
    /// What may touch a whole number: quotes and brackets.
    case mark
    /// What must not: `%`, `$`, `@`, …
    case symbol
  }

  var kind: Kind
  /// The digit, for a letter the digit that it looks like, otherwise ``none``.
  var value: UInt8

  static let none: UInt8 = 0xFF

  init(_ kind: Kind, _ value: UInt8 = Cell.none) {
    self.kind = kind
    self.value = value
  }

  /// Whether the glyph can be part of a number or a word.
  var isBody: Bool {
    switch kind {
    case .digit, .letter, .cross, .foreign, .mask: true
    default: false
    }
  }

  /// Classifies one character.
  init(_ character: Character) {
    if let ascii = character.asciiValue {
      self = Cell.ascii[Int(ascii)]
    } else {
      self = Cell.classify(character)
    }
  }

  private static let ascii: [Cell] = (0..<128).map { code in
    let character = Character(Unicode.Scalar(UInt8(code)))
    switch character {
    case "0"..."9": return Cell(.digit, UInt8(code - 0x30))
    case "x", "X": return Cell(.cross)
    case "a"..."z", "A"..."Z":
      return Cell(.letter, LookAlike.digit(for: character) ?? none)
    case " ", "\t": return Cell(.space)
    case "-": return Cell(.dash)
    case "/": return Cell(.slash)
    case ".": return Cell(.dot)
    case ",": return Cell(.comma)
    case ":", "=", ">": return Cell(.colon)
    case ";", "&", "{", "}", "\n", "\r": return Cell(.stop)
    case "+": return Cell(.plus)
    case "|", "!": return Cell(.bar)
    case "*", "#", "?": return Cell(.mask)
    case "(", ")", "[", "]", "<", "\"", "'", "`", "_", "~": return Cell(.mark)
    default: return Cell(.symbol)
    }
  }

  private static func classify(_ character: Character) -> Cell {
    guard let scalar = character.unicodeScalars.first else { return Cell(.symbol) }
    if character.unicodeScalars.count > 1, scalar.isASCII, InputSigns.digit(scalar) != nil {
      return Cell(.foreign)
    }
    if InputSigns.foreignDigit(scalar) != nil { return Cell(.foreign) }
    switch scalar.value {
    case 0x2160...0x217F, 0x2460...0x24FF, 0x2776...0x2793: return Cell(.foreign)
    case 0x3000: return Cell(.space)
    case 0xFF1A, 0xFE55: return Cell(.colon)
    case 0x3001, 0xFF0C: return Cell(.comma)
    case 0x3002, 0xFF1B: return Cell(.stop)
    case 0xFF0F, 0x2044, 0x2215: return Cell(.slash)
    default: break
    }
    if scalar == "Х" || scalar == "х" { return Cell(.cross) }
    if InputSigns.isMask(scalar) { return Cell(.mask) }
    if InputSigns.isSpace(scalar) || InputSigns.isInvisible(scalar) { return Cell(.space) }
    if InputSigns.isDash(scalar) { return Cell(.dash) }
    if InputSigns.isQuote(scalar) { return Cell(.mark) }
    if InputSigns.isLetter(scalar) {
      switch scalar.value {
      case 0x2E80...0xA4CF, 0xAC00...0xD7AF, 0xF900...0xFAFF, 0x20000...0x3FFFF:
        return Cell(.ideograph)
      default: return Cell(.letter, LookAlike.digit(for: character) ?? none)
      }
    }
    switch scalar.properties.generalCategory {
    case .openPunctuation, .closePunctuation, .initialPunctuation, .finalPunctuation:
      return Cell(.mark)
    default: return Cell(.symbol)
    }
  }
}
