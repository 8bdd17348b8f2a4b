/// The chunks of a PNG file, walked without decoding (ISO/IEC 15948 section 5).
struct PNGStructure: Sendable {
  var width = 0
  var height = 0
  var bitDepth = 0
  var colourType = 0
  var exif = ExifFields()
  /// The grey or RGB value that a tRNS chunk of colour type 0 or 2 makes transparent.
  var transparentSamples: [Int] = []
  /// Whole chunks that the decoder needs, in order.
  private var needed: [Range<Int>] = []
  private var hasPalette = false
  private var hasData = false
  private var isComplete = false

  init(_ view: ByteView) throws(ImagingError) {
    guard view.holds(33, at: 0) else { throw .truncated(.png, bytes: view.count) }
    guard view.u32(8) == 13, view.has("IHDR", at: 12) else {
      throw .damaged(.png, "its first chunk is no header")
    }
    width = view.u32(16) ?? 0
    height = view.u32(20) ?? 0
    bitDepth = view.byte(24) ?? 0
    colourType = view.byte(25) ?? 0
    guard width <= Int(Int32.max), height <= Int(Int32.max) else {
      throw .damaged(.png, "its header announces \(width) × \(height) pixels")
    }
    guard [1, 2, 4, 8, 16].contains(bitDepth), [0, 2, 3, 4, 6].contains(colourType) else {
      throw .damaged(.png, "no such colour type (\(colourType), \(bitDepth) bits)")
    }
    walk(view)
  }

  private mutating func walk(_ view: ByteView) {
    needed.append(8..<33)
    var at = 33
    while let length = view.u32(at), view.holds(length + 12, at: at) {
      let chunk = at..<at + length + 12
      switch view.fourCC(at + 4) {
      case "PLTE" where !hasPalette && !hasData:
        hasPalette = true
        needed.append(chunk)
      case "IDAT":
        hasData = true
        needed.append(chunk)
      case "tRNS" where !hasData && (hasPalette || colourType != 3):
        if colourType == 3 {
          needed.append(chunk)
        } else {
          transparentSamples = stride(from: 0, to: min(length, 6) - 1, by: 2)
            .compactMap { view.u16(at + 8 + $0) }
        }
      case "eXIf": exif = ExifFields(view, in: at + 8..<at + 8 + length)
      case "IEND":
        needed.append(chunk)
        isComplete = true
        return
      default: break
      }
      at = chunk.upperBound
    }
  }

  /// The file with nothing but header, palette, picture data and end.
  ///
  /// Colour profiles, texts and other side chunks can be spoilt or swell when unpacked; libpng also
  /// prints about them on stderr. Grey and RGB transparency is applied here, not by the library.
  func essentials(of view: ByteView) throws(ImagingError) -> [UInt8] {
    guard isComplete else { throw .truncated(.png, bytes: view.count) }
    guard hasData, hasPalette || colourType != 3 else {
      throw .damaged(.png, hasData ? "it has no palette" : "it holds no picture data")
    }
    var bytes: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    bytes.reserveCapacity(view.count)
    for chunk in needed { bytes.append(contentsOf: view.bytes[chunk]) }
    return bytes
  }

  /// Throws if a chunk's check sum does not fit its content, naming the chunk.
  ///
  /// libpng checks too, but cannot say where, and prints to stderr.
  func verify(_ view: ByteView) throws(ImagingError) {
    for chunk in needed {
      let sum = CheckSum.crc32(view, in: chunk.lowerBound + 4..<chunk.upperBound - 4)
      guard view.u32(chunk.upperBound - 4) == Int(sum) else {
        let name = view.fourCC(chunk.lowerBound + 4) ?? ""
        throw .damaged(.png, "its \(name) chunk at byte \(chunk.lowerBound) fails its check sum")
      }
    }
  }
}

/// CRC-32 as PNG uses it (ISO/IEC 15948 annex D), eight bytes a step.
private enum CheckSum {
  /// Entry `256 k + b`: byte `b` followed by `k` zero bytes.
  private static let table: [UInt32] = {
    var table: [UInt32] = []
    for byte: UInt32 in 0..<256 {
      var sum = byte
      for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
      table.append(sum)
    }
    for index in 256..<2048 {
      let before = table[index - 256]
      table.append(before >> 8 ^ table[Int(before & 255)])
    }
    return table
  }()

  static func crc32(_ view: ByteView, in range: Range<Int>) -> UInt32 {
    view.bytes.withUnsafeBytes { bytes in
      table.withUnsafeBufferPointer { table in
        var sum: UInt32 = .max
        var at = range.lowerBound
        while at + 8 <= range.upperBound {
          let word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self))
          let mixed = word ^ UInt64(sum)
          sum = 0
          for place in 0..<8 {
            let byte = Int(truncatingIfNeeded: mixed >> UInt64(8 * place) & 255)
            sum ^= table[256 &* (7 &- place) &+ byte]
          }
          at += 8
        }
        while at < range.upperBound {
          sum = sum >> 8 ^ table[Int((sum ^ UInt32(bytes[at])) & 255)]
          at += 1
        }
        return ~sum
      }
    }
  }
}
