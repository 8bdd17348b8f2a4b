internal import Crypto

/// Secrets that people or programs hold, and what the station keeps of them.
enum Secret {
  private static let alphabet = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)

  /// A new secret from the system's generator, in base64url without padding.
  static func text(bytes: Int = 32) -> String {
    var generator = SystemRandomNumberGenerator()
    var bits: UInt32 = 0
    var count = 0
    var text: [UInt8] = []
    for _ in 0..<bytes {
      bits = bits << 8 | UInt32(UInt8.random(in: 0...255, using: &generator))
      count += 8
      while count >= 6 {
        count -= 6
        text.append(alphabet[Int(bits >> UInt32(count) & 63)])
      }
    }
    if count > 0 { text.append(alphabet[Int(bits << UInt32(6 - count) & 63)]) }
    return String(decoding: text, as: UTF8.self)
  }

  /// The SHA-256 of a secret: all that is kept of it, and all that is compared.
  static func digest(_ secret: String) -> [UInt8] {
    Array(SHA256.hash(data: Array(secret.utf8)))
  }
}

extension Secret {
  /// The SHA-256 of bytes.
  static func digest(_ bytes: [UInt8]) -> [UInt8] { Array(SHA256.hash(data: bytes)) }

  /// Bytes as small hexadecimal digits.
  static func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}
