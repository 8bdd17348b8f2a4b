import Foundation
import Imaging

@testable import Reading

/// Readings of lines as a network would give them, with known probabilities.
enum KnownReading {
  static let alphabet = Alphabet("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ -/.,:'*#()")
  private static let photo = GrayImage(width: 700, height: 400, filledWith: 255)

  /// What else a network thinks possible in place of a character.
  struct Doubt {
    /// Which character of the text.
    var place: Int
    var other: Character
    /// The other's probability; the text's character has the rest.
    var probability: Double
  }

  /// A reading in which each character is seen in one frame, a blank between.
  ///
  /// - Parameter pitch: frames from one character to the next.
  static func reading(
    _ text: String, y: Double = 100, angle: Double = 0, pitch: Int = 2, doubts: [Doubt] = []
  ) -> StripReading {
    let classes = text.map(self.class(of:))
    let line = LocatedLine(
      center: PixelPoint(x: 300, y: y), angle: angle, length: Double(text.count) * 16, height: 24,
      score: 1)
    let strip = Strip(
      line, of: photo, rows: StripRecogniser.rows, across: StripRecogniser.across, ends: 0)
    let frames = max(strip.image.width / 4 * pitch / 2, pitch * text.count + 1)
    var logits = [Float](repeating: -40, count: frames * alphabet.classes)
    for frame in 0..<frames { logits[frame * alphabet.classes] = 0 }
    for (index, one) in classes.enumerated() {
      let start = (pitch * index + 1) * alphabet.classes
      logits[start] = -40
      let doubt = doubts.first { $0.place == index }
      logits[start + one] = Float(log(1 - (doubt?.probability ?? 0)))
      if let doubt { logits[start + self.class(of: doubt.other)] = Float(log(doubt.probability)) }
    }
    let lattice = CTCLattice(frames: frames, classes: alphabet.classes, logits: logits)
    let best = lattice.bestPath()
    return StripReading(
      strip: strip, lattice: lattice, tokens: best.tokens, logProbability: best.logProbability,
      alphabet: alphabet)
  }

  private static func `class`(of character: Character) -> Int {
    (1..<alphabet.classes).first { alphabet.character($0) == character } ?? 1
  }
}
