/// Picture sizes as HEVC parameter sets announce them (ITU-T H.265 section 7.3.2.2).
///
/// The decoder allocates by these, whatever the container says, so they are checked first.
enum HEVCSize {
  /// The sizes in a decoder configuration record (`hvcC`, ISO/IEC 14496-15 section 8.3.3).
  static func sizes(_ view: ByteView, configuration: Range<Int>) -> [(width: Int, height: Int)] {
    var found: [(width: Int, height: Int)] = []
    var at = configuration.lowerBound + 22
    guard at < configuration.upperBound, let arrays = view.byte(at) else { return [] }
    at += 1
    for _ in 0..<arrays {
      guard at + 3 <= configuration.upperBound, let count = view.u16(at + 1) else { return found }
      at += 3
      for _ in 0..<count {
        guard at + 2 <= configuration.upperBound, let length = view.u16(at),
          at + 2 + length <= configuration.upperBound
        else { return found }
        if let size = size(view, unit: at + 2..<at + 2 + length) { found.append(size) }
        at += 2 + length
      }
    }
    return found
  }

  /// The size in one sequence parameter set; `nil` for any other unit.
  static func size(_ view: ByteView, unit: Range<Int>) -> (width: Int, height: Int)? {
    guard let first = view.byte(unit.lowerBound), unit.count > 2, first >> 1 & 0x3F == 33 else {
      return nil
    }
    var bits = BitReader(view, in: unit.lowerBound + 2..<unit.upperBound)
    bits.skip(4)
    guard let subLayers = bits.read(3) else { return nil }
    bits.skip(1 + 88 + 8)
    var present: [(profile: Bool, level: Bool)] = []
    for _ in 0..<subLayers {
      guard let flags = bits.read(2) else { return nil }
      present.append((flags & 2 != 0, flags & 1 != 0))
    }
    if subLayers > 0 { bits.skip(2 * (8 - subLayers)) }
    for layer in present { bits.skip((layer.profile ? 88 : 0) + (layer.level ? 8 : 0)) }
    guard bits.exponential() != nil, let chroma = bits.exponential() else { return nil }
    if chroma == 3 { bits.skip(1) }
    guard let width = bits.exponential(), let height = bits.exponential() else { return nil }
    return (width, height)
  }
}

/// Bits of a NAL unit, most significant first, without its emulation-prevention bytes.
private struct BitReader {
  private let bytes: [UInt8]
  private var at = 0

  init(_ view: ByteView, in range: Range<Int>) {
    var kept: [UInt8] = []
    var zeros = 0
    // The size stands in the first bytes; 512 hold the longest list of sub-layers.
    for byte in view.bytes[range].prefix(512) {
      if zeros >= 2, byte == 3 {
        zeros = 0
        continue
      }
      zeros = byte == 0 ? zeros + 1 : 0
      kept.append(byte)
    }
    bytes = kept
  }

  mutating func skip(_ count: Int) { at += count }

  mutating func read(_ count: Int) -> Int? {
    guard at + count <= bytes.count * 8 else { return nil }
    var value = 0
    for _ in 0..<count {
      value = value << 1 | Int(bytes[at / 8] >> (7 - at % 8) & 1)
      at += 1
    }
    return value
  }

  /// An Exp-Golomb number (H.265 section 9.2).
  mutating func exponential() -> Int? {
    var zeros = 0
    while let bit = read(1) {
      if bit == 1 { return read(zeros).map { (1 << zeros) - 1 + $0 } }
      zeros += 1
      if zeros > 32 { return nil }
    }
    return nil
  }
}
