import Foundation
import Imaging

/// Settles where a located line really lies: its tilt, its height, and where it ends.
///
/// The locator cuts ends off and is pulled askew by neighbours. A strip around the line, longer and
/// higher than it, shows by the energy of its upright strokes where the band of text runs and
/// where it stops.
struct LineRefiner {
  /// Margins of the examined strip in digit heights: above and below, before and behind.
  static let margins = (across: 0.9, ends: 4.0)
  /// Rows of the examined strip.
  static let rows = 48
  /// A gap of this many digit heights ends a line.
  static let endingGap = 0.75

  private let photo: GrayImage

  /// Refines lines of one photo.
  init(_ photo: GrayImage) {
    self.photo = photo
  }

  /// The line as it really lies; nil when the strip is too short to tell.
  func refined(_ line: LocatedLine) -> LocatedLine? {
    let total = 1 + 2 * Self.margins.across
    let perHeight = Double(Self.rows) / total
    let wide = line.aspect + 2 * Self.margins.ends
    let columns = min(1400, Int((wide * perHeight).rounded()))
    let strip = photo.warped(
      line.quad(across: Self.margins.across, ends: Self.margins.ends), toWidth: columns,
      height: Self.rows)
    let step = Double(columns) / wide
    let inside = Int(Self.margins.ends * step)..<(columns - Int(Self.margins.ends * step))
    guard inside.count >= 20 else { return nil }

    let first = StrokeEnergy(strip)
    let slant = Slant(first, inside: inside)
    let energy = StrokeEnergy(slant.straightened(strip))
    var band = energy.band(in: inside)
    if !(0.45 * perHeight..<2.2 * perHeight).contains(Double(band.count)) {
      band = Int(Double(Self.rows) / 2 - perHeight / 2)..<Int(Double(Self.rows) / 2 + perHeight / 2)
    }
    let gap = max(3, Int(Self.endingGap * Double(band.count) * step / perHeight))
    let ends = energy.ends(of: band, inside: inside, inset: Int(0.5 * step), gap: gap)

    let middle = Double(band.lowerBound + band.upperBound) / 2
    let start = place(Double(ends.lowerBound), slant.undone(ends.lowerBound, middle), strip, line)
    let end = place(Double(ends.upperBound), slant.undone(ends.upperBound, middle), strip, line)
    let length = hypot(end.x - start.x, end.y - start.y)
    guard length > 0 else { return nil }
    return LocatedLine(
      center: PixelPoint(x: (start.x + end.x) / 2, y: (start.y + end.y) / 2),
      angle: atan2(end.y - start.y, end.x - start.x), length: length,
      height: Double(band.count) / perHeight * line.height, score: line.score)
  }

  /// Where a place of the strip lies in the photo.
  private func place(
    _ x: Double, _ y: Double, _ strip: GrayImage, _ line: LocatedLine
  ) -> PixelPoint {
    let quad = line.quad(across: Self.margins.across, ends: Self.margins.ends)
    let (u, v) = (x / Double(strip.width), y / Double(strip.height))
    let (origin, right, down) = (quad.topLeft, quad.topRight, quad.bottomLeft)
    return PixelPoint(
      x: origin.x + u * (right.x - origin.x) + v * (down.x - origin.x),
      y: origin.y + u * (right.y - origin.y) + v * (down.y - origin.y))
  }
}

/// The line's slope across the examined strip.
private struct Slant {
  /// Rows a column.
  var slope = 0.0
  /// The row of the band's middle in the strip's middle column.
  var middle: Double
  private let center: Double

  init(_ energy: StrokeEnergy, inside: Range<Int>) {
    let parts = 4
    var columns: [Double] = []
    var middles: [Double] = []
    for part in 0..<parts {
      let low = inside.lowerBound + inside.count * part / parts
      let high = inside.lowerBound + inside.count * (part + 1) / parts
      let band = energy.band(in: low..<high)
      columns.append(Double(low + high) / 2)
      middles.append(Double(band.lowerBound + band.upperBound) / 2)
    }
    var slopes: [Double] = []
    for first in 0..<parts {
      for second in first + 1..<parts {
        slopes.append((middles[second] - middles[first]) / (columns[second] - columns[first]))
      }
    }
    slope = slopes.median
    if abs(slope) > 0.16 { slope = 0 }
    center = Double(energy.width) / 2
    let slope = slope
    let center = center
    middle = zip(columns, middles).map { $1 - slope * ($0 - center) }.median
  }

  /// The strip with the line level in its middle.
  func straightened(_ strip: GrayImage) -> GrayImage {
    let (width, height) = (Double(strip.width), Double(strip.height))
    let shift = middle - height / 2
    let (left, right) = (shift - slope * center, shift + slope * (width - center))
    return strip.warped(
      PixelQuad(
        topLeft: PixelPoint(x: 0, y: left), topRight: PixelPoint(x: width, y: right),
        bottomRight: PixelPoint(x: width, y: height + right),
        bottomLeft: PixelPoint(x: 0, y: height + left)),
      toWidth: strip.width, height: strip.height)
  }

  /// The row before straightening of a row after it.
  func undone(_ column: Int, _ row: Double) -> Double {
    row + middle - Double(LineRefiner.rows) / 2 + slope * (Double(column) - center)
  }
}

extension [Double] {
  /// The middle value, or the mean of the two middle ones; 0 for none.
  fileprivate var median: Double {
    guard !isEmpty else { return 0 }
    let sorted = sorted()
    return (sorted[(count - 1) / 2] + sorted[count / 2]) / 2
  }
}
