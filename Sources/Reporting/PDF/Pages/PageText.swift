internal import BlockList

/// A text with all that decides how its lines break.
struct PageText: Hashable, Sendable {
  /// The most characters of running text, notices and facts that are set.
  static let longestText = 20_000
  /// The most characters of a cell, a caption, a label or a heading that are set.
  static let longestCell = 600

  /// How a text looks.
  struct Style: Hashable, Sendable {
    var size: Double
    var isBold = false
    var isCode = false

    /// The least height of a line.
    var pitch: Double { size * 1.28 }

    func bold() -> Style { Style(size: size, isBold: true, isCode: isCode) }
    /// In a font of equal widths, which runs wide and is set a little smaller for it.
    func code(_ isCode: Bool = true) -> Style {
      isCode ? Style(size: size * 0.97, isBold: isBold, isCode: true) : self
    }

    static let body = Style(size: 8.5)
    static let small = Style(size: 7.5)
    static let tiny = Style(size: 6.8)
    static let figure = Style(size: 21, isBold: true)
    static let title = Style(size: 17, isBold: true)
    static let chapter = Style(size: 12.5, isBold: true)
    static let part = Style(size: 10.5, isBold: true)
  }

  /// Where lines stand in the width.
  enum Alignment: Hashable, Sendable { case left, right, centre }

  /// The text, without characters that move what is around them.
  let text: String
  let style: Style
  /// The width at which lines break, between any two characters if need be.
  let width: Double
  let alignment: Alignment
  /// Whether it is one line, cut with `…`.
  let isSingle: Bool

  /// A text to set, cut after `limit` characters with `…`.
  init(
    _ text: String, _ style: Style, width: Double, alignment: Alignment = .left,
    isSingle: Bool = false, limit: Int = PageText.longestCell
  ) {
    self.text = Self.settled(text, limit: limit)
    self.style = style
    self.width = max(width, style.size)
    self.alignment = alignment
    self.isSingle = isSingle
  }

  /// `text` with line feeds kept, every other control, format or unassigned character made visible,
  /// cut after `limit` characters: NUL ends a C string, and marks of direction reorder what follows them.
  static func settled(_ text: String, limit: Int) -> String {
    if text.utf8.count <= limit, text.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) {
      return text
    }
    var result = ""
    var left = limit
    // By scalars: a carriage return and a line feed are one character.
    for (index, line) in text.unicodeScalars.split(
      separator: "\n", omittingEmptySubsequences: false
    ).enumerated() {
      if index > 0 {
        left -= Self.lineFeed
        guard left > 0 else { return result + "…" }
        result.append("\n")
      }
      result += VisibleText.escaping(Substring(line), limit: left)
      left -= line.count
      if left < 0 { break }
    }
    return result
  }

  /// As many characters a line feed counts for as a line has, so that the limits limit lines too.
  private static let lineFeed = 60
}
