/// A place in a picture; pixel (0, 0) covers 0..<1 both ways, so its centre is (0.5, 0.5).
public struct PixelPoint: Sendable, Hashable {
  /// Distance from the left edge.
  public var x: Double
  /// Distance from the top edge.
  public var y: Double

  /// Makes a point.
  public init(x: Double, y: Double) {
    self.x = x
    self.y = y
  }
}

/// Four corners in reading order of what they enclose: its own top-left, then clockwise.
public struct PixelQuad: Sendable, Hashable {
  /// Where the content's top-left corner lies.
  public var topLeft: PixelPoint
  /// Where the content's top-right corner lies.
  public var topRight: PixelPoint
  /// Where the content's bottom-right corner lies.
  public var bottomRight: PixelPoint
  /// Where the content's bottom-left corner lies.
  public var bottomLeft: PixelPoint

  /// Makes a quadrilateral from its corners.
  public init(
    topLeft: PixelPoint, topRight: PixelPoint, bottomRight: PixelPoint, bottomLeft: PixelPoint
  ) {
    self.topLeft = topLeft
    self.topRight = topRight
    self.bottomRight = bottomRight
    self.bottomLeft = bottomLeft
  }

  /// The corners of an upright rectangle.
  public init(_ rect: PixelRect) {
    let (x, y) = (Double(rect.x), Double(rect.y))
    let (right, bottom) = (x + Double(rect.width), y + Double(rect.height))
    self.init(
      topLeft: PixelPoint(x: x, y: y), topRight: PixelPoint(x: right, y: y),
      bottomRight: PixelPoint(x: right, y: bottom), bottomLeft: PixelPoint(x: x, y: bottom))
  }
}

extension GrayImage {
  /// The content of a quadrilateral, pulled straight into an upright picture.
  ///
  /// Perspective (affine for a parallelogram) mapping with bilinear sampling. Where the picture
  /// shrinks, up to 4 × 4 samples are averaged for one target pixel. What lies outside the source
  /// gets the shade `outside`. Sizes below 1 count as 1; corners that make no area, or are not
  /// finite, give a picture filled with `outside`.
  public func warped(
    _ quad: PixelQuad, toWidth newWidth: Int, height newHeight: Int, outside: UInt8 = 255
  ) -> GrayImage {
    let outWidth = max(1, newWidth)
    let outHeight = max(1, newHeight)
    guard !isEmpty, let map = Projection(quad) else {
      return GrayImage(width: outWidth, height: outHeight, filledWith: outside)
    }
    let (stepsX, stepsY) = map.oversampling(width: outWidth, height: outHeight)
    return pixels.withUnsafeBufferPointer { buffer in
      GrayImage(width: outWidth, height: outHeight) { target in
        guard let source = buffer.baseAddress else { return }
        let sampler = Sampler(
          source: source, width: width, height: height, outside: Float(outside))
        for y in 0..<outHeight {
          sampler.fillRow(
            target + y * outWidth, count: outWidth, row: y, rows: outHeight, map: map,
            stepsX: stepsX, stepsY: stepsY)
        }
      }
    }
  }
}

/// The mapping of the unit square onto a quadrilateral (Heckbert, 1989, section 2.2.3).
private struct Projection {
  var a, b, c, d, e, f, g, h: Double

  init?(_ quad: PixelQuad) {
    let (p0, p1, p2, p3) = (quad.topLeft, quad.topRight, quad.bottomRight, quad.bottomLeft)
    let values = [p0.x, p0.y, p1.x, p1.y, p2.x, p2.y, p3.x, p3.y]
    guard values.allSatisfy({ $0.isFinite && abs($0) < 1e9 }) else { return nil }
    let sumX = p0.x - p1.x + p2.x - p3.x
    let sumY = p0.y - p1.y + p2.y - p3.y
    let (dx1, dy1) = (p1.x - p2.x, p1.y - p2.y)
    let (dx2, dy2) = (p3.x - p2.x, p3.y - p2.y)
    let area = dx1 * dy2 - dx2 * dy1
    guard abs(area) > 1e-9 else { return nil }
    g = (sumX * dy2 - dx2 * sumY) / area
    h = (dx1 * sumY - sumX * dy1) / area
    a = p1.x - p0.x + g * p1.x
    b = p3.x - p0.x + h * p3.x
    c = p0.x
    d = p1.y - p0.y + g * p1.y
    e = p3.y - p0.y + h * p3.y
    f = p0.y
    // A corner behind the viewer (a quadrilateral that is not convex) has no picture.
    guard 1 + g > 1e-6, 1 + h > 1e-6, 1 + g + h > 1e-6 else { return nil }
  }

  func place(_ u: Double, _ v: Double) -> PixelPoint {
    let w = 1 / (g * u + h * v + 1)
    return PixelPoint(x: (a * u + b * v + c) * w, y: (d * u + e * v + f) * w)
  }

  /// Samples for each target pixel across and down, 1...4, from the longer of opposite edges.
  func oversampling(width: Int, height: Int) -> (Int, Int) {
    func length(_ from: PixelPoint, _ to: PixelPoint) -> Double {
      ((to.x - from.x) * (to.x - from.x) + (to.y - from.y) * (to.y - from.y)).squareRoot()
    }
    let (p0, p1, p2, p3) = (place(0, 0), place(1, 0), place(1, 1), place(0, 1))
    let across = max(length(p0, p1), length(p3, p2)) / Double(width)
    let down = max(length(p0, p3), length(p1, p2)) / Double(height)
    return (Int(min(max(across.rounded(), 1), 4)), Int(min(max(down.rounded(), 1), 4)))
  }
}

/// Bilinear sampling of one source picture; the pointer outlives it in `warped` only.
private struct Sampler {
  let source: UnsafePointer<UInt8>
  let width: Int
  let height: Int
  let outside: Float

  func fillRow(
    _ target: UnsafeMutablePointer<UInt8>, count: Int, row: Int, rows: Int, map: Projection,
    stepsX: Int, stepsY: Int
  ) {
    let stepU = 1 / Double(count * stepsX)
    let stepV = 1 / Double(rows * stepsY)
    let share = 1 / Float(stepsX * stepsY)
    for x in 0..<count {
      var sum: Float = 0
      for subY in 0..<stepsY {
        let v = (Double(row * stepsY + subY) + 0.5) * stepV
        for subX in 0..<stepsX {
          let place = map.place((Double(x * stepsX + subX) + 0.5) * stepU, v)
          sum += sample(place.x, place.y)
        }
      }
      target[x] = UInt8(min(max(sum * share + 0.5, 0), 255))
    }
  }

  @inline(__always)
  private func sample(_ x: Double, _ y: Double) -> Float {
    guard x >= 0, y >= 0, x <= Double(width), y <= Double(height) else { return outside }
    let left = min(max(x - 0.5, 0), Double(width - 1))
    let top = min(max(y - 0.5, 0), Double(height - 1))
    let (x0, y0) = (Int(left), Int(top))
    let (x1, y1) = (min(x0 &+ 1, width &- 1), min(y0 &+ 1, height &- 1))
    let (partX, partY) = (Float(left - Double(x0)), Float(top - Double(y0)))
    let upper = source + y0 &* width
    let lower = source + y1 &* width
    let above = Float(upper[x0]) + partX * (Float(upper[x1]) - Float(upper[x0]))
    let below = Float(lower[x0]) + partX * (Float(lower[x1]) - Float(lower[x0]))
    return above + partY * (below - above)
  }
}
