import Foundation
import IMEI
import Imaging

/// One line of a photo, pulled upright and level: what a recogniser reads.
struct Strip: Sendable {
  /// The grey pixels; text runs from left to right.
  var image: GrayImage
  /// The line that it shows, in pixels of the photo.
  var line: LocatedLine
  private let quad: PixelQuad

  /// Pulls a line out of a photo.
  ///
  /// - Parameters:
  ///   - line: in pixels of the photo; the strip's text runs along its angle.
  ///   - rows: height of the strip in pixels.
  ///   - across: margin above and below in digit heights.
  ///   - ends: margin before and behind in digit heights.
  ///   - stretch: how many times as wide as the line's proportions.
  init(
    _ line: LocatedLine, of photo: GrayImage, rows: Int, across: Double, ends: Double,
    stretch: Double = 1
  ) {
    self.line = line
    quad = line.quad(across: across, ends: ends)
    let wide = line.aspect + 2 * ends
    let columns = Int((wide * stretch * Double(rows) / (1 + 2 * across)).rounded())
    image = photo.warped(quad, toWidth: max(8, min(columns, 2000)), height: rows)
  }

  /// The same pixels upside down, as the line reads in the opposite direction.
  var reversed: Strip { Strip(reversing: self) }

  private init(reversing strip: Strip) {
    image = strip.image.rotated(quarterTurns: 2)
    line = strip.line.reversed
    quad = PixelQuad(
      topLeft: strip.quad.bottomRight, topRight: strip.quad.bottomLeft,
      bottomRight: strip.quad.topLeft, bottomLeft: strip.quad.topRight)
  }

  /// Where a column of the strip lies in the photo, on the line's middle.
  func place(column: Double) -> Point {
    let share = column / Double(image.width)
    let left = PixelPoint(
      x: (quad.topLeft.x + quad.bottomLeft.x) / 2, y: (quad.topLeft.y + quad.bottomLeft.y) / 2)
    let right = PixelPoint(
      x: (quad.topRight.x + quad.bottomRight.x) / 2, y: (quad.topRight.y + quad.bottomRight.y) / 2)
    return Point(x: left.x + share * (right.x - left.x), y: left.y + share * (right.y - left.y))
  }

  /// Where some columns of the strip lie in the photo, as high as the line's digits.
  func place(of columns: Range<Double>) -> Quad {
    let (left, right) = (place(column: columns.lowerBound), place(column: columns.upperBound))
    let (down, across) = (cos(line.angle), -sin(line.angle))
    let half = line.height / 2
    func corner(_ point: Point, _ side: Double) -> Point {
      Point(x: point.x + side * half * across, y: point.y + side * half * down)
    }
    return Quad(corners: [corner(left, -1), corner(right, -1), corner(right, 1), corner(left, 1)])
  }

  /// Photo pixels in one pixel of the strip, along the line.
  var scale: Double {
    hypot(quad.topRight.x - quad.topLeft.x, quad.topRight.y - quad.topLeft.y)
      / Double(image.width)
  }
}
