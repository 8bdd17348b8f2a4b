/// Builds PNG files by hand, any colour type and bit depth, with any side chunks.
public struct PNGFile: Sendable {
  /// Pixels across, as the header says.
  public var width: Int
  /// Pixels down, as the header says.
  public var height: Int
  /// Bits a sample.
  public var bitDepth: Int
  /// 0 grey, 2 RGB, 3 palette, 4 grey and alpha, 6 RGB and alpha.
  public var colourType: Int
  /// Packed rows without filter bytes.
  public var rows: [[UInt8]]
  /// Chunks before the picture data.
  public var sideChunks: [(type: String, data: [UInt8])] = []

  /// Makes a description of a file.
  public init(width: Int, height: Int, bitDepth: Int, colourType: Int, rows: [[UInt8]]) {
    self.width = width
    self.height = height
    self.bitDepth = bitDepth
    self.colourType = colourType
    self.rows = rows
  }

  /// The whole file; picture data is stored, not compressed.
  public var bytes: [UInt8] {
    var file: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    file += Self.chunk(
      "IHDR",
      Self.big(width) + Self.big(height) + [UInt8(bitDepth), UInt8(colourType), 0, 0, 0])
    for side in sideChunks { file += Self.chunk(side.type, side.data) }
    file += Self.chunk("IDAT", Self.stored(rows.flatMap { [0] + $0 }))
    return file + Self.chunk("IEND", [])
  }

  /// A chunk with length and check sum.
  public static func chunk(_ type: String, _ data: [UInt8]) -> [UInt8] {
    let content = Array(type.utf8) + data
    return big(data.count) + content + big(Int(crc(content)))
  }

  private static func big(_ value: Int) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
  }

  /// A zlib stream of stored blocks (RFC 1950, RFC 1951).
  private static func stored(_ data: [UInt8]) -> [UInt8] {
    var stream: [UInt8] = [0x78, 0x01]
    var at = 0
    repeat {
      let end = min(at + 65_535, data.count)
      let length = end - at
      stream.append(end == data.count ? 1 : 0)
      stream += [UInt8(length & 255), UInt8(length >> 8)]
      stream += [UInt8(~length & 255), UInt8(~length >> 8 & 255)]
      stream += data[at..<end]
      at = end
    } while at < data.count
    var (a, b) = (1, 0)
    for byte in data {
      a = (a + Int(byte)) % 65_521
      b = (b + a) % 65_521
    }
    return stream + big(b << 16 | a)
  }

  private static func crc(_ bytes: [UInt8]) -> UInt32 {
    var sum: UInt32 = .max
    for byte in bytes {
      sum ^= UInt32(byte)
      for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
    }
    return ~sum
  }
}
