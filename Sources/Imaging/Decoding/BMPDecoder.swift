/// Windows bitmaps, decoded here: Leptonica reads neither runs, masks nor rows from the top.
///
/// The fourth byte of 32-bit pixels is ignored; most writers leave it 0 without meaning transparent.
enum BMPDecoder {
  static func decode(_ view: ByteView, _ bmp: BMPStructure) throws(ImagingError) -> GrayImage {
    let stored: GrayImage
    switch bmp.coding {
    case .runs8, .runs4: stored = try runs(view, bmp)
    case .plain, .masks: stored = try rows(view, bmp)
    }
    return bmp.isTopDown ? stored : stored.oriented(4)
  }

  private static func shades(_ view: ByteView, _ bmp: BMPStructure) -> [UInt8] {
    (0..<256).map { index in
      let at = bmp.palette.at + index * bmp.palette.size
      guard index < bmp.palette.count, at + 3 <= bmp.dataStart, let blue = view.byte(at),
        let green = view.byte(at + 1), let red = view.byte(at + 2)
      else { return 255 }
      return Luma.gray(red: red, green: green, blue: blue)
    }
  }

  private static func rows(_ view: ByteView, _ bmp: BMPStructure) throws(ImagingError) -> GrayImage
  {
    let stride = (bmp.width * bmp.bits + 31) / 32 * 4
    guard view.holds(stride * (bmp.height - 1) + (bmp.width * bmp.bits + 7) / 8, at: bmp.dataStart)
    else { throw .truncated(.bmp, bytes: view.count) }
    let shades = shades(view, bmp)
    return view.bytes.withUnsafeBufferPointer { buffer in
      GrayImage(width: bmp.width, height: bmp.height) { target in
        guard let base = buffer.baseAddress else { return }
        for y in 0..<bmp.height {
          let line = base + bmp.dataStart + y * stride
          fillRow(target + y * bmp.width, from: line, bmp, shades)
        }
      }
    }
  }

  private static func fillRow(
    _ target: UnsafeMutablePointer<UInt8>, from line: UnsafePointer<UInt8>, _ bmp: BMPStructure,
    _ shades: [UInt8]
  ) {
    let size = bmp.bits / 8
    if case .masks(let red, let green, let blue) = bmp.coding {
      let channels = (Mask(red), Mask(green), Mask(blue))
      for x in 0..<bmp.width {
        var value = 0
        for index in 0..<size { value |= Int(line[x * size + index]) << (8 * index) }
        target[x] = Luma.gray(
          red: channels.0.level(value), green: channels.1.level(value),
          blue: channels.2.level(value))
      }
    } else if bmp.bits >= 24 {
      for x in 0..<bmp.width {
        let pixel = line + x * size
        target[x] = UInt8(
          truncatingIfNeeded: Luma.gray(UInt32(pixel[2]), UInt32(pixel[1]), UInt32(pixel[0])))
      }
    } else {
      let perByte = 8 / bmp.bits
      let mask = (1 << bmp.bits) - 1
      for x in 0..<bmp.width {
        let shift = 8 - bmp.bits * (x % perByte + 1)
        target[x] = shades[Int(line[x / perByte]) >> shift & mask]
      }
    }
  }

  /// Run-length coding; pixels that the runs leave out stay white.
  private static func runs(_ view: ByteView, _ bmp: BMPStructure) throws(ImagingError) -> GrayImage
  {
    let shades = shades(view, bmp)
    var canvas = [UInt8](repeating: 255, count: bmp.width * bmp.height)
    var (x, y, at) = (0, 0, bmp.dataStart)
    let isNibbles = bmp.bits == 4
    func put(_ index: Int) {
      if x < bmp.width, y < bmp.height { canvas[y * bmp.width + x] = shades[index] }
      x += 1
    }
    while y < bmp.height {
      guard let count = view.byte(at), let value = view.byte(at + 1) else {
        throw .truncated(.bmp, bytes: view.count)
      }
      at += 2
      if count > 0 {
        for step in 0..<count {
          put(isNibbles ? (step % 2 == 0 ? value >> 4 : value & 15) : value)
        }
        continue
      }
      switch value {
      case 0: (x, y) = (0, y + 1)
      case 1: y = bmp.height
      case 2:
        guard let right = view.byte(at), let up = view.byte(at + 1) else {
          throw .truncated(.bmp, bytes: view.count)
        }
        (x, y, at) = (x + right, y + up, at + 2)
      default:
        let length = isNibbles ? (value + 1) / 2 : value
        guard view.holds(length, at: at) else { throw .truncated(.bmp, bytes: view.count) }
        for step in 0..<value {
          let byte = Int(view.bytes[at + (isNibbles ? step / 2 : step)])
          put(isNibbles ? (step % 2 == 0 ? byte >> 4 : byte & 15) : byte)
        }
        at += length + length % 2
      }
    }
    return GrayImage(width: bmp.width, height: bmp.height, pixels: canvas)
  }
}

/// One channel's bits within a pixel, stretched to 0...255.
private struct Mask {
  let mask: Int
  let shift: Int
  let highest: Int

  init(_ mask: Int) {
    self.mask = mask
    shift = mask == 0 ? 0 : mask.trailingZeroBitCount
    highest = mask >> shift
  }

  func level(_ value: Int) -> Int {
    highest == 0 ? 0 : ((value & mask) >> shift) * 255 / highest
  }
}
