extension GrayImage {
  /// Resized: area average along an axis that shrinks, bilinear along one that grows.
  ///
  /// Sizes below 1 count as 1; an empty picture gives a white one.
  public func scaled(toWidth newWidth: Int, height newHeight: Int) -> GrayImage {
    let outWidth = max(1, newWidth)
    let outHeight = max(1, newHeight)
    if isEmpty { return GrayImage(width: outWidth, height: outHeight) }
    if outWidth == width, outHeight == height { return self }
    if outWidth * 2 == width, outHeight * 2 == height { return halved() }
    return resampled(
      across: Taps(from: width, to: outWidth), down: Taps(from: height, to: outHeight))
  }

  /// Shrunk by a whole number, sizes rounded up, as scaled JPEG decoding rounds them.
  func reduced(by denominator: Int) -> GrayImage {
    guard denominator > 1 else { return self }
    return scaled(
      toWidth: (width + denominator - 1) / denominator,
      height: (height + denominator - 1) / denominator)
  }

  /// Half as wide and high, four pixels averaged into one; an odd last row or column is dropped.
  public func halved() -> GrayImage {
    let outWidth = width / 2
    let outHeight = height / 2
    return pixels.withUnsafeBufferPointer { buffer in
      GrayImage(width: outWidth, height: outHeight) { target in
        guard let source = buffer.baseAddress else { return }
        for y in 0..<outHeight {
          let upper = source + 2 * y * width
          let lower = upper + width
          let to = target + y * outWidth
          for x in 0..<outWidth {
            let sum =
              UInt16(upper[2 &* x]) &+ UInt16(upper[2 &* x &+ 1]) &+ UInt16(lower[2 &* x])
              &+ UInt16(lower[2 &* x &+ 1])
            to[x] = UInt8(truncatingIfNeeded: (sum &+ 2) >> 2)
          }
        }
      }
    }
  }

  private func resampled(across: Taps, down: Taps) -> GrayImage {
    let outWidth = across.starts.count
    let outHeight = down.starts.count
    return pixels.withUnsafeBufferPointer { buffer in
      GrayImage(width: outWidth, height: outHeight) { target in
        guard let source = buffer.baseAddress else { return }
        withUnsafeTemporaryAllocation(of: Float.self, capacity: width) { row in
          guard let sums = row.baseAddress else { return }
          for y in 0..<outHeight {
            let first = down.starts[y]
            for tap in 0..<down.counts[y] {
              let weight = down.weights[down.offsets[y] + tap]
              let line = source + (first + tap) * width
              if tap == 0 {
                for x in 0..<width { sums[x] = weight * Float(line[x]) }
              } else {
                for x in 0..<width { sums[x] += weight * Float(line[x]) }
              }
            }
            across.apply(to: sums, writing: target + y * outWidth)
          }
        }
      }
    }
  }
}

/// The source samples and weights that make each target sample along one axis.
private struct Taps {
  var starts: [Int] = []
  var counts: [Int] = []
  var offsets: [Int] = []
  var weights: [Float] = []

  init(from source: Int, to target: Int) {
    starts.reserveCapacity(target)
    counts.reserveCapacity(target)
    offsets.reserveCapacity(target)
    let ratio = Double(source) / Double(target)
    for index in 0..<target {
      offsets.append(weights.count)
      if source > target {
        cover(from: Double(index) * ratio, to: Double(index + 1) * ratio, limit: source)
      } else {
        blend(at: (Double(index) + 0.5) * ratio - 0.5, limit: source)
      }
    }
  }

  /// Area average: every source sample weighs what it covers of the span.
  private mutating func cover(from low: Double, to high: Double, limit: Int) {
    let first = min(Int(low), limit - 1)
    let end = max(first + 1, min(Int(high.rounded(.up)), limit))
    starts.append(first)
    counts.append(end - first)
    for sample in first..<end {
      let part = min(high, Double(sample + 1)) - max(low, Double(sample))
      weights.append(Float(max(0, part) / (high - low)))
    }
  }

  /// Bilinear: the two neighbours of a place between sample centres.
  private mutating func blend(at place: Double, limit: Int) {
    let clamped = min(max(place, 0), Double(limit - 1))
    let first = min(Int(clamped), max(0, limit - 2))
    let part = Float(clamped - Double(first))
    starts.append(first)
    counts.append(limit > 1 ? 2 : 1)
    weights.append(limit > 1 ? 1 - part : 1)
    if limit > 1 { weights.append(part) }
  }

  func apply(to samples: UnsafePointer<Float>, writing target: UnsafeMutablePointer<UInt8>) {
    weights.withUnsafeBufferPointer { weights in
      for index in 0..<starts.count {
        var sum: Float = 0.5
        let first = starts[index]
        let offset = offsets[index]
        for tap in 0..<counts[index] { sum += samples[first + tap] * weights[offset + tap] }
        target[index] = UInt8(min(max(sum, 0), 255))
      }
    }
  }
}
