/// One character as a recogniser read it.
public struct Glyph: Hashable, Sendable {
  /// What was read; spaces are glyphs too.
  public var character: Character
  /// How sure the recogniser was, 0...1.
  public var confidence: Double
  /// Where it stands, in the frame of the pass that read it.
  public var box: TextBox

  /// A glyph from its parts.
  public init(character: Character, confidence: Double, box: TextBox) {
    self.character = character
    self.confidence = confidence
    self.box = box
  }
}

/// One line of text as a recogniser read it, left to right, in the upright frame of its pass.
public struct TextLine: Hashable, Sendable {
  /// The characters in reading order.
  public var glyphs: [Glyph]
  /// Where the line stands.
  public var box: TextBox

  /// A line from its glyphs.
  public init(glyphs: [Glyph], box: TextBox) {
    self.glyphs = glyphs
    self.box = box
  }

  /// A line whose characters share its width evenly, for readers that give no glyph boxes.
  public init(_ string: String, confidence: Double = 1, box: TextBox) {
    let count = string.count
    let step = count > 0 ? box.width / Double(count) : 0
    var glyphs: [Glyph] = []
    glyphs.reserveCapacity(count)
    for (place, character) in string.enumerated() {
      let own = TextBox(
        x: box.x + Double(place) * step, y: box.y, width: step, height: box.height)
      glyphs.append(Glyph(character: character, confidence: confidence, box: own))
    }
    self.init(glyphs: glyphs, box: box)
  }

  /// The characters as one string.
  public var text: String { String(glyphs.map(\.character)) }
}
