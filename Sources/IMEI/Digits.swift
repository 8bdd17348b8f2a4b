/// Decimal digits between text and numbers, without Foundation and without allocation on the way in.
@usableFromInline
enum Digits {
  /// The number that `bytes` spell, when all of them are ASCII digits and there are at most 18.
  @usableFromInline
  static func value(of bytes: Span<UInt8>) -> UInt64? {
    guard (1...18).contains(bytes.count) else { return nil }
    var value: UInt64 = 0
    for index in bytes.indices {
      let digit = bytes[index] &- 0x30
      guard digit <= 9 else { return nil }
      value = value &* 10 &+ UInt64(digit)
    }
    return value
  }

  /// `value` as decimal text, filled with zeros on the left to `width` characters.
  static func text(_ value: UInt64, width: Int) -> String {
    String(unsafeUninitializedCapacity: width) { buffer in
      var rest = value
      for index in stride(from: width - 1, through: 0, by: -1) {
        buffer[index] = UInt8(truncatingIfNeeded: 0x30 + rest % 10)
        rest /= 10
      }
      return width
    }
  }

  /// The digit values of `text`, or `nil` when it holds anything but ASCII digits.
  static func values(of text: some StringProtocol) -> [UInt8]? {
    var values: [UInt8] = []
    values.reserveCapacity(text.utf8.count)
    for byte in text.utf8 {
      let digit = byte &- 0x30
      guard digit <= 9 else { return nil }
      values.append(digit)
    }
    return values
  }

  /// ASCII text of digit values.
  static func text(_ values: some Sequence<UInt8>) -> String {
    var text = ""
    for value in values { text.unicodeScalars.append(Unicode.Scalar(0x30 + value % 10)) }
    return text
  }

  /// Runs `body` over the UTF-8 bytes of `text`, copying only when they are not contiguous.
  @inlinable
  static func withBytes<Result>(
    of text: some StringProtocol, _ body: (Span<UInt8>) -> Result
  ) -> Result {
    let direct = text.utf8.withContiguousStorageIfAvailable { body($0.span) }
    if let direct { return direct }
    var copy = String(text)
    return copy.withUTF8 { body($0.span) }
  }
}
