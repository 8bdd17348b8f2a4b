import IMEI
import Imaging

/// What a crop takes out of the photo: a reading's line of digits, levelled, with its margin.
struct CropFrame {
  /// The least height of a place, in pixels; a barcode may be found as a mere line.
  static let leastHeight = 4.0

  /// The corners with the margin.
  let quad: Quad
  /// The longer of the upper and lower edge, margin included.
  let width: Double
  /// The longer of the left and right edge, margin included.
  let height: Double
  /// The height of the digits in the photo.
  let digitHeight: Double

  /// Frames a reading; nil when its place has no height.
  init?(_ reading: IMEIReading) {
    let line = reading.place.levelled(along: reading.digitPlaces)
    let edges = line.edges
    let (lineWidth, lineHeight) = (max(edges[0], edges[2]), max(edges[1], edges[3]))
    guard lineHeight >= Self.leastHeight, (1...1e6).contains(lineWidth), lineHeight < 1e6,
      edges.allSatisfy({ $0 > 0.1 })
    else { return nil }
    // A loose place is higher than its digits; a single box that is off does not matter.
    let middle = reading.digitPlaces.map { $0.edges[3] }.median ?? lineHeight
    digitHeight = min(max(middle, lineHeight / 3), lineHeight)
    let margin = ReadingCrop.margin * digitHeight
    // Each corner moves outward along its own two edges, so never further than the margin.
    let (left, right) = (margin * edges[3] / lineHeight, margin * edges[1] / lineHeight)
    let corners = line.corners
    quad = Quad(corners: [
      corners[0].away(from: corners[1], and: corners[3], by: left),
      corners[1].away(from: corners[0], and: corners[2], by: right),
      corners[2].away(from: corners[3], and: corners[1], by: right),
      corners[3].away(from: corners[2], and: corners[0], by: left),
    ])
    width = lineWidth + 2 * margin
    height = lineHeight + 2 * margin
  }

  /// Whether any of it can lie inside the photo.
  func touches(_ photo: GrayImage) -> Bool {
    let bounds = quad.bounds
    return bounds.maxX > 0 && bounds.maxY > 0 && bounds.x < Double(photo.width)
      && bounds.y < Double(photo.height)
  }
}

extension Quad {
  /// The lengths of the upper, right, lower and left edge.
  fileprivate var edges: [Double] {
    (0..<4).map { corners[$0].distance(to: corners[($0 + 1) % 4]) }
  }

  private var middle: Point {
    Point(x: corners.map(\.x).reduce(0, +) / 4, y: corners.map(\.y).reduce(0, +) / 4)
  }

  /// The same line without what a place that is not turned with its digits has too much.
  ///
  /// A reader that knows upright boxes only gives a tilted line a place that is too high. The digits'
  /// middles tell the tilt.
  fileprivate func levelled(along digits: [Quad]) -> Quad {
    let middles = digits.map(\.middle)
    let heights = digits.map { $0.edges[3] }
    guard middles.count > 4, let high = heights.median, high >= 1,
      let wide = digits.map({ $0.edges[0] }).median,
      let own = Direction(from: corners[0], to: corners[1]),
      let line = Direction(through: middles, near: own),
      own.turn(to: line).magnitude * edges[0] > high / 4, own.turn(to: line).magnitude < 0.5
    else { return self }
    let along = middles.map(line.along)
    let across = middles.map(line.across).sorted()
    guard let first = along.min(), let last = along.max(), let top = across.first,
      let bottom = across.last, bottom - top < high
    else { return self }
    let (left, right) = (first - wide / 2, last + wide / 2)
    let (upper, lower) = (top - high / 2, bottom + high / 2)
    return Quad(corners: [
      line.point(left, upper), line.point(right, upper), line.point(right, lower),
      line.point(left, lower),
    ])
  }
}

/// A direction in the photo and the one a quarter turn clockwise from it.
private struct Direction {
  let x: Double
  let y: Double

  private init?(x: Double, y: Double) {
    let length = (x * x + y * y).squareRoot()
    guard length > 0, length.isFinite else { return nil }
    self.x = x / length
    self.y = y / length
  }

  init?(from first: Point, to second: Point) {
    self.init(x: second.x - first.x, y: second.y - first.y)
  }

  /// The least-squares line through points that follow `own` roughly.
  init?(through points: [Point], near own: Direction) {
    let along = points.map(own.along)
    let across = points.map(own.across)
    let count = Double(points.count)
    let (meanAlong, meanAcross) = (along.reduce(0, +) / count, across.reduce(0, +) / count)
    let spread = along.map { ($0 - meanAlong) * ($0 - meanAlong) }.reduce(0, +)
    let shared = zip(along, across).map { ($0 - meanAlong) * ($1 - meanAcross) }.reduce(0, +)
    guard spread > 0 else { return nil }
    let slope = shared / spread
    self.init(x: own.x - slope * own.y, y: own.y + slope * own.x)
  }

  func along(_ point: Point) -> Double { point.x * x + point.y * y }
  func across(_ point: Point) -> Double { point.y * x - point.x * y }
  func turn(to other: Direction) -> Double { x * other.y - y * other.x }

  func point(_ along: Double, _ across: Double) -> Point {
    Point(x: along * x - across * y, y: along * y + across * x)
  }
}

extension Point {
  fileprivate func distance(to other: Point) -> Double {
    ((x - other.x) * (x - other.x) + (y - other.y) * (y - other.y)).squareRoot()
  }

  /// The point moved away from two others, by so many pixels from each.
  fileprivate func away(from first: Point, and second: Point, by distance: Double) -> Point {
    let (one, two) = (distance / self.distance(to: first), distance / self.distance(to: second))
    return Point(
      x: x + (x - first.x) * one + (x - second.x) * two,
      y: y + (y - first.y) * one + (y - second.y) * two)
  }
}

extension [Double] {
  /// The middle one of the finite values; nil when there is none.
  fileprivate var median: Double? {
    let sorted = filter(\.isFinite).sorted()
    return sorted.isEmpty ? nil : sorted[sorted.count / 2]
  }
}
