/// A header's value with its parameters, as `form-data; name="a"; filename="b.jpg"`.
struct HeaderParameters: Hashable {
  /// What stands before the first semicolon, in small letters.
  let value: String
  /// The parameters by their names in small letters; what is quoted stands without its quotes.
  let parameters: [String: [UInt8]]

  private static let mostParameters = 16

  /// Nil for a value that no rule makes sense of, such as one with a parameter twice.
  init?(_ bytes: some Sequence<UInt8>) {
    let bytes = Array(bytes)
    // A backslash before a quote is an escape where curl wrote it, and the end of a name where a browser did.
    guard
      let parsed = Self.parse(bytes, hasEscapes: true) ?? Self.parse(bytes, hasEscapes: false)
    else { return nil }
    (value, parameters) = parsed
  }

  private static func parse(_ bytes: [UInt8], hasEscapes: Bool) -> (String, [String: [UInt8]])? {
    var scanner = Scanner(bytes: bytes)
    let value = scanner.token(alsoSlash: true)
    var parameters: [String: [UInt8]] = [:]
    while true {
      scanner.skipBlanks()
      if scanner.isAtEnd { return value.isEmpty ? nil : (value, parameters) }
      guard scanner.take(UInt8(ascii: ";")) else { return nil }
      scanner.skipBlanks()
      if scanner.isAtEnd { continue }
      let name = scanner.token(alsoSlash: false)
      guard !name.isEmpty, scanner.take(UInt8(ascii: "=")),
        let text = scanner.parameter(hasEscapes: hasEscapes), parameters[name] == nil,
        parameters.count < mostParameters
      else { return nil }
      parameters[name] = text
    }
  }
}

/// Reads the parts of a header's value one after another.
private struct Scanner {
  let bytes: [UInt8]
  var position = 0

  var isAtEnd: Bool { position == bytes.count }

  mutating func take(_ byte: UInt8) -> Bool {
    guard position < bytes.count, bytes[position] == byte else { return false }
    position += 1
    return true
  }

  mutating func skipBlanks() {
    while position < bytes.count, bytes[position] == 0x20 || bytes[position] == 0x09 {
      position += 1
    }
  }

  /// A word in small letters, empty when there is none.
  mutating func token(alsoSlash: Bool) -> String {
    skipBlanks()
    let start = position
    while position < bytes.count,
      HeaderToken.contains(bytes[position]) || alsoSlash && bytes[position] == UInt8(ascii: "/")
    {
      position += 1
    }
    return String(decoding: bytes[start..<position].map(HeaderToken.lowercased), as: UTF8.self)
  }

  /// A quoted text or a bare one, which ends at the next semicolon.
  mutating func parameter(hasEscapes: Bool) -> [UInt8]? {
    let quote = UInt8(ascii: "\"")
    let backslash = UInt8(ascii: "\\")
    guard take(quote) else {
      let start = position
      while position < bytes.count, bytes[position] != UInt8(ascii: ";") {
        guard bytes[position] != quote else { return nil }
        position += 1
      }
      var end = position
      while end > start, bytes[end - 1] == 0x20 || bytes[end - 1] == 0x09 { end -= 1 }
      return Array(bytes[start..<end])
    }
    var text: [UInt8] = []
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      if byte == quote { return text }
      if hasEscapes, byte == backslash, position < bytes.count,
        bytes[position] == quote || bytes[position] == backslash
      {
        text.append(bytes[position])
        position += 1
      } else {
        text.append(byte)
      }
    }
    return nil
  }
}

/// The characters of names in headers (RFC 9110, 5.6.2).
enum HeaderToken {
  private static let marks = Set("!#$%&'*+-.^_`|~".utf8)

  static func contains(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: marks.contains(byte)
    }
  }

  static func lowercased(_ byte: UInt8) -> UInt8 {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte + 32 : byte
  }
}
