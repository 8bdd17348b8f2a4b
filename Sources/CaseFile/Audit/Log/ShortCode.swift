/// The code by which a head is printed and compared: 80 bits of its hash in base32 (RFC 4648).
enum ShortCode {
  /// How many bytes of the hash it tells.
  static let byteCount = 10

  private static let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".utf8)

  static func text(_ hash: [UInt8]) -> String {
    var bits: UInt32 = 0
    var count = 0
    var result: [UInt8] = []
    var written = 0
    for byte in hash.prefix(byteCount) {
      bits = bits << 8 | UInt32(byte)
      count += 8
      while count >= 5 {
        if written > 0, written % 4 == 0 { result.append(UInt8(ascii: "-")) }
        result.append(letters[Int(bits >> UInt32(count - 5) & 31)])
        written += 1
        count -= 5
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// The bytes of a code as typed: small or capital letters, hyphens and spaces anywhere.
  static func bytes(_ typed: String) -> [UInt8]? {
    var bits: UInt32 = 0
    var count = 0
    var result: [UInt8] = []
    for byte in typed.utf8 where byte != UInt8(ascii: "-") && byte != UInt8(ascii: " ") {
      let capital = (0x61...0x7A).contains(byte) ? byte - 0x20 : byte
      guard let value = letters.firstIndex(of: capital) else { return nil }
      bits = bits << 5 | UInt32(value)
      count += 5
      if count >= 8 {
        result.append(UInt8(truncatingIfNeeded: bits >> UInt32(count - 8)))
        count -= 8
      }
    }
    return result.count == byteCount && count == 0 ? result : nil
  }
}
