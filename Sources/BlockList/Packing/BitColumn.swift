/// A column of whole numbers, each as its distance from the smallest, in as few bits as the greatest
/// distance needs.
///
/// Every value can be read without the ones before it, which makes binary search in packed bytes possible.
struct BitColumn: Equatable {
  /// The smallest value.
  var base: Int64 = 0
  /// Bits of a distance, 0–57: eight bytes read at any byte hold it.
  var width = 0

  /// The widest distance that eight bytes hold whatever bit it begins at.
  static let widest = 57

  /// A column that can hold values from `lowest` to `highest`.
  init(lowest: Int64, highest: Int64) {
    base = lowest
    width = UInt64.bitWidth - UInt64(bitPattern: highest &- lowest).leadingZeroBitCount
  }

  /// A column as it was written.
  init(base: Int64, width: Int) {
    self.base = base
    self.width = width
  }

  /// Bytes of `count` values.
  func byteCount(of count: Int) -> Int { (width * count + 7) / 8 }

  /// Appends values.
  func pack(_ values: some Sequence<Int64>, into bytes: inout [UInt8]) {
    guard width > 0 else { return }
    var pending: UInt64 = 0
    var filled = 0
    for value in values {
      // At most seven bits wait, and a distance has at most 57: together they fit.
      pending |= UInt64(bitPattern: value &- base) << UInt64(filled)
      filled += width
      while filled >= 8 {
        bytes.append(UInt8(truncatingIfNeeded: pending))
        pending >>= 8
        filled -= 8
      }
    }
    if filled > 0 { bytes.append(UInt8(truncatingIfNeeded: pending)) }
  }

  /// The value at `index` of a column that begins at byte `start`.
  ///
  /// Eight bytes past the column's end must be readable.
  @inline(__always)
  func value(at index: Int, of bytes: RawSpan, from start: Int) -> Int64 {
    guard width > 0 else { return base }
    let bit = index &* width
    let word = bytes.unsafeLoadUnaligned(fromByteOffset: start &+ (bit >> 3), as: UInt64.self)
    let mask = (UInt64(1) << UInt64(width)) &- 1
    return base &+ Int64(bitPattern: (UInt64(littleEndian: word) >> UInt64(bit & 7)) & mask)
  }
}
