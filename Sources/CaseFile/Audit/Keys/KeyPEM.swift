internal import Foundation

/// Ed25519 keys in the PEM that openssl writes: RFC 8410 in RFC 7468's armour.
enum KeyPEM {
  /// What stands before the 32 bytes of a private key (PKCS#8) or public key (SubjectPublicKeyInfo).
  private static let privateLead: [UInt8] = [
    0x30, 0x2E, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2B, 0x65, 0x70, 0x04, 0x22, 0x04, 0x20,
  ]
  private static let publicLead: [UInt8] = [
    0x30, 0x2A, 0x30, 0x05, 0x06, 0x03, 0x2B, 0x65, 0x70, 0x03, 0x21, 0x00,
  ]
  private static let length = 32

  static func privateText(_ key: [UInt8]) -> String { armour(privateLead + key, "PRIVATE KEY") }

  static func publicText(_ key: [UInt8]) -> String { armour(publicInfo(key), "PUBLIC KEY") }

  /// The key as SubjectPublicKeyInfo.
  static func publicInfo(_ key: [UInt8]) -> [UInt8] { publicLead + key }

  /// The 32 bytes of a private key; nil for anything else.
  static func privateKey(_ text: String) -> [UInt8]? {
    key(text, "PRIVATE KEY", lead: privateLead)
  }

  /// The 32 bytes of a public key; nil for anything else.
  static func publicKey(_ text: String) -> [UInt8]? { key(text, "PUBLIC KEY", lead: publicLead) }

  private static func armour(_ bytes: [UInt8], _ label: String) -> String {
    let text = Data(bytes).base64EncodedString()
    return "-----BEGIN \(label)-----\n\(text)\n-----END \(label)-----\n"
  }

  private static func key(_ text: String, _ label: String, lead: [UInt8]) -> [UInt8]? {
    let lines = text.split(whereSeparator: \.isNewline).map {
      $0.trimmingCharacters(in: .whitespaces)
    }.filter { !$0.isEmpty }
    guard lines.first == "-----BEGIN \(label)-----", lines.last == "-----END \(label)-----",
      let data = Data(base64Encoded: lines.dropFirst().dropLast().joined())
    else { return nil }
    let bytes = Array(data)
    guard bytes.count == lead.count + length, bytes.starts(with: lead) else { return nil }
    return Array(bytes[lead.count...])
  }
}
