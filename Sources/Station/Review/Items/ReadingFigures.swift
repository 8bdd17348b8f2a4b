internal import CaseFile
internal import Intake

/// What of a reading the order of work depends on, and where its digits are.
struct ReadingFigures {
  /// A digit less sure than this is doubtful, here as where a result is explained in words.
  static let doubt = 0.99

  private let digits: [Double]
  /// The 15 digits with their boxes; nil when there is no box for each.
  let glyphs: GlyphRow?

  /// The figures of a reading; nil for a number that was not read, or whose figures cannot be read.
  init?(_ open: OpenReading) {
    guard let number = open.state.machine.number,
      let digits = open.confidences.flatMap(NumberLists.fractions)
    else { return nil }
    self.digits = digits
    let values = number.utf8.map { $0 &- 0x30 }
    let boxes = open.digitBoxes.flatMap(NumberLists.integers)?.compactMap { PixelBox($0) } ?? []
    let isWhole = values.count == 15 && values.allSatisfy { $0 <= 9 } && boxes.count == 15
    glyphs = isWhole ? GlyphRow(digits: values, boxes: boxes) : nil
  }

  /// Whether no digit is doubtful.
  var isSure: Bool { !digits.isEmpty && digits.allSatisfy { $0 >= Self.doubt } }
}

extension PixelBox {
  /// The upright box round corners; nil when it has no area.
  init?(_ corners: [PhotoResult.Point]) {
    let xs = corners.map(\.x)
    let ys = corners.map(\.y)
    guard let left = xs.min(), let right = xs.max(), let top = ys.min(), let bottom = ys.max(),
      right > left, bottom > top, left >= 0, top >= 0
    else { return nil }
    self.init(x: left, y: top, width: right - left, height: bottom - top)
  }

  /// The same of corners as `[x, y]`.
  init?(_ corners: [[Int]]) {
    guard corners.allSatisfy({ $0.count == 2 }) else { return nil }
    self.init(corners.map { PhotoResult.Point(x: $0[0], y: $0[1]) })
  }
}
