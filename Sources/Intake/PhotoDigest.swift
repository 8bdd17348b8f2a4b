internal import Crypto

/// The SHA-256 by which a photo is known, as 64 small hexadecimal digits.
struct PhotoDigest {
  private var hash = SHA256()

  mutating func update(_ bytes: [UInt8]) {
    hash.update(data: bytes)
  }

  func finish() -> String {
    let digits = Array("0123456789abcdef".utf8)
    return String(
      decoding: hash.finalize().flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] },
      as: UTF8.self)
  }

  static func sha256(of bytes: [UInt8]) -> String {
    var digest = PhotoDigest()
    digest.update(bytes)
    return digest.finish()
  }
}
