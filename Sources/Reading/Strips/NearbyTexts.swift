import Imaging
import IMEI

/// Chooses the lines of text that may be captions of numbers: those above them and left of them.
struct NearbyTexts {
  /// How far above a number its caption may stand, in heights of its digits, from middle to middle:
  /// a bar code may lie between.
  static let above = 11.0
  /// How far left of a number its caption may stand, in heights of its digits.
  static let left = 30.0

  /// How much of a line's beginning the locator may have left out, in heights of its digits.
  static let missingEnd = 1.2

  /// How far apart the words of a row stand at most, in heights of its digits.
  static let wordGap = 2.0

  private let frame: ReadingFrame
  private let texts: [LocatedLine]

  /// Chooses among the lines of text of a photo.
  init(_ texts: [LocatedLine], frame: ReadingFrame) {
    self.frame = frame
    self.texts = texts.filter { frame.holds($0) || frame.holds($0.reversed) }
  }

  /// The lines above and far left of a number that may caption it, the nearest first.
  ///
  /// - Parameters:
  ///   - number: the box of its digits, in the frame.
  ///   - count: the most lines that are given.
  func captions(of number: TextBox, atMost count: Int) -> [LocatedLine] {
    var near: [(line: LocatedLine, distance: Double)] = []
    let height = max(number.height, 1)
    for text in texts where (0.4..<2.6).contains(text.height / height) {
      let box = frame.box(of: text)
      let rise = (number.midY - box.midY) / height
      let overlap = min(box.maxX, number.maxX + 2 * height) - max(box.x, number.x - 3 * height)
      let gap = (number.x - box.maxX) / height
      if rise > 0.7, rise < Self.above, overlap > 0 {
        near.append((text, rise))
      } else if abs(rise) <= 0.7, gap > -0.3, gap < Self.left {
        near.append((text, gap / 4))
      }
    }
    return near.sorted { $0.distance < $1.distance }.prefix(count).map(\.line)
  }

  /// What stands left of a number in the same line of text; nil when the line begins with the number.
  func beginning(before number: TextBox) -> LocatedLine? {
    let end = number.x - 0.3 * number.height
    for text in texts where (0.4..<2.6).contains(text.height / max(number.height, 1)) {
      let box = frame.box(of: text)
      guard abs(box.midY - number.midY) <= 0.7 * number.height, box.maxX > end,
        end - box.x > 1.2 * number.height
      else { continue }
      var left = frame.holds(text) ? text : text.reversed
      let (cut, more) = (box.maxX - end, box.x - start(ofRowThrough: box, number))
      left.length += more - cut
      left.center.x -= left.along.x * (cut + more) / 2
      left.center.y -= left.along.y * (cut + more) / 2
      return left
    }
    return nil
  }

  /// Where the row of a text begins: words that the locator found apart belong to it.
  private func start(ofRowThrough text: TextBox, _ number: TextBox) -> Double {
    let words = texts.map(frame.box(of:)).filter {
      abs($0.midY - text.midY) <= 0.7 * number.height
        && (0.6..<1.7).contains($0.height / text.height)
    }
    var start = text.x
    while let word = words.first(where: {
      $0.x < start - 1 && $0.maxX > start - Self.wordGap * number.height
    }) { start = word.x }
    return start - Self.missingEnd * number.height
  }
}
