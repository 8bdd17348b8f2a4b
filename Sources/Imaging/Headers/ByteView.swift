/// Bounds-checked reads of numbers and tags; anything outside the bytes is `nil`, never a crash.
struct ByteView: Sendable {
  let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var count: Int { bytes.count }

  func byte(_ at: Int) -> Int? {
    at >= 0 && at < bytes.count ? Int(bytes[at]) : nil
  }

  /// Whether `length` bytes from `at` lie inside.
  func holds(_ length: Int, at: Int) -> Bool {
    at >= 0 && length >= 0 && at <= bytes.count && length <= bytes.count - at
  }

  func u16(_ at: Int, littleEndian: Bool = false) -> Int? {
    number(at, size: 2, littleEndian: littleEndian)
  }

  func u32(_ at: Int, littleEndian: Bool = false) -> Int? {
    number(at, size: 4, littleEndian: littleEndian)
  }

  /// `nil` too for values above `Int.max`.
  func u64(_ at: Int, littleEndian: Bool = false) -> Int? {
    number(at, size: 8, littleEndian: littleEndian)
  }

  func u24(_ at: Int, littleEndian: Bool = false) -> Int? {
    number(at, size: 3, littleEndian: littleEndian)
  }

  /// An unsigned number of 1...8 bytes; 0 bytes read as 0.
  func number(_ at: Int, size: Int, littleEndian: Bool) -> Int? {
    guard size >= 0, size <= 8, holds(size, at: at) else { return nil }
    var value: UInt64 = 0
    for index in 0..<size {
      value = value << 8 | UInt64(bytes[at + (littleEndian ? size - 1 - index : index)])
    }
    return Int(exactly: value)
  }

  func i32(_ at: Int, littleEndian: Bool) -> Int? {
    u32(at, littleEndian: littleEndian).map { Int(Int32(truncatingIfNeeded: $0)) }
  }

  func i16(_ at: Int, littleEndian: Bool) -> Int? {
    u16(at, littleEndian: littleEndian).map { Int(Int16(truncatingIfNeeded: $0)) }
  }

  /// Whether the ASCII text stands at `at`.
  func has(_ text: StaticString, at: Int) -> Bool {
    let length = text.utf8CodeUnitCount
    guard holds(length, at: at) else { return false }
    return text.withUTF8Buffer { wanted in
      for index in 0..<length where bytes[at + index] != wanted[index] { return false }
      return true
    }
  }

  func has(_ wanted: [UInt8], at: Int) -> Bool {
    holds(wanted.count, at: at) && bytes[at..<at + wanted.count].elementsEqual(wanted)
  }

  /// A four-letter code as text, other bytes as `?`.
  func fourCC(_ at: Int) -> String? {
    guard holds(4, at: at) else { return nil }
    return String(
      bytes[at..<at + 4].map { (0x20...0x7E).contains($0) ? Character(UnicodeScalar($0)) : "?" })
  }
}
