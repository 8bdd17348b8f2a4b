import Foundation
import IMEI

/// One place in the photo where digits are printed, with every value read there.
struct Printing {
  /// The evidence for the value that stands, best first.
  private(set) var best: Evidence
  /// Every piece of evidence at this place.
  private(set) var evidence: [Evidence]

  /// Groups print evidence by place.
  static func grouping(_ evidence: [Evidence]) -> [Printing] {
    var printings: [Printing] = []
    for piece in evidence.sorted(by: Self.isStronger) {
      if let index = printings.firstIndex(where: { $0.covers(piece) }) {
        printings[index].evidence.append(piece)
      } else {
        printings.append(Printing(best: piece, evidence: [piece]))
      }
    }
    return printings
  }

  /// Values other than the one that stands, strongest first, each once.
  var rivals: [Evidence] {
    var seen: Set<IMEI> = [best.candidate.imei]
    return evidence.filter { seen.insert($0.candidate.imei).inserted }
  }

  /// The network's probability of a value at this place; nil when it did not read that value.
  func posterior(of imei: IMEI) -> Double? {
    evidence.filter { $0.candidate.imei == imei }.compactMap(\.posterior).max()
  }

  /// Whether another value at this place has as little against it as the one that stands.
  var isContested: Bool {
    rivals.contains { $0.candidate.doubts.isEmpty }
  }

  private func covers(_ piece: Evidence) -> Bool {
    best.place.overlaps(piece.place)
  }

  /// Fewer doubts first, then the higher confidence; the rest only makes the order total.
  private static func isStronger(_ left: Evidence, _ right: Evidence) -> Bool {
    let (a, b) = (left.candidate, right.candidate)
    if a.doubts.count != b.doubts.count { return a.doubts.count < b.doubts.count }
    if (left.proposal == nil) != (right.proposal == nil) { return left.proposal == nil }
    if left.strength != right.strength { return left.strength > right.strength }
    if a.imei.digits != b.imei.digits { return a.imei.digits < b.imei.digits }
    let (here, there) = (left.place.bounds, right.place.bounds)
    return (here.y, here.x, left.source) < (there.y, there.x, right.source)
  }
}

extension Candidate {
  /// The confidence of the least certain digit, 0–1.
  var weakestDigit: Double { digitConfidences.min() ?? 0 }
}

extension Quad {
  /// Whether another line of digits lies on this one: on the same row, and over more than a third of
  /// the shorter one. Upright boxes would not do: those of two tilted rows overlap.
  func overlaps(_ other: Quad) -> Bool {
    let (ours, theirs) = (Row(self), Row(other))
    let (dx, dy) = (theirs.x - ours.x, theirs.y - ours.y)
    let along = abs(dx * ours.cosine + dy * ours.sine)
    let across = abs(dy * ours.cosine - dx * ours.sine)
    let shared = min(
      ours.length, theirs.length, (ours.length + theirs.length) / 2 - along)
    return across * 2 < max(ours.height, theirs.height)
      && shared * 3 > min(ours.length, theirs.length)
  }

  /// The quadrilateral as a turned rectangle.
  private struct Row {
    var x: Double
    var y: Double
    var length: Double
    var height: Double
    var cosine: Double
    var sine: Double

    init(_ quad: Quad) {
      let c = quad.corners
      x = c.reduce(0) { $0 + $1.x } / 4
      y = c.reduce(0) { $0 + $1.y } / 4
      let (dx, dy) = (c[1].x - c[0].x + c[2].x - c[3].x, c[1].y - c[0].y + c[2].y - c[3].y)
      length = hypot(dx, dy) / 2
      height = hypot(c[3].x - c[0].x + c[2].x - c[1].x, c[3].y - c[0].y + c[2].y - c[1].y) / 2
      cosine = length > 0 ? dx / (2 * length) : 1
      sine = length > 0 ? dy / (2 * length) : 0
    }
  }
}
