extension AuditValue {
  /// The value's bytes, the same for equal values on every machine.
  public var canonical: [UInt8] {
    var bytes: [UInt8] = []
    write(to: &bytes)
    return bytes
  }

  /// ``canonical`` as text.
  public var canonicalText: String { String(decoding: canonical, as: UTF8.self) }

  /// Reads canonical bytes; anything else is refused, even where it is JSON.
  ///
  /// - Throws: ``CanonicalFault``.
  init(canonical bytes: [UInt8]) throws(CanonicalFault) {
    var reader = CanonicalReader(bytes)
    self = try reader.whole()
  }

  private func write(to bytes: inout [UInt8]) {
    switch self {
    case .text(let text): Self.write(text, to: &bytes)
    case .integer(let number): bytes += String(number).utf8
    case .boolean(let flag): bytes += (flag ? "true" : "false").utf8
    case .null: bytes += "null".utf8
    case .list(let values):
      bytes.append(UInt8(ascii: "["))
      for (index, value) in values.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        value.write(to: &bytes)
      }
      bytes.append(UInt8(ascii: "]"))
    case .object(let values):
      bytes.append(UInt8(ascii: "{"))
      let keys = values.keys.sorted { $0.utf16.lexicographicallyPrecedes($1.utf16) }
      for (index, key) in keys.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        Self.write(key, to: &bytes)
        bytes.append(UInt8(ascii: ":"))
        values[key, default: .null].write(to: &bytes)
      }
      bytes.append(UInt8(ascii: "}"))
    }
  }

  private static func write(_ text: String, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      if byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") {
        bytes += CanonicalEscape.escape(byte)
      } else {
        bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}

/// The escapes of canonical JSON: each character that needs one has exactly one.
enum CanonicalEscape {
  private static let short: [UInt8: UInt8] = [
    UInt8(ascii: "\""): UInt8(ascii: "\""), UInt8(ascii: "\\"): UInt8(ascii: "\\"),
    0x08: UInt8(ascii: "b"), 0x09: UInt8(ascii: "t"), 0x0A: UInt8(ascii: "n"),
    0x0C: UInt8(ascii: "f"), 0x0D: UInt8(ascii: "r"),
  ]

  /// What stands for `byte`, a control character, quotation mark or backslash.
  static func escape(_ byte: UInt8) -> [UInt8] {
    if let letter = short[byte] { return [UInt8(ascii: "\\"), letter] }
    return Array("\\u00".utf8) + Hexadecimal.bytes([byte])
  }

  /// The character that the escape with this letter behind the backslash stands for.
  static func character(_ letter: UInt8) -> UInt8? {
    short.first { $0.value == letter }?.key
  }
}
