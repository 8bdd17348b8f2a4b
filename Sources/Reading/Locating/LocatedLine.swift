import Foundation
import Imaging

/// A line of text as the locator sees it: an upright rectangle, turned.
///
/// Pixels are those of the picture that was searched. The angle is that of the line, not of its
/// reading: a line upside down has the same angle.
struct LocatedLine: Hashable, Sendable {
  /// The middle.
  var center: PixelPoint
  /// Radians clockwise from the x axis, to the direction in which the line is to be read.
  var angle: Double
  /// From end to end, in pixels.
  var length: Double
  /// Height of a digit, in pixels.
  var height: Double
  /// The locator's mean probability, 0–1.
  var score: Double

  /// Length in digit heights; fifteen digits have 6.5 (condensed) to 26 (wide spaced groups).
  var aspect: Double { length / height }

  /// Unit vector along the line.
  var along: PixelPoint { PixelPoint(x: cos(angle), y: sin(angle)) }

  /// The rectangle with margins.
  ///
  /// - Parameters:
  ///   - across: margin above and below, in digit heights.
  ///   - ends: margin before and behind, in digit heights.
  func quad(across: Double, ends: Double) -> PixelQuad {
    let (u, v) = (along, PixelPoint(x: -sin(angle), y: cos(angle)))
    let a = length / 2 + ends * height
    let b = height / 2 + across * height
    func corner(_ s: Double, _ t: Double) -> PixelPoint {
      PixelPoint(x: center.x + s * u.x + t * v.x, y: center.y + s * u.y + t * v.y)
    }
    return PixelQuad(
      topLeft: corner(-a, -b), topRight: corner(a, -b), bottomRight: corner(a, b),
      bottomLeft: corner(-a, b))
  }

  /// The same line, read in the opposite direction.
  var reversed: LocatedLine {
    var line = self
    line.angle = angle > 0 ? angle - .pi : angle + .pi
    return line
  }

  /// The same line in a picture that is `factor` times as large.
  func scaled(by factor: Double) -> LocatedLine {
    LocatedLine(
      center: PixelPoint(x: center.x * factor, y: center.y * factor), angle: angle,
      length: length * factor, height: height * factor, score: score)
  }

  /// The same line in a picture of which this one was cut out.
  func moved(right x: Double, down y: Double) -> LocatedLine {
    var line = self
    line.center.x += x
    line.center.y += y
    return line
  }

  /// Whether another line is the same but for a few pixels.
  func nearlyEquals(_ other: LocatedLine) -> Bool {
    let distance = hypot(center.x - other.center.x, center.y - other.center.y)
    return distance < 0.3 * other.height + 0.04 * other.length
      && abs(sin(angle - other.angle)) < 0.05
      && (0.8..<1.25).contains(height / other.height)
      && (0.88..<1.14).contains(length / other.length)
  }
}
