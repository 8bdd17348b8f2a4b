internal import Foundation

extension GrayImage {
  /// 64 bits that stay nearly the same when the picture is scaled, recompressed or brightened.
  ///
  /// The signs of the 64 lowest frequencies of the cosine transform of the picture at 32 × 32, each against
  /// their median, the mean left out (Zauner, "Implementation and Benchmarking of Perceptual Image Hash
  /// Functions", 2010). Bit 63 is the lowest frequency. Pictures that were turned have other bits; an empty
  /// picture has none set. Of a large picture 147,456 pixels are looked at, evenly spread.
  public var perceptualHash: UInt64 {
    guard !isEmpty else { return 0 }
    let side = CosineTable.side
    let small = sampled().scaled(toWidth: side, height: side).pixels
    let table = CosineTable.shared.rows
    let kept = CosineTable.kept
    var rows = [Float](repeating: 0, count: side * kept)
    for y in 0..<side {
      for u in 0..<kept {
        var sum: Float = 0
        for x in 0..<side { sum += Float(small[y * side + x]) * table[u * side + x] }
        rows[y * kept + u] = sum
      }
    }
    var frequencies: [Float] = []
    for v in 0..<kept {
      for u in 0..<kept {
        var sum: Float = 0
        for y in 0..<side { sum += rows[y * kept + u] * table[v * side + y] }
        frequencies.append(sum)
      }
    }
    let median = frequencies.dropFirst().sorted()[(frequencies.count - 1) / 2]
    return frequencies.reduce(UInt64(0)) { $0 << 1 | ($1 > median ? 1 : 0) }
  }
}

extension GrayImage {
  /// Pixels across and down that a large picture is thinned out to, and samples of each.
  private static let thinned = 128
  private static let samples = 3

  /// The picture itself when it is small, otherwise 128 × 128 means of 9 of its pixels each.
  private func sampled() -> GrayImage {
    let (side, samples) = (Self.thinned, Self.samples)
    guard width >= side * samples, height >= side * samples else { return self }
    let columns = (0..<side * samples).map { ($0 * width + width / 2) / (side * samples) }
    return pixels.withUnsafeBufferPointer { source in
      GrayImage(width: side, height: side) { target in
        for y in 0..<side {
          for x in 0..<side {
            var sum = 0
            for down in 0..<samples {
              let row = (y * samples + down) * height / (side * samples) * width
              for across in 0..<samples { sum += Int(source[row + columns[x * samples + across]]) }
            }
            target[y * side + x] = UInt8(truncatingIfNeeded: sum / (samples * samples))
          }
        }
      }
    }
  }
}

/// The lowest cosines over 32 places.
private struct CosineTable {
  static let side = 32
  static let kept = 8
  static let shared = CosineTable()

  /// Row after row, one a frequency.
  let rows: [Float]

  init() {
    rows = (0..<Self.kept).flatMap { frequency in
      (0..<Self.side).map { place in
        Float(cos(Double.pi * Double(frequency) * (Double(place) + 0.5) / Double(Self.side)))
      }
    }
  }
}
