public import Imaging

/// Windows bitmaps for tests, built by hand.
public enum BMPFile {
  /// A file with a 40-byte header; `data` is written as it is.
  public static func bytes(
    width: Int, height: Int, bits: Int, compression: Int = 0, masks: [Int] = [],
    palette: [UInt8] = [], data: [UInt8]
  ) -> [UInt8] {
    let start = 54 + 4 * masks.count + 4 * palette.count
    var file = Array("BM".utf8) + little(start + data.count, 4) + [0, 0, 0, 0] + little(start, 4)
    file += little(40, 4) + little(width, 4) + little(height, 4) + little(1, 2) + little(bits, 2)
    file += little(compression, 4) + little(data.count, 4) + [UInt8](repeating: 0, count: 8)
    file += little(palette.count, 4) + little(0, 4)
    file += masks.flatMap { little($0, 4) }
    file += palette.flatMap { [$0, $0, $0, 0] }
    return file + data
  }

  /// A grey picture with 24 bits a pixel, rows upward.
  public static func bytes(of image: GrayImage) -> [UInt8] {
    let padding = [UInt8](repeating: 0, count: (4 - image.width * 3 % 4) % 4)
    let rows = (0..<image.height).reversed().flatMap { y in
      (0..<image.width).flatMap { x in [image[x, y], image[x, y], image[x, y]] } + padding
    }
    return bytes(width: image.width, height: image.height, bits: 24, data: Array(rows))
  }

  private static func little(_ value: Int, _ size: Int) -> [UInt8] {
    (0..<size).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }
}

/// GIF files for tests, built by hand with codes that are never compressed.
public enum GIFFile {
  /// A file whose one frame lies at a place on the screen; 128 shades of grey.
  public static func bytes(
    of image: GrayImage, screenWidth: Int? = nil, screenHeight: Int? = nil, x: Int = 0, y: Int = 0,
    isInterlaced: Bool = false, transparentShade: UInt8? = nil
  ) -> [UInt8] {
    var file = Array("GIF89a".utf8)
    file += little(screenWidth ?? image.width) + little(screenHeight ?? image.height)
    file += [0x80 | 6, 0, 0]
    for level in 0..<128 {
      let shade = UInt8(level * 2 + (level > 63 ? 1 : 0))
      file += [shade, shade, shade]
    }
    if let transparentShade {
      file += [0x21, 0xF9, 4, 1, 0, 0, transparentShade >> 1, 0]
    }
    file += [0x2C] + little(x) + little(y) + little(image.width) + little(image.height)
    file += [isInterlaced ? 0x40 : 0]
    let order =
      isInterlaced
      ? [(0, 8), (4, 8), (2, 4), (1, 2)].flatMap {
        Array(stride(from: $0, to: image.height, by: $1))
      }
      : Array(0..<image.height)
    let indices = order.flatMap { row in (0..<image.width).map { image[$0, row] >> 1 } }
    file += [7] + blocks(codes(indices))
    return file + [0x3B]
  }

  /// 8-bit codes: a clear code before every 100 indices keeps the code width at eight bits.
  private static func codes(_ indices: [UInt8]) -> [UInt8] {
    var codes: [UInt8] = []
    for (place, index) in indices.enumerated() {
      if place % 100 == 0 { codes.append(128) }
      codes.append(index)
    }
    return codes + [129]
  }

  private static func blocks(_ data: [UInt8]) -> [UInt8] {
    var file: [UInt8] = []
    for start in stride(from: 0, to: data.count, by: 255) {
      let part = data[start..<min(start + 255, data.count)]
      file += [UInt8(part.count)] + part
    }
    return file + [0]
  }

  private static func little(_ value: Int) -> [UInt8] {
    [UInt8(value & 255), UInt8(value >> 8)]
  }
}
