import IMEI

/// The way from a quadrilateral in the photo to the upright rectangle that it shows.
///
/// The inverse of the mapping by which `GrayImage.warped` fills the rectangle (Heckbert, 1989,
/// section 2.2.3), so that a place in the photo can be found again in the rectified picture.
struct QuadMap {
  /// The rows of the inverse matrix: u and v are the first two over the third.
  private var u: (Double, Double, Double)
  private var v: (Double, Double, Double)
  private var w: (Double, Double, Double)
  private let width: Double
  private let height: Double

  /// Makes the way to a rectangle of this size; nil for corners that enclose no picture.
  init?(_ quad: Quad, width: Double, height: Double) {
    let (p0, p1, p2, p3) = (quad.corners[0], quad.corners[1], quad.corners[2], quad.corners[3])
    guard quad.corners.allSatisfy({ $0.x.magnitude < 1e9 && $0.y.magnitude < 1e9 }) else {
      return nil
    }
    let (sumX, sumY) = (p0.x - p1.x + p2.x - p3.x, p0.y - p1.y + p2.y - p3.y)
    let (dx1, dy1) = (p1.x - p2.x, p1.y - p2.y)
    let (dx2, dy2) = (p3.x - p2.x, p3.y - p2.y)
    let area = dx1 * dy2 - dx2 * dy1
    guard area.magnitude > 1e-9 else { return nil }
    let g = (sumX * dy2 - dx2 * sumY) / area
    let h = (dx1 * sumY - sumX * dy1) / area
    guard 1 + g > 1e-6, 1 + h > 1e-6, 1 + g + h > 1e-6 else { return nil }
    let (a, b, c) = (p1.x - p0.x + g * p1.x, p3.x - p0.x + h * p3.x, p0.x)
    let (d, e, f) = (p1.y - p0.y + g * p1.y, p3.y - p0.y + h * p3.y, p0.y)
    u = (e - f * h, c * h - b, b * f - c * e)
    v = (f * g - d, a - c * g, c * d - a * f)
    w = (d * h - e * g, b * g - a * h, a * e - b * d)
    self.width = width
    self.height = height
  }

  /// Where a point of the photo lies in the rectangle, brought inside it.
  func apply(_ point: Point) -> Point {
    func along(_ row: (Double, Double, Double)) -> Double {
      row.0 * point.x + row.1 * point.y + row.2
    }
    let scale = along(w)
    func inside(_ value: Double, _ limit: Double) -> Double {
      value.isNaN ? 0 : min(max(value * limit, 0), limit)
    }
    return Point(x: inside(along(u) / scale, width), y: inside(along(v) / scale, height))
  }

  /// Where a quadrilateral of the photo lies in the rectangle.
  func apply(_ quad: Quad) -> Quad { Quad(corners: quad.corners.map(apply)) }
}
