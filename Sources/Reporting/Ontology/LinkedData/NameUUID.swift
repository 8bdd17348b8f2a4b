internal import Crypto

/// A UUID that follows from a name, so that the same thing has the same one in every export:
/// version 5 of RFC 9562, SHA-1 over a namespace and the name.
struct NameUUID: Hashable, Sendable, CustomStringConvertible {
  /// Sixteen bytes.
  let bytes: [UInt8]

  /// The namespace of all that the kit names; drawn once, never to change.
  static let kit = NameUUID(bytes: [
    0xE4, 0x73, 0x41, 0x36, 0x79, 0xF2, 0x45, 0x2B, 0xA1, 0x42, 0xC5, 0x4E, 0x40, 0x81, 0x70, 0x86,
  ])

  init(bytes: [UInt8]) { self.bytes = bytes }

  /// The UUID of `name` in a namespace.
  init(namespace: NameUUID, name: some Sequence<UInt8>) {
    var hash = Insecure.SHA1()
    hash.update(data: namespace.bytes)
    hash.update(data: Array(name))
    var bytes = Array(Array(hash.finalize()).prefix(16))
    bytes[6] = bytes[6] & 0x0F | 0x50
    bytes[8] = bytes[8] & 0x3F | 0x80
    self.bytes = bytes
  }

  /// The UUID of a name of several parts; no two sequences of parts make one name.
  init(namespace: NameUUID, parts: [String]) {
    self.init(
      namespace: namespace, name: parts.map { "\($0.utf8.count):\($0)" }.joined().utf8)
  }

  /// `8-4-4-4-12` small hexadecimal digits.
  var description: String {
    let digits = StagedFile.hexadecimal(bytes)
    var text = ""
    for (index, digit) in digits.enumerated() {
      if [8, 12, 16, 20].contains(index) { text.append("-") }
      text.append(digit)
    }
    return text
  }
}
