internal import Crypto

/// The public half of a station's key: tells whether that station signed a head.
public struct StationPublicKey: Sendable, Hashable {
  private let bytes: [UInt8]

  init(bytes: [UInt8]) { self.bytes = bytes }

  /// Reads a public key as openssl writes it.
  ///
  /// - Throws: ``CaseFileError`` `keyDamaged`.
  public init(pem: String) throws(CaseFileError) {
    guard let bytes = KeyPEM.publicKey(pem) else {
      throw CaseFileError(
        .keyDamaged, "the text is no public Ed25519 key in PEM",
        cure: "Give the file station.pub.pem of the station that signed.")
    }
    self.bytes = bytes
  }

  /// Reads a file with a public key.
  ///
  /// - Throws: ``CaseFileError`` `keyMissing`, `keyDamaged`, `fileUnreadable`.
  public init(path: String) throws(CaseFileError) {
    guard let content = try FileIO.read(path, limit: 1 << 14) else {
      throw CaseFileError(
        .keyMissing, "there is no public key at \(Shown.path(path))",
        cure: "Give the file station.pub.pem of the station that signed.")
    }
    do {
      try self.init(pem: String(decoding: content, as: UTF8.self))
    } catch {
      throw CaseFileError(
        .keyDamaged, "\(Shown.path(path)) holds no public Ed25519 key in PEM", cure: error.cure)
    }
  }

  /// The key as SubjectPublicKeyInfo in PEM, which `openssl pkey -pubin` reads.
  public var pem: String { KeyPEM.publicText(bytes) }

  /// The first 16 hexadecimal digits of the SHA-256 of the key's SubjectPublicKeyInfo.
  public var identifier: String {
    Hexadecimal.text(Array(SHA256.hash(data: KeyPEM.publicInfo(bytes))).prefix(8))
  }

  /// Whether `signature` is this key's over `message`.
  public func isSignature(_ signature: [UInt8], of message: [UInt8]) -> Bool {
    guard let key = try? Curve25519.Signing.PublicKey(rawRepresentation: bytes) else {
      return false
    }
    return key.isValidSignature(signature, for: message)
  }
}
