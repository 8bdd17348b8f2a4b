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

/// The way from a region's pixels to the upright photo's pixels: turn, scale and shift.
public struct PlaneTransform: Hashable, Sendable {
  private var xx: Double
  private var xy: Double
  private var yx: Double
  private var yy: Double
  private var dx: Double
  private var dy: Double

  /// The transform that changes nothing.
  public static let identity = PlaneTransform(xx: 1, xy: 0, yx: 0, yy: 1, dx: 0, dy: 0)

  /// From a picture that was turned clockwise back to the picture before the turn.
  ///
  /// - Parameters:
  ///   - quarterTurns: 0–3 clockwise quarter turns that were applied.
  ///   - width: width of the picture before the turn, in pixels.
  ///   - height: height of the picture before the turn, in pixels.
  public static func undoing(quarterTurns: Int, width: Double, height: Double) -> PlaneTransform {
    switch quarterTurns & 3 {
    case 1: PlaneTransform(xx: 0, xy: 1, yx: -1, yy: 0, dx: 0, dy: height)
    case 2: PlaneTransform(xx: -1, xy: 0, yx: 0, yy: -1, dx: width, dy: height)
    case 3: PlaneTransform(xx: 0, xy: -1, yx: 1, yy: 0, dx: width, dy: 0)
    default: .identity
    }
  }

  /// From a picture to the same picture turned clockwise; undone by `undoing`.
  static func turning(quarterTurns: Int, width: Double, height: Double) -> PlaneTransform {
    let isSideways = quarterTurns & 1 == 1
    return undoing(
      quarterTurns: -quarterTurns, width: isSideways ? height : width,
      height: isSideways ? width : height)
  }

  /// The same way, from pixels that are `factor` times as large to begin with.
  public func scaled(by factor: Double) -> PlaneTransform {
    PlaneTransform(
      xx: xx * factor, xy: xy * factor, yx: yx * factor, yy: yy * factor, dx: dx, dy: dy)
  }

  /// The way that goes through another picture first: `first`, then this one.
  public func following(_ first: PlaneTransform) -> PlaneTransform {
    PlaneTransform(
      xx: xx * first.xx + xy * first.yx, xy: xx * first.xy + xy * first.yy,
      yx: yx * first.xx + yy * first.yx, yy: yx * first.xy + yy * first.yy,
      dx: xx * first.dx + xy * first.dy + dx, dy: yx * first.dx + yy * first.dy + dy)
  }

  /// Where a point of the region lies in the photo.
  public func apply(_ point: Point) -> Point {
    Point(x: xx * point.x + xy * point.y + dx, y: yx * point.x + yy * point.y + dy)
  }

  /// The upright box that a box becomes under a transform of quarter turns.
  func upright(_ box: TextBox) -> TextBox { apply(box).bounds }

  /// Where a box of the region lies in the photo, corners in the text's reading order.
  public func apply(_ box: TextBox) -> Quad {
    Quad(corners: [
      apply(Point(x: box.x, y: box.y)), apply(Point(x: box.maxX, y: box.y)),
      apply(Point(x: box.maxX, y: box.maxY)), apply(Point(x: box.x, y: box.maxY)),
    ])
  }
}
