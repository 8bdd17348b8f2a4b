import Foundation
import Imaging

extension [LocatedLine] {
  /// Further proposals: two pieces of one row as a single line.
  ///
  /// A number in groups, or one with glare on it, comes in pieces.
  func linkedPairs() -> [LocatedLine] {
    var linked: [LocatedLine] = []
    for (index, first) in enumerated() {
      for second in dropFirst(index + 1) {
        if let line = first.linked(to: second) { linked.append(line) }
      }
    }
    return linked
  }

  /// The lines without near repetitions, the surest first.
  func withoutRepetitions() -> [LocatedLine] {
    var kept: [LocatedLine] = []
    for line in sorted(by: LocatedLine.isSurer)
    where !kept.contains(where: { line.nearlyEquals($0) }) {
      kept.append(line)
    }
    return kept
  }
}

extension LocatedLine {
  /// A total order: the higher score, then the place.
  static func isSurer(_ left: LocatedLine, _ right: LocatedLine) -> Bool {
    if left.score != right.score { return left.score > right.score }
    let (here, there) = (left.center, right.center)
    return (here.y, here.x, left.length) < (there.y, there.x, right.length)
  }

  /// One line of two pieces that stand on one row with a gap of less than two digit heights.
  fileprivate func linked(to other: LocatedLine) -> LocatedLine? {
    let mean = (height + other.height) / 2
    guard (0.7..<1.43).contains(height / other.height), abs(sin(angle - other.angle)) <= 0.2
    else { return nil }
    let longer = length > other.length ? self : other
    let axis = longer.along
    let (dx, dy) = (other.center.x - center.x, other.center.y - center.y)
    let along = dx * axis.x + dy * axis.y
    let across = dy * axis.x - dx * axis.y
    let gap = abs(along) - (length + other.length) / 2
    guard abs(across) <= 0.45 * mean + 0.03 * abs(along), gap <= 1.8 * mean, gap >= -0.7 * mean
    else { return nil }
    let sign = along > 0 ? 1.0 : -1.0
    let start = PixelPoint(
      x: center.x - sign * axis.x * length / 2, y: center.y - sign * axis.y * length / 2)
    let end = PixelPoint(
      x: other.center.x + sign * axis.x * other.length / 2,
      y: other.center.y + sign * axis.y * other.length / 2)
    return LocatedLine(
      center: PixelPoint(x: (start.x + end.x) / 2, y: (start.y + end.y) / 2),
      angle: atan2((end.y - start.y) * sign, (end.x - start.x) * sign),
      length: hypot(end.x - start.x, end.y - start.y), height: max(height, other.height),
      score: min(score, other.score))
  }
}
