internal import Imaging

/// Makes everything of a photo but the places of its numbers into coarse blocks of few shades.
///
/// What is left tells a lock screen from a label or a box, and light from dark. Of a face that fills the
/// whole photo no more is left than of any other light patch.
struct PhotoRedaction {
  /// Blocks along the longest side.
  static let blocks = 16
  /// Shades of a block.
  static let shades = 8
  /// How far a place is shown beyond its ends, in heights of the line: as far as the picture of the digits is. A place
  /// ends within its last digit now and then.
  static let ends = 0.35
  /// A number's place larger than this share of the photo is no line of digits, and is not shown.
  static let largestPlace = 0.25
  /// All places together show no more than this share of it; the last ones are not shown.
  static let largestPlaces = 0.4

  private let places: [Place]

  /// Numbers' places, each four corners clockwise in pixels of a photo of this size.
  init(places: [[[Int]]], width: Int, height: Int) {
    var left = Self.largestPlaces
    self.places = places.compactMap { Place($0, width: width, height: height) }.filter { place in
      left -= place.area
      return left >= 0
    }
  }

  /// The photo with everything else made unrecognisable.
  func applied(to image: GrayImage) -> GrayImage {
    guard !image.isEmpty else { return image }
    let size = max(1, (max(image.width, image.height) + Self.blocks - 1) / Self.blocks)
    let across = (image.width + size - 1) / size
    var sums = [Int](repeating: 0, count: across * ((image.height + size - 1) / size))
    var counts = sums
    for y in 0..<image.height {
      for x in 0..<image.width {
        let block = (y / size) * across + x / size
        sums[block] += Int(image.pixels[y * image.width + x])
        counts[block] += 1
      }
    }
    let shades = zip(sums, counts).map { Self.shade($0 / max(1, $1)) }
    var pixels = image.pixels
    for y in 0..<image.height {
      let down = (Double(y) + 0.5) / Double(image.height)
      for x in 0..<image.width {
        let along = (Double(x) + 0.5) / Double(image.width)
        if places.contains(where: { $0.contains(x: along, y: down) }) { continue }
        pixels[y * image.width + x] = shades[(y / size) * across + x / size]
      }
    }
    return GrayImage(width: image.width, height: image.height, pixels: pixels)
  }

  private static func shade(_ mean: Int) -> UInt8 {
    let step = 256 / shades
    return UInt8(min(255, (mean / step) * 255 / (shades - 1)))
  }

  /// Four corners as shares of the photo's width and height.
  private struct Place {
    let corners: [(x: Double, y: Double)]
    /// The share of the photo that it takes.
    let area: Double

    /// Nil for what is no quadrangle, or too large for a line of digits.
    init?(_ points: [[Int]], width: Int, height: Int) {
      guard points.count == 4, points.allSatisfy({ $0.count == 2 }), width > 0, height > 0 else {
        return nil
      }
      let corners = Self.lengthened(points.map { (x: Double($0[0]), y: Double($0[1])) }).map {
        point in
        (x: point.x / Double(width), y: point.y / Double(height))
      }
      self.corners = corners
      let twice = (0..<4).reduce(0.0) { sum, index in
        let (one, two) = (corners[index], corners[(index + 1) % 4])
        return sum + one.x * two.y - two.x * one.y
      }
      area = twice.magnitude / 2
      // One that crosses itself would show more than its area tells.
      guard isConvex, area > 0, area <= PhotoRedaction.largestPlace else { return nil }
    }

    /// The line's four corners with its ends moved outwards, along its two longer sides.
    private static func lengthened(
      _ corners: [(x: Double, y: Double)]
    ) -> [(x: Double, y: Double)] {
      func length(_ from: Int, _ to: Int) -> Double {
        let (x, y) = (corners[to].x - corners[from].x, corners[to].y - corners[from].y)
        return (x * x + y * y).squareRoot()
      }
      let (across, down) = (length(0, 1) + length(3, 2), length(1, 2) + length(0, 3))
      let sides = across >= down ? [(0, 1), (3, 2)] : [(1, 2), (0, 3)]
      let reach = min(across, down) / 2 * PhotoRedaction.ends
      var moved = corners
      for (from, to) in sides where length(from, to) > 0 {
        let share = reach / length(from, to)
        let (x, y) = (corners[to].x - corners[from].x, corners[to].y - corners[from].y)
        moved[from] = (x: corners[from].x - x * share, y: corners[from].y - y * share)
        moved[to] = (x: corners[to].x + x * share, y: corners[to].y + y * share)
      }
      return moved
    }

    private var isConvex: Bool {
      let turns = (0..<4).map { turn(corners[$0], corners[($0 + 1) % 4], corners[($0 + 2) % 4]) }
      return turns.allSatisfy { $0 >= 0 } || turns.allSatisfy { $0 <= 0 }
    }

    func contains(x: Double, y: Double) -> Bool {
      var hasLeft = false
      var hasRight = false
      for index in 0..<4 {
        let side = turn(corners[index], corners[(index + 1) % 4], (x, y))
        if side > 0 { hasLeft = true }
        if side < 0 { hasRight = true }
      }
      return !(hasLeft && hasRight)
    }

    private func turn(
      _ one: (x: Double, y: Double), _ two: (x: Double, y: Double), _ three: (x: Double, y: Double)
    ) -> Double {
      (two.x - one.x) * (three.y - one.y) - (two.y - one.y) * (three.x - one.x)
    }
  }
}
