internal import Crypto
internal import Foundation

/// SHA-256 digests as texts and as rows hold them.
enum PhotoDigest {
  /// The bytes of 64 hexadecimal digits.
  ///
  /// - Throws: ``CaseFileError`` `badValue`.
  static func bytes(_ text: String) throws -> Data {
    guard let bytes = Hexadecimal.read(text.lowercased(), count: 32) else {
      throw CaseFileError(
        .badValue, "“\(CaseText.shown(text, limit: 80))” is no SHA-256",
        cure: "Give 64 hexadecimal digits.")
    }
    return Data(bytes)
  }

  /// 64 small hexadecimal digits.
  static func text(_ bytes: Data) -> String { Hexadecimal.text(bytes) }

  /// 64 small hexadecimal digits, without an allocation a byte.
  static func text(_ bytes: SIMD32<UInt8>) -> String {
    String(unsafeUninitializedCapacity: 64) { buffer in
      for index in bytes.indices {
        buffer[2 * index] = digit(bytes[index] >> 4)
        buffer[2 * index + 1] = digit(bytes[index] & 15)
      }
      return 64
    }
  }

  private static func digit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
  }

  /// SHA-256 of a text's UTF-8.
  static func of(_ text: String) -> Data { Data(SHA256.hash(data: Data(text.utf8))) }

  /// SHA-256 of bytes.
  static func of(bytes: [UInt8]) -> Data { Data(SHA256.hash(data: bytes)) }

  /// What paths are looked up by: the first eight bytes of their SHA-256.
  static func key(of path: [UInt8]) -> Int64 {
    SHA256.hash(data: path).withUnsafeBytes { Int64(bitPattern: $0.load(as: UInt64.self)) }
  }
}
