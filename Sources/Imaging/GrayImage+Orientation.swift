extension GrayImage {
  /// Turned clockwise by quarter turns; negative turns are counter-clockwise.
  public func rotated(quarterTurns: Int) -> GrayImage {
    switch ((quarterTurns % 4) + 4) % 4 {
    case 1: oriented(6)
    case 2: oriented(3)
    case 3: oriented(8)
    default: self
    }
  }

  /// Made upright from an EXIF orientation (CIPA DC-008 table 6); outside 2...8 nothing changes.
  public func oriented(_ exif: Int) -> GrayImage {
    guard (2...8).contains(exif), !isEmpty else { return self }
    let last = width * height - 1
    let lastRow = width * (height - 1)
    switch exif {
    case 2: return strided(swapped: false, base: width - 1, across: -1, down: width)
    case 3: return strided(swapped: false, base: last, across: -1, down: -width)
    case 4: return strided(swapped: false, base: lastRow, across: 1, down: -width)
    case 5: return strided(swapped: true, base: 0, across: width, down: 1)
    case 6: return strided(swapped: true, base: lastRow, across: -width, down: 1)
    case 7: return strided(swapped: true, base: last, across: -width, down: -1)
    default: return strided(swapped: true, base: width - 1, across: width, down: -1)
    }
  }

  /// Copies with steps: target (x, y) takes the source sample at `base + x·across + y·down`.
  ///
  /// Blocks of 64 × 64 keep both sides in the first-level cache when rows turn into columns.
  private func strided(swapped: Bool, base: Int, across: Int, down: Int) -> GrayImage {
    let outWidth = swapped ? height : width
    let outHeight = swapped ? width : height
    let block = 64
    return pixels.withUnsafeBufferPointer { buffer in
      GrayImage(width: outWidth, height: outHeight) { target in
        guard let source = buffer.baseAddress else { return }
        for top in stride(from: 0, to: outHeight, by: block) {
          let bottom = min(top + block, outHeight)
          for left in stride(from: 0, to: outWidth, by: block) {
            let right = min(left + block, outWidth)
            for y in top..<bottom {
              var from = source + (base + y * down + left * across)
              var to = target + (y * outWidth + left)
              for _ in left..<right {
                to.pointee = from.pointee
                to += 1
                from += across
              }
            }
          }
        }
      }
    }
  }
}
