import Imaging

/// How strongly a strip changes from left to right at each pixel: upright strokes of characters.
struct StrokeEnergy {
  /// Pixels across.
  let width: Int
  /// Pixels down.
  let height: Int
  private let values: [Float]

  /// Measures a strip by central differences.
  init(_ strip: GrayImage) {
    let (width, height) = (strip.width, strip.height)
    self.width = width
    self.height = height
    values = strip.pixels.withUnsafeBufferPointer { pixels in
      [Float](unsafeUninitializedCapacity: width * height) { values, count in
        for row in 0..<height {
          let start = row * width
          for column in 0..<width {
            let right = pixels[start + min(column + 1, width - 1)]
            let left = pixels[start + max(column - 1, 0)]
            values[start + column] = abs(Float(right) - Float(left))
          }
        }
        count = width * height
      }
    }
  }

  /// The rows that the text of some columns fills.
  func band(in columns: Range<Int>) -> Range<Int> {
    var profile = [Float](repeating: 0, count: height)
    for row in 0..<height {
      var sum: Float = 0
      for column in columns { sum += values[row * width + column] }
      profile[row] = sum / Float(max(1, columns.count))
    }
    profile = Self.smoothed(profile)
    let inner = Int(Double(height) * 0.3)..<Int(Double(height) * 0.7)
    let high = Self.percentile(Array(profile[inner]), 0.85)
    let low = Self.percentile(profile, 0.08)
    let threshold = low + (high - low) * 0.38
    var middle = height / 2
    if profile[middle] < threshold {
      middle = inner.max { profile[$0] < profile[$1] } ?? middle
    }
    var top = middle
    var bottom = middle
    while top > 0, profile[top - 1] >= threshold { top -= 1 }
    while bottom < height - 1, profile[bottom + 1] >= threshold { bottom += 1 }
    return top..<bottom + 1
  }

  /// The columns from where to where the text of a band runs.
  ///
  /// - Parameters:
  ///   - band: the rows of the text.
  ///   - inside: columns that are taken to be text.
  ///   - inset: how far within them the search starts.
  ///   - gap: more columns without text than this end it.
  func ends(of band: Range<Int>, inside: Range<Int>, inset: Int, gap: Int) -> ClosedRange<Int> {
    var columns = [Float](repeating: 0, count: width)
    for row in band {
      for column in 0..<width { columns[column] += values[row * width + column] }
    }
    let sums = columns
    for column in 0..<width {
      let near = max(0, column - 1)...min(width - 1, column + 1)
      columns[column] = near.reduce(0) { $0 + sums[$1] } / Float(near.count * max(1, band.count))
    }
    let base = Self.percentile(columns, 0.1)
    let level = Self.percentile(Array(columns[inside]), 0.6)
    let threshold = base + 0.3 * (level - base)
    func walk(from start: Int, by step: Int) -> Int {
      var last = start
      var column = start
      var empty = 0
      while columns.indices.contains(column) {
        if columns[column] > threshold {
          last = column
          empty = 0
        } else {
          empty += 1
          if empty > gap { break }
        }
        column += step
      }
      return last
    }
    let left = walk(from: min(inside.lowerBound + inset, width - 1), by: -1)
    let right = walk(from: max(inside.upperBound - inset, 0), by: 1)
    return left...max(left, right)
  }

  /// A binomial filter over five values, ends repeated.
  private static func smoothed(_ values: [Float]) -> [Float] {
    let last = values.count - 1
    return values.indices.map { place in
      func at(_ offset: Int) -> Float { values[min(max(place + offset, 0), last)] }
      return (at(-2) + 4 * at(-1) + 6 * at(0) + 4 * at(1) + at(2)) / 16
    }
  }

  private static func percentile(_ values: [Float], _ share: Double) -> Float {
    guard !values.isEmpty else { return 0 }
    let sorted = values.sorted()
    return sorted[Int((Double(sorted.count - 1) * share).rounded())]
  }
}
