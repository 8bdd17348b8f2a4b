internal import Crypto
internal import Glibc

/// The station's Ed25519 key, by which heads of logs are signed. It says which machine, not who.
///
/// `station.key.pem` (PKCS#8, 0600) and `station.pub.pem` (SubjectPublicKeyInfo) lie in a folder of
/// their own (0700); `openssl pkey` reads both.
public struct StationKey: Sendable {
  /// The name of the private key's file.
  public static let privateFileName = "station.key.pem"
  /// The name of the public key's file.
  public static let publicFileName = "station.pub.pem"

  private let key: Curve25519.Signing.PrivateKey

  /// Makes a key; one that is there stays as it is, and the call fails.
  ///
  /// - Throws: ``CaseFileError`` `keyExists`, `keyUnsafe`, `fileUnwritable`.
  public static func create(inFolder folder: String) throws(CaseFileError) -> StationKey {
    try FileIO.makeFolder(folder)
    try KeyFolder.check(folder)
    let path = "\(folder)/\(privateFileName)"
    let key = StationKey(key: Curve25519.Signing.PrivateKey())
    let text = KeyPEM.privateText(Array(key.key.rawRepresentation))
    guard try KeyFolder.publish(Array(text.utf8), at: path, mode: 0o600) else {
      throw CaseFileError(
        .keyExists, "there is a station key already: \(Shown.path(path))",
        cure: "Use it. To begin anew, move it and \(publicFileName) to a safe place first: heads "
          + "that it signed can be checked with its public half alone.")
    }
    try key.publishPublicHalf(inFolder: folder)
    return key
  }

  /// Reads the key that ``create(inFolder:)`` made.
  ///
  /// - Throws: ``CaseFileError`` `keyMissing`; `keyUnsafe` when others can read or exchange it;
  ///   `keyDamaged`, also when the public key beside it is another's; `fileUnreadable`.
  public static func load(fromFolder folder: String) throws(CaseFileError) -> StationKey {
    let path = "\(folder)/\(privateFileName)"
    let text = try KeyFolder.privateText(path, folder: folder)
    guard let bytes = KeyPEM.privateKey(text),
      let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: bytes)
    else {
      throw CaseFileError(
        .keyDamaged, "\(Shown.path(path)) holds no private Ed25519 key in PEM (PKCS#8)",
        cure: "Bring the file back from a backup, or move it away and make another key.")
    }
    let station = StationKey(key: key)
    try station.publishPublicHalf(inFolder: folder)
    return station
  }

  /// The public half.
  public var publicKey: StationPublicKey {
    StationPublicKey(bytes: Array(key.publicKey.rawRepresentation))
  }

  /// The public half as SubjectPublicKeyInfo in PEM.
  public var publicPEM: String { publicKey.pem }

  /// The first 16 hexadecimal digits of the SHA-256 of the public half's SubjectPublicKeyInfo.
  public var identifier: String { publicKey.identifier }

  /// Signs `message`: 64 bytes, as `openssl pkeyutl -verify -rawin` checks them.
  ///
  /// - Throws: ``CaseFileError`` `keyDamaged` when the library refuses the key.
  public func sign(_ message: [UInt8]) throws(CaseFileError) -> [UInt8] {
    do {
      return Array(try key.signature(for: message))
    } catch {
      throw CaseFileError(
        .keyDamaged, "the station key could not sign", cure: "Check the key file.",
        detail: "\(error)")
    }
  }

  /// Writes the public half where it is missing; a kill may have come between the two files.
  private func publishPublicHalf(inFolder folder: String) throws(CaseFileError) {
    let path = "\(folder)/\(Self.publicFileName)"
    if try KeyFolder.publish(Array(publicPEM.utf8), at: path, mode: 0o644) { return }
    guard try StationPublicKey(path: path) == publicKey else {
      throw CaseFileError(
        .keyDamaged, "\(Shown.path(path)) is not the public half of the key beside it",
        cure: "Find out who exchanged one of the two; keep both files, and bring back the pair.")
    }
  }
}
