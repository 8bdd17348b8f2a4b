extension DERReader {
  /// A whole number from 0 up as small hexadecimal digits.
  ///
  /// - Throws: ``DERFault``, also for one of more than `limit` bytes.
  mutating func number(limit: Int) throws(DERFault) -> String {
    let bytes = try next(.integer)
    guard let first = bytes.first, bytes.count <= limit else {
      throw DERFault("a whole number has no byte or more than \(limit)")
    }
    guard first < 0x80 else { throw DERFault("a whole number is negative") }
    let second = bytes.dropFirst().first
    guard first != 0 || second.map({ $0 >= 0x80 }) ?? true else {
      throw DERFault("a whole number is longer than it needs to be")
    }
    return StagedFile.hexadecimal(first == 0 && bytes.count > 1 ? bytes.dropFirst() : bytes)
  }

  /// An object identifier as `1.2.840`.
  ///
  /// - Throws: ``DERFault``.
  mutating func identifier() throws(DERFault) -> String {
    let bytes = try next(.identifier)
    guard let last = bytes.last, last < 0x80, bytes.count <= 64 else {
      throw DERFault("an object identifier is empty, cut off or too long")
    }
    var arcs: [UInt64] = []
    var arc: UInt64 = 0
    var isInside = false
    for byte in bytes {
      guard isInside || byte != 0x80, arc >> 56 == 0 else {
        throw DERFault("an object identifier has a number that is too long")
      }
      arc = arc << 7 | UInt64(byte & 0x7F)
      isInside = byte >= 0x80
      guard !isInside else { continue }
      // The first two numbers are one.
      if arcs.isEmpty {
        let first = min(arc / 40, 2)
        arcs = [first, arc - first * 40]
      } else {
        arcs.append(arc)
      }
      arc = 0
    }
    return arcs.map(String.init).joined(separator: ".")
  }

  /// A time as `2026-11-21T10:15:30.123Z`; what is finer than milliseconds is left off.
  ///
  /// - Throws: ``DERFault`` for any other form than UTC with seconds (RFC 3161, 2.4.2).
  mutating func time() throws(DERFault) -> String {
    let fault = DERFault("a time is none, or not UTC with seconds")
    let bytes = Array(try next(.generalizedTime))
    guard (15...26).contains(bytes.count), bytes.last == UInt8(ascii: "Z") else { throw fault }
    let digits = bytes.prefix(14)
    var fraction = bytes.dropLast().dropFirst(14)
    if !fraction.isEmpty {
      guard fraction.popFirst() == UInt8(ascii: "."), let last = fraction.last,
        last != UInt8(ascii: "0")
      else { throw fault }
    }
    guard (digits + fraction).allSatisfy({ (0x30...0x39).contains($0) }) else { throw fault }
    func value(_ range: Range<Int>) -> Int {
      digits[range].reduce(0) { $0 * 10 + Int($1) - 0x30 }
    }
    let (year, month, day) = (value(0..<4), value(4..<6), value(6..<8))
    let isLeapYear = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let days = [31, isLeapYear ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    guard (1...12).contains(month), (1...days[month - 1]).contains(day), value(8..<10) < 24,
      value(10..<12) < 60, value(12..<14) < 60
    else { throw fault }
    let text = String(decoding: digits, as: UTF8.self)
    let milliseconds = String(decoding: Array(fraction.prefix(3)), as: UTF8.self)
    func part(_ range: Range<Int>) -> Substring {
      text.dropFirst(range.lowerBound).prefix(range.count)
    }
    return "\(part(0..<4))-\(part(4..<6))-\(part(6..<8))T\(part(8..<10)):\(part(10..<12)):"
      + "\(part(12..<14)).\(milliseconds)"
      + String(repeating: "0", count: 3 - milliseconds.utf8.count) + "Z"
  }
}
