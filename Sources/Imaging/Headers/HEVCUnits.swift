/// The units of coded HEVC data within a HEIF file, each after its length.
enum HEVCUnits {
  /// The units that fill `data`; `nil` if their lengths do not add up to it.
  static func list(_ view: ByteView, in data: Range<Int>, lengthSize: Int) -> [Range<Int>]? {
    var units: [Range<Int>] = []
    var at = data.lowerBound
    while at < data.upperBound {
      guard let length = view.number(at, size: lengthSize, littleEndian: false), length > 0,
        length <= data.upperBound - at - lengthSize
      else { return nil }
      units.append(at + lengthSize..<at + lengthSize + length)
      at += lengthSize + length
    }
    return units
  }

  /// Whether a unit has none of the byte runs that coded data never has.
  ///
  /// ITU-T H.265 section 7.4.2 forbids 00 00 00, 00 00 01 and 00 00 02 within a unit and 00 at its
  /// end. Parts of a copy that never arrived are zeros, and libde265 decodes over them in silence.
  static func isSound(_ view: ByteView, _ unit: Range<Int>) -> Bool {
    view.bytes.withUnsafeBufferPointer { bytes in
      guard let last = unit.last, bytes[last] != 0 else { return false }
      var at = unit.lowerBound + 2
      while at < unit.upperBound {
        // A byte above 2 can end no such run, and neither can the two before it begin the next.
        if bytes[at] > 2 {
          at += 3
        } else if bytes[at - 1] == 0, bytes[at - 2] == 0 {
          return false
        } else {
          at += 1
        }
      }
      return true
    }
  }
}
