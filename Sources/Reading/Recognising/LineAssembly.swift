import IMEI

/// Puts Tesseract's symbols together to one line of glyphs, with spaces between words.
///
/// A symbol may come without a box, or with one of no size; its word's box is then shared out evenly.
struct LineAssembly {
  private struct Symbol {
    var character: Character
    var confidence: Double
    var box: TextBox?
  }

  private struct Word {
    var box: TextBox
    var symbols: [Symbol] = []
  }

  private var words: [Word] = []
  /// Whether the word in hand has no place and is left out.
  private var skipsWord = true

  /// Begins a word; one without a box is left out, since nobody could say where it stands.
  mutating func beginWord(box: TextBox?) {
    skipsWord = box == nil
    if let box { words.append(Word(box: box)) }
  }

  /// Adds a symbol to the word in hand, with its box in the picture if it has one.
  mutating func add(_ character: Character, confidence: Double, box: TextBox?) {
    guard !skipsWord, !words.isEmpty else { return }
    words[words.count - 1].symbols.append(
      Symbol(character: character, confidence: confidence, box: box))
  }

  /// The words from left to right as glyphs.
  func glyphs() -> [Glyph] {
    var line: [Glyph] = []
    for word in words where !word.symbols.isEmpty {
      let own = Self.glyphs(of: word)
      if let last = line.last, let first = own.first {
        line.append(.space(between: last.box, and: first.box))
      }
      line += own
    }
    return line
  }

  private static func glyphs(of word: Word) -> [Glyph] {
    let step = word.box.width / Double(word.symbols.count)
    let hasBoxes = word.symbols.allSatisfy { $0.box != nil }
    return word.symbols.enumerated().map { index, symbol in
      let share = TextBox(
        x: word.box.x + Double(index) * step, y: word.box.y, width: step, height: word.box.height)
      return Glyph(
        character: symbol.character, confidence: symbol.confidence,
        box: hasBoxes ? symbol.box ?? share : share)
    }
  }
}

extension Glyph {
  /// The blank between two words of a line.
  static func space(between left: TextBox, and right: TextBox) -> Glyph {
    let top = min(left.y, right.y)
    let bottom = max(left.maxY, right.maxY)
    return Glyph(
      character: " ", confidence: 1,
      box: TextBox(
        x: left.maxX, y: top, width: max(0, right.x - left.maxX), height: bottom - top))
  }
}
