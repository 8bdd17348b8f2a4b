import IMEI

/// Puts symbols together to words and lines, each direction of text in a frame of its own.
///
/// Tesseract gives symbols of text that runs up or down the page boxes of no size at wrong places;
/// the boxes of their words are right. Such a word's box is shared out evenly among its symbols.
struct LineAssembly {
  private struct Symbol {
    var character: Character
    var confidence: Double
    var box: TextBox?
  }

  private struct Word {
    var box: TextBox
    var quarterTurns: Int
    var startsLine: Bool
    var symbols: [Symbol] = []
  }

  private let width: Double
  private let height: Double
  private var words: [Word] = []
  /// Whether the word in hand has no place and is left out.
  private var skipsWord = true

  /// Assembles lines of a picture of this size in pixels.
  init(width: Double, height: Double) {
    self.width = width
    self.height = height
  }

  /// Begins a word; one without a box is left out, since nobody could say where it stands.
  mutating func beginWord(box: TextBox?, quarterTurns: Int, startsLine: Bool) {
    skipsWord = box == nil
    if let box {
      words.append(Word(box: box, quarterTurns: quarterTurns, startsLine: startsLine))
    }
  }

  /// Adds a symbol to the word in hand, with its box in the picture if it has one.
  mutating func add(_ character: Character, confidence: Double, box: TextBox?) {
    guard !skipsWord, !words.isEmpty else { return }
    words[words.count - 1].symbols.append(
      Symbol(character: character, confidence: confidence, box: box))
  }

  /// The lines of each direction, upright ones first.
  func texts() -> [RecognisedText] {
    (0..<4).compactMap { turns in
      let lines = self.lines(quarterTurns: turns)
      guard !lines.isEmpty else { return nil }
      let back = PlaneTransform.undoing(quarterTurns: turns, width: width, height: height)
      return RecognisedText(lines: lines, toRegion: back)
    }
  }

  private func lines(quarterTurns: Int) -> [TextLine] {
    let turn = PlaneTransform.turning(quarterTurns: quarterTurns, width: width, height: height)
    var lines: [[Glyph]] = []
    for word in words where word.quarterTurns == quarterTurns && !word.symbols.isEmpty {
      let glyphs = Self.glyphs(of: word, turn: turn)
      if word.startsLine || lines.isEmpty {
        lines.append(glyphs)
      } else if let last = lines[lines.count - 1].last, let first = glyphs.first {
        lines[lines.count - 1] += [.space(between: last.box, and: first.box)] + glyphs
      }
    }
    return lines.map { TextLine(glyphs: $0, box: .union($0.map(\.box))) }
  }

  private static func glyphs(of word: Word, turn: PlaneTransform) -> [Glyph] {
    let box = turn.upright(word.box)
    let step = box.width / Double(word.symbols.count)
    let hasBoxes = word.symbols.allSatisfy { $0.box != nil }
    return word.symbols.enumerated().map { index, symbol in
      let share = TextBox(
        x: box.x + Double(index) * step, y: box.y, width: step, height: box.height)
      let own = hasBoxes ? symbol.box.map(turn.upright) : nil
      return Glyph(
        character: symbol.character, confidence: symbol.confidence, box: own ?? share)
    }
  }
}
