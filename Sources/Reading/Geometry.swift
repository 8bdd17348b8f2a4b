import Foundation
public import IMEI

/// A point in a picture: pixels, origin top left, x to the right, y downwards.
public struct Point: Hashable, Sendable {
  /// Pixels from the left edge.
  public var x: Double
  /// Pixels from the top edge.
  public var y: Double

  /// Makes a point.
  public init(x: Double, y: Double) {
    self.x = x
    self.y = y
  }
}

/// A quadrilateral around printed text, in pixels of the upright photo.
public struct Quad: Hashable, Sendable {
  /// Top left, top right, bottom right, bottom left, as seen when the text stands upright.
  public var corners: [Point]

  /// Makes a quadrilateral of four corners in reading order.
  public init(corners: [Point]) {
    precondition(corners.count == 4, "a quadrilateral has four corners")
    self.corners = corners
  }

  /// The smallest upright box around the corners.
  public var bounds: TextBox {
    let xs = corners.map(\.x)
    let ys = corners.map(\.y)
    let left = xs.min() ?? 0
    let top = ys.min() ?? 0
    return TextBox(
      x: left, y: top, width: (xs.max() ?? 0) - left, height: (ys.max() ?? 0) - top)
  }
}

/// The way from one picture's pixels to another's: a turn about the origin.
public struct PlaneTransform: Hashable, Sendable {
  private let cosine: Double
  private let sine: Double

  /// Turns points clockwise.
  ///
  /// - Parameter radians: the angle.
  public static func rotation(by radians: Double) -> PlaneTransform {
    PlaneTransform(cosine: cos(radians), sine: sin(radians))
  }

  /// Where a point lies after the turn.
  public func apply(_ point: Point) -> Point {
    Point(x: cosine * point.x - sine * point.y, y: sine * point.x + cosine * point.y)
  }

  /// Where a box lies after the turn, corners in the box's own reading order.
  public func apply(_ box: TextBox) -> Quad {
    Quad(corners: [
      apply(Point(x: box.x, y: box.y)), apply(Point(x: box.maxX, y: box.y)),
      apply(Point(x: box.maxX, y: box.maxY)), apply(Point(x: box.x, y: box.maxY)),
    ])
  }
}
