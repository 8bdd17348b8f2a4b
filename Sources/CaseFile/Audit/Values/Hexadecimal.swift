/// Bytes as small hexadecimal digits, two a byte.
enum Hexadecimal {
  private static let digits = Array("0123456789abcdef".utf8)

  static func bytes(_ values: some Sequence<UInt8>) -> [UInt8] {
    values.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
  }

  static func text(_ values: some Sequence<UInt8>) -> String {
    String(decoding: bytes(values), as: UTF8.self)
  }

  /// The bytes that `text` stands for; nil unless it is of `count` bytes in small digits.
  static func read(_ text: some StringProtocol, count: Int) -> [UInt8]? {
    let source = Array(text.utf8)
    guard source.count == 2 * count else { return nil }
    var result: [UInt8] = []
    result.reserveCapacity(count)
    for index in stride(from: 0, to: source.count, by: 2) {
      guard let high = value(source[index]), let low = value(source[index + 1]) else { return nil }
      result.append(high << 4 | low)
    }
    return result
  }

  /// The value of a small hexadecimal digit.
  static func value(_ digit: UInt8) -> UInt8? {
    switch digit {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
    default: nil
    }
  }
}
