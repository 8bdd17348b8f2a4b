import IMEI
import Imaging

/// Tesseract as the second, independent recogniser of single lines; its model is loaded when first
/// needed.
///
/// Belongs to one thread at a time.
final class SecondReader {
  /// Height of a digit in the strips that Tesseract reads: it rescales lines to 36 pixels.
  static let digitHeight = 30.0
  /// Margin above and below in digit heights.
  static let across = 0.35
  /// Margin before and behind in digit heights.
  static let ends = 0.6

  private var engine: TesseractEngine?
  private var isMissing = false

  /// Makes a reader without loading anything.
  init() {}

  /// Reads a line of a photo.
  ///
  /// - Returns: what was read, glyph boxes in the frame; nil when nothing was, or when Tesseract or
  ///   its model is missing.
  func read(_ line: LocatedLine, of photo: GrayImage, frame: ReadingFrame) -> TextLine? {
    guard let engine = loaded() else { return nil }
    let rows = Int((Self.digitHeight * (1 + 2 * Self.across)).rounded())
    let strip = Strip(line, of: photo, rows: rows, across: Self.across, ends: Self.ends)
    let image = strip.image.isLightOnDark ? strip.image.inverted() : strip.image
    let glyphs = engine.recognise(line: image)
    guard !glyphs.isEmpty else { return nil }
    let placed = glyphs.map { glyph in
      Glyph(
        character: glyph.character, confidence: glyph.confidence,
        box: frame.box(of: glyph.box.x..<max(glyph.box.maxX, glyph.box.x + 0.5), in: strip))
    }
    let whole = TextBox.union(placed.map(\.box))
    return TextLine(
      glyphs: placed,
      box: TextBox(
        x: whole.x, y: whole.midY - line.height / 2, width: whole.width, height: line.height))
  }

  private func loaded() -> TesseractEngine? {
    if engine == nil, !isMissing {
      engine = try? TesseractEngine()
      isMissing = engine == nil
    }
    return engine
  }
}

extension GrayImage {
  /// Whether the fewer pixels, the print, are lighter than the many.
  fileprivate var isLightOnDark: Bool {
    let mean = pixels.reduce(0.0) { $0 + Double($1) } / Double(max(1, pixels.count))
    let skew = pixels.reduce(0.0) { sum, pixel in
      let offset = Double(pixel) - mean
      return sum + offset * offset * offset
    }
    return skew > 0
  }
}
