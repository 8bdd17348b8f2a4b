import Foundation
import IMEI

/// The read lines of one direction, as text for the rules, and the way back from text to strips.
struct FramedLines: Sendable {
  /// The frame in which the lines stand upright.
  let frame: ReadingFrame
  /// What was read, in no particular order.
  private(set) var readings: [StripReading]
  private var tokens: [TextBox: TokenPlace] = [:]

  /// A token of a reading.
  struct TokenPlace: Hashable, Sendable {
    /// Which reading.
    var reading: Int
    /// Which of its tokens.
    var token: Int
  }

  /// Puts lines into a frame; all must run in its direction.
  init(_ readings: [StripReading], frame: ReadingFrame) {
    self.frame = frame
    self.readings = readings
    for (index, reading) in readings.enumerated() {
      for token in reading.tokens.indices {
        tokens[box(of: token, in: reading)] = TokenPlace(reading: index, token: token)
      }
    }
  }

  /// The lines as text, glyph boxes in the frame.
  var lines: [TextLine] { readings.map(line(of:)) }

  /// The lines as text, one of them as another recogniser read it.
  func lines(replacing index: Int, by other: TextLine) -> [TextLine] {
    var lines = lines
    lines[index] = other
    return lines
  }

  /// The same lines with another reading of one of them.
  func replacing(_ index: Int, by reading: StripReading) -> FramedLines {
    var readings = readings
    readings[index] = reading
    return FramedLines(readings, frame: frame)
  }

  /// The tokens that a candidate's digits were read from; nil when they are not of one line.
  func source(of candidate: Candidate) -> (reading: Int, tokens: Range<Int>)? {
    guard let first = candidate.digitBoxes.first.flatMap({ tokens[$0] }),
      let last = candidate.digitBoxes.last.flatMap({ tokens[$0] }), first.reading == last.reading,
      first.token <= last.token
    else { return nil }
    return (first.reading, first.token..<last.token + 1)
  }

  private func line(of reading: StripReading) -> TextLine {
    let given = reading.tokens.indices.dropFirst(reading.leadingTokensLeftOut)
    let glyphs = given.map { token in
      Glyph(
        character: reading.alphabet.character(reading.tokens[token].class),
        confidence: reading.tokens[token].confidence, box: box(of: token, in: reading))
    }
    let whole = glyphs.isEmpty ? frame.box(of: reading.strip.line) : level(glyphs.map(\.box))
    return TextLine(glyphs: glyphs, box: whole)
  }

  /// The box of a line: as wide as its glyphs and as high as one of them, even when the line climbs.
  private func level(_ boxes: [TextBox]) -> TextBox {
    let whole = TextBox.union(boxes)
    let height = boxes[0].height
    return TextBox(x: whole.x, y: whole.midY - height / 2, width: whole.width, height: height)
  }

  /// A token's box: half a digit's width round the middle of its frames, or as wide as they are.
  private func box(of token: Int, in reading: StripReading) -> TextBox {
    let frames = reading.tokens[token].frames
    let (low, high) = reading.columns(of: frames)
    return frame.box(of: low..<high, in: reading.strip)
  }
}

extension StripReading {
  /// Where the digits among some tokens lie in the photo.
  func places(of range: Range<Int>) -> [Quad] {
    range.filter { alphabet.isDigit(tokens[$0].class) }.map { token in
      let (low, high) = columns(of: tokens[token].frames)
      return strip.place(of: low..<high)
    }
  }

  /// The strip's columns of some frames.
  func columns(of frames: Range<Int>) -> (Double, Double) {
    let middle = Double(frames.lowerBound + frames.upperBound) / 2 * Self.columnsPerFrame
    let digit = Double(StripRecogniser.rows) / (1 + 2 * StripRecogniser.across)
    let half = max(Double(frames.count) / 2 * Self.columnsPerFrame, 0.3 * digit)
    return (middle - half, middle + half)
  }
}
