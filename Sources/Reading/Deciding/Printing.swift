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

  /// Whether another value at this place has as little against it as the one that stands.
  var isContested: Bool {
    rivals.contains { $0.candidate.doubts.isEmpty }
  }

  private func covers(_ piece: Evidence) -> Bool {
    best.place.bounds.overlaps(piece.place.bounds)
  }

  /// Fewer doubts first, then the higher confidence; the rest only makes the order total.
  private static func isStronger(_ left: Evidence, _ right: Evidence) -> Bool {
    let (a, b) = (left.candidate, right.candidate)
    if a.doubts.count != b.doubts.count { return a.doubts.count < b.doubts.count }
    let (ours, theirs) = (a.weakestDigit, b.weakestDigit)
    if ours != theirs { return ours > theirs }
    if a.imei.digits != b.imei.digits { return a.imei.digits < b.imei.digits }
    let (here, there) = (left.place.bounds, right.place.bounds)
    return (here.y, here.x, left.source) < (there.y, there.x, right.source)
  }
}

extension Candidate {
  /// The confidence of the least certain digit, 0–1.
  var weakestDigit: Double { digitConfidences.min() ?? 0 }
}

extension TextBox {
  /// Whether two boxes share more than a third of the smaller one.
  func overlaps(_ other: TextBox) -> Bool {
    let wide = min(maxX, other.maxX) - max(x, other.x)
    let high = min(maxY, other.maxY) - max(y, other.y)
    guard wide > 0, high > 0 else { return false }
    let smaller = min(width * height, other.width * other.height)
    return wide * high * 3 > smaller
  }
}
