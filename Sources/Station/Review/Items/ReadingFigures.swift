internal import CaseFile
internal import Foundation
internal import Intake

/// What of a photo's result the order of work depends on, read without the rest.
struct ReadingFigures: Decodable {
  /// A digit less sure than this is doubtful, here as where a result is explained in words.
  static let doubt = 0.99

  struct Reading: Decodable {
    let imei: String
    let digits: [Double]
    let cropDigitBoxes: [[PhotoResult.Point]]?

    /// Whether each digit is doubtful.
    var doubtful: [Bool] { digits.map { $0 < ReadingFigures.doubt } }

    /// The 15 digits with their boxes; nil when there is no box for each.
    var glyphs: GlyphRow? {
      let values = imei.utf8.map { $0 &- 0x30 }
      let boxes = (cropDigitBoxes ?? []).compactMap { PixelBox($0) }
      guard values.count == 15, values.allSatisfy({ $0 <= 9 }), boxes.count == 15 else {
        return nil
      }
      return GlyphRow(digits: values, boxes: boxes)
    }
  }

  let readings: [Reading]

  /// The figures of a result; nil when it cannot be read.
  init?(json: String) {
    guard let figures = try? JSONDecoder().decode(Self.self, from: Data(json.utf8)) else {
      return nil
    }
    self = figures
  }
}

extension PixelBox {
  /// The upright box round four corners; nil when it has no area.
  init?(_ corners: [PhotoResult.Point]) {
    let xs = corners.map(\.x)
    let ys = corners.map(\.y)
    guard let left = xs.min(), let right = xs.max(), let top = ys.min(), let bottom = ys.max(),
      right > left, bottom > top, left >= 0, top >= 0
    else { return nil }
    self.init(x: left, y: top, width: right - left, height: bottom - top)
  }
}
