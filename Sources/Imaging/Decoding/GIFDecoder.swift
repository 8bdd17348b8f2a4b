/// The first frame of a GIF, decoded here: Leptonica unpacks every frame and drops transparency.
enum GIFDecoder {
  static func decode(_ view: ByteView, _ gif: GIFStructure) throws(ImagingError) -> GrayImage {
    let frame = gif.frame
    guard frame.width > 0, frame.height > 0 else { throw .damaged(.gif, "its frame is empty") }
    guard frame.x + frame.width <= gif.width, frame.y + frame.height <= gif.height else {
      throw .damaged(.gif, "its frame is larger than the picture")
    }
    let shades = shades(view, gif)
    let indices = try unpack(view, from: gif.dataStart, count: frame.width * frame.height)
    let order = gif.isInterlaced ? interlacedRows(frame.height) : Array(0..<frame.height)
    var canvas = [UInt8](repeating: 255, count: gif.width * gif.height)
    for (stored, row) in order.enumerated() {
      let to = (frame.y + row) * gif.width + frame.x
      let from = stored * frame.width
      for x in 0..<frame.width { canvas[to + x] = shades[Int(indices[from + x])] }
    }
    return GrayImage(width: gif.width, height: gif.height, pixels: canvas)
  }

  /// Indices without a colour and the transparent one are white.
  private static func shades(_ view: ByteView, _ gif: GIFStructure) -> [UInt8] {
    (0..<256).map { index in
      let at = gif.palette.at + 3 * index
      guard index < gif.palette.count, index != gif.transparentIndex, let red = view.byte(at),
        let green = view.byte(at + 1), let blue = view.byte(at + 2)
      else { return 255 }
      return Luma.gray(red: red, green: green, blue: blue)
    }
  }

  private static func interlacedRows(_ height: Int) -> [Int] {
    [(0, 8), (4, 8), (2, 4), (1, 2)].flatMap { first, step in
      Array(stride(from: first, to: height, by: step))
    }
  }

  /// Unpacks LZW codes (GIF89a, appendix F) into exactly `count` colour indices.
  private static func unpack(
    _ view: ByteView, from start: Int, count: Int
  ) throws(ImagingError) -> [UInt8] {
    guard let codeSize = view.byte(start) else { throw .truncated(.gif, bytes: view.count) }
    guard (1...11).contains(codeSize) else { throw .damaged(.gif, "its code size is \(codeSize)") }
    var table = LZWTable(codeSize: codeSize)
    var blocks = BlockReader(view: view, at: start + 1)
    // Grown as data arrives: a header alone must not make this allocate.
    var output: [UInt8] = []
    while output.count < count {
      guard let code = blocks.code(bits: table.width) else {
        throw .truncated(.gif, bytes: view.count)
      }
      if code == table.endCode {
        throw .damaged(.gif, "its data ends after \(output.count) of \(count) pixels")
      }
      guard table.append(code, to: &output) else {
        throw .damaged(.gif, "an impossible code stands before byte \(blocks.at)")
      }
    }
    if output.count > count { output.removeLast(output.count - count) }
    return output
  }
}

/// Bits across the data blocks of a frame, lowest first.
private struct BlockReader {
  let view: ByteView
  var at: Int
  private var left = 0
  private var buffer = 0
  private var held = 0

  init(view: ByteView, at: Int) {
    self.view = view
    self.at = at
  }

  mutating func code(bits: Int) -> Int? {
    while held < bits {
      if left == 0 {
        guard let length = view.byte(at), length > 0 else { return nil }
        left = length
        at += 1
      }
      guard let byte = view.byte(at) else { return nil }
      at += 1
      left -= 1
      buffer |= byte << held
      held += 8
    }
    defer {
      buffer >>= bits
      held -= bits
    }
    return buffer & ((1 << bits) - 1)
  }
}

/// The growing code table: every entry is an earlier entry and one more index.
private struct LZWTable {
  let clearCode: Int
  let endCode: Int
  var width: Int
  private let codeSize: Int
  private var prefix = [Int](repeating: -1, count: 4096)
  private var last = [UInt8](repeating: 0, count: 4096)
  private var length = [Int](repeating: 1, count: 4096)
  private var next: Int
  private var previous = -1

  init(codeSize: Int) {
    self.codeSize = codeSize
    clearCode = 1 << codeSize
    endCode = clearCode + 1
    next = clearCode + 2
    width = codeSize + 1
    for index in 0..<min(256, clearCode) { last[index] = UInt8(index) }
  }

  /// Appends what `code` stands for; `false` if it stands for nothing.
  mutating func append(_ code: Int, to output: inout [UInt8]) -> Bool {
    if code == clearCode {
      next = clearCode + 2
      width = codeSize + 1
      previous = -1
      return true
    }
    if previous < 0 {
      guard code < clearCode else { return false }
      output.append(last[code])
      previous = code
      return true
    }
    guard code < next || code == next && next < 4096 else { return false }
    let first = firstIndex(of: code < next ? code : previous)
    if next < 4096 {
      prefix[next] = previous
      last[next] = first
      length[next] = length[previous] + 1
      next += 1
      if next == 1 << width, width < 12 { width += 1 }
    }
    write(code, to: &output)
    previous = code
    return true
  }

  private func firstIndex(of code: Int) -> UInt8 {
    var code = code
    while prefix[code] >= 0 && code > endCode { code = prefix[code] }
    return last[code]
  }

  private func write(_ code: Int, to output: inout [UInt8]) {
    let count = length[code]
    let end = output.count + count
    output.append(contentsOf: repeatElement(0, count: count))
    var code = code
    for place in stride(from: end - 1, through: end - count, by: -1) {
      output[place] = last[code]
      code = code > endCode ? prefix[code] : code
    }
  }
}
