/// Turns UTF-16 into UTF-8, chunk by chunk.
///
/// A surrogate without its partner and a last half unit become the byte FF, which no valid UTF-8
/// holds, so that the row they stand in is refused and not its meaning changed.
struct UTF16Converter {
  private let bigEndian: Bool
  private var pendingByte: UInt8?
  private var pendingHigh: UInt32?
  private static let invalid: UInt8 = 0xFF

  init(bigEndian: Bool) { self.bigEndian = bigEndian }

  /// Appends `bytes` to `buffer` as UTF-8; half a unit or pair waits for the next call.
  mutating func convert(_ bytes: ArraySlice<UInt8>, into buffer: inout [UInt8]) {
    for byte in bytes {
      guard let first = pendingByte else {
        pendingByte = byte
        continue
      }
      pendingByte = nil
      let (high, low) = bigEndian ? (first, byte) : (byte, first)
      append(unit: UInt32(high) << 8 | UInt32(low), to: &buffer)
    }
  }

  /// Writes what still waits, at the end of the file.
  mutating func finish(into buffer: inout [UInt8]) {
    if pendingHigh != nil { buffer.append(Self.invalid) }
    if pendingByte != nil { buffer.append(Self.invalid) }
    pendingHigh = nil
    pendingByte = nil
  }

  private mutating func append(unit: UInt32, to buffer: inout [UInt8]) {
    if let high = pendingHigh {
      pendingHigh = nil
      if (0xDC00...0xDFFF).contains(unit) {
        append(scalar: 0x10000 + (high - 0xD800) << 10 + (unit - 0xDC00), to: &buffer)
        return
      }
      buffer.append(Self.invalid)
    }
    switch unit {
    case 0xD800...0xDBFF: pendingHigh = unit
    case 0xDC00...0xDFFF: buffer.append(Self.invalid)
    default: append(scalar: unit, to: &buffer)
    }
  }

  private func append(scalar value: UInt32, to buffer: inout [UInt8]) {
    if value < 0x80 {
      buffer.append(UInt8(value))
    } else if let scalar = Unicode.Scalar(value) {
      buffer.append(contentsOf: scalar.utf8)
    }
  }
}
