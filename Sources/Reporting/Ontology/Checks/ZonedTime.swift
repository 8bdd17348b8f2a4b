internal import BlockList

/// A time of XML Schema's `dateTime` that says in which zone it is, to compare with others.
struct ZonedTime: Hashable, Comparable, Sendable {
  /// UTC, since the beginning of 1990.
  private let seconds: Int
  /// Nanoseconds into the second; what is finer is dropped.
  private let nanoseconds: Int

  /// The time that `YYYY-MM-DDTHH:MM:SS[.F…](Z|±HH:MM)` says; nil for anything else, a time
  /// without its zone included.
  init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count >= 20, bytes.count <= 60, let day = try? ListDate(text.prefix(10)),
      bytes[10] == UInt8(ascii: "T"), let clock = Self.clock(bytes[11..<19])
    else { return nil }
    var rest = bytes[19...]
    var fraction = 0
    if rest.first == UInt8(ascii: ".") {
      let digits = rest.dropFirst().prefix { Self.isDigit($0) }
      guard !digits.isEmpty else { return nil }
      for place in 0..<9 {
        let index = digits.startIndex + place
        fraction = fraction * 10 + (digits.indices.contains(index) ? Int(digits[index] - 0x30) : 0)
      }
      rest = rest.dropFirst(digits.count + 1)
    }
    guard let offset = Self.offset(rest) else { return nil }
    seconds = day.daysSince1990 * 86_400 + clock - offset
    nanoseconds = fraction
  }

  /// Order in time.
  static func < (left: Self, right: Self) -> Bool {
    (left.seconds, left.nanoseconds) < (right.seconds, right.nanoseconds)
  }

  /// Seconds of `HH:MM:SS`.
  private static func clock(_ bytes: ArraySlice<UInt8>) -> Int? {
    let parts = bytes.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    guard parts.count == 3, let hours = pair(parts[0], below: 24),
      let minutes = pair(parts[1], below: 60), let seconds = pair(parts[2], below: 60)
    else { return nil }
    return hours * 3_600 + minutes * 60 + seconds
  }

  /// Seconds that a zone is ahead of UTC.
  private static func offset(_ bytes: ArraySlice<UInt8>) -> Int? {
    if bytes.elementsEqual([UInt8(ascii: "Z")]) { return 0 }
    guard bytes.count == 6, let sign = bytes.first,
      sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-"),
      bytes[bytes.startIndex + 3] == UInt8(ascii: ":"),
      let hours = pair(bytes.dropFirst().prefix(2), below: 15),
      let minutes = pair(bytes.suffix(2), below: 60), hours * 60 + minutes <= 14 * 60
    else { return nil }
    let offset = hours * 3_600 + minutes * 60
    return sign == UInt8(ascii: "-") ? -offset : offset
  }

  private static func pair(_ bytes: ArraySlice<UInt8>, below limit: Int) -> Int? {
    guard bytes.count == 2, bytes.allSatisfy(isDigit) else { return nil }
    let value = bytes.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    return value < limit ? value : nil
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
