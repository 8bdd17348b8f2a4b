internal import Crypto
internal import Foundation

/// What a person proves with who he is: 256 random bits that the case keeps only the SHA-256 of.
public struct OperatorToken: Sendable, Hashable {
  /// What every token begins with, so that a leaked one is recognised.
  public static let prefix = "imk_"
  /// The bytes of a secret.
  static let byteCount = 32

  /// The person as events name him.
  public let person: String
  /// The token as it is typed, ``prefix`` and 43 letters of base64url (RFC 4648); shown once.
  public let secret: String

  /// A new token for a person.
  init(person: String) {
    self.person = person
    var generator = SystemRandomNumberGenerator()
    let bytes = (0..<Self.byteCount).map { _ in UInt8.random(in: 0...255, using: &generator) }
    secret =
      Self.prefix
      + Data(bytes).base64EncodedString().replacingOccurrences(of: "+", with: "-")
      .replacingOccurrences(of: "/", with: "_").replacingOccurrences(of: "=", with: "")
  }

  /// What a token is known by: the SHA-256 of its UTF-8.
  public static func digest(of secret: String) -> [UInt8] {
    Array(SHA256.hash(data: Data(secret.utf8)))
  }
}
