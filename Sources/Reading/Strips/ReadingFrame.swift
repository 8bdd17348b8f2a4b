import Foundation
import IMEI
import Imaging

/// The frame in which the lines of one direction stand upright: the photo, turned back by an angle.
struct ReadingFrame: Sendable {
  /// Radians clockwise by which lines are tilted in the photo.
  let angle: Double

  /// The way from the frame to the photo.
  var toPhoto: PlaneTransform { .rotation(by: angle) }

  /// Where a point of the photo lies in the frame.
  func place(of point: Point) -> Point {
    PlaneTransform.rotation(by: -angle).apply(point)
  }

  /// The upright box of a part of a strip.
  ///
  /// Boxes are upright round their middles: within a frame lines differ by a few degrees at most.
  func box(of columns: Range<Double>, in strip: Strip) -> TextBox {
    let middle = place(of: strip.place(column: (columns.lowerBound + columns.upperBound) / 2))
    let width = (columns.upperBound - columns.lowerBound) * strip.scale
    let height = strip.line.height
    return TextBox(x: middle.x - width / 2, y: middle.y - height / 2, width: width, height: height)
  }

  /// The upright box of a whole line.
  func box(of line: LocatedLine) -> TextBox {
    let middle = place(of: Point(x: line.center.x, y: line.center.y))
    return TextBox(
      x: middle.x - line.length / 2, y: middle.y - line.height / 2, width: line.length,
      height: line.height)
  }

  /// Whether a line runs in this frame's direction, within twenty degrees.
  func holds(_ line: LocatedLine) -> Bool { cos(line.angle - angle) > 0.94 }

  /// Whether a line of this frame's direction is level in it: its ends differ by a fifth of a digit's
  /// height at most.
  func isLevel(with line: LocatedLine) -> Bool {
    holds(line) && abs(sin(line.angle - angle)) * line.length < 0.2 * line.height
  }

  /// 1 for a line that is level in this frame, less for one that climbs.
  func levelness(of line: LocatedLine) -> Double { cos(line.angle - angle) }
}
