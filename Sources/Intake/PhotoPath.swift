/// A file's path as the bytes the system holds; names need not be valid UTF-8.
///
/// In JSON a path is a text with bytes that are no UTF-8 replaced by U+FFFD, and, only when there
/// are such bytes, the exact bytes percent-encoded beside it (see ``percentEncoded``).
public struct PhotoPath: Hashable, Sendable, Comparable {
  /// The path's bytes, without the closing zero.
  public let bytes: [UInt8]

  /// A path of exactly these bytes, cut before a zero byte if there is one.
  public init(bytes: some Sequence<UInt8>) {
    self.bytes = Array(bytes.prefix { $0 != 0 })
  }

  /// A path from text, as UTF-8.
  public init(_ text: String) {
    self.init(bytes: text.utf8)
  }

  /// A path from its two JSON fields: the exact bytes win over the text.
  ///
  /// Returns nil when the path would be empty, holds a zero byte or is badly encoded.
  public init?(text: String, percentEncoded: String?) {
    if let percentEncoded {
      guard let bytes = Self.decodePercent(percentEncoded) else { return nil }
      self.bytes = bytes
    } else {
      self.bytes = Array(text.utf8)
    }
    if bytes.isEmpty || bytes.contains(0) { return nil }
  }

  /// The path as text; bytes that are no UTF-8 are shown as U+FFFD.
  public var text: String { String(decoding: bytes, as: UTF8.self) }

  /// The exact bytes with everything but letters, digits and `/._-` as `%XX`; nil when ``text``
  /// already says everything.
  public var percentEncoded: String? {
    if String(validating: bytes, as: UTF8.self) != nil { return nil }
    let hex = Array("0123456789ABCDEF".utf8)
    var out: [UInt8] = []
    for byte in bytes {
      if Self.isPlain(byte) {
        out.append(byte)
      } else {
        out += [UInt8(ascii: "%"), hex[Int(byte >> 4)], hex[Int(byte & 15)]]
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// The path for messages to people: line ends, control and reordering characters as `\u{…}`.
  public var quoted: String {
    var out = "“"
    for scalar in text.unicodeScalars {
      if scalar.isHazardous {
        out += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
      } else {
        out.unicodeScalars.append(scalar)
      }
    }
    return out + "”"
  }

  /// The bytes after the last slash.
  public var name: ArraySlice<UInt8> {
    guard let slash = bytes.lastIndex(of: UInt8(ascii: "/")) else { return bytes[...] }
    return bytes[(slash + 1)...]
  }

  /// What follows the name's last dot, in ASCII small letters; empty when there is no dot, or only
  /// a leading one.
  public var lowercasedExtension: String {
    guard let dot = name.lastIndex(of: UInt8(ascii: ".")), dot > name.startIndex else { return "" }
    return String(decoding: name[(dot + 1)...], as: UTF8.self).lowercased()
  }

  /// This folder's path with one name below it.
  public func appending(_ name: some Collection<UInt8>) -> PhotoPath {
    if bytes.isEmpty { return PhotoPath(bytes: name) }
    let separator = bytes.last == UInt8(ascii: "/") ? [] : [UInt8(ascii: "/")]
    return PhotoPath(bytes: bytes + separator + name)
  }

  /// The same path without empty and `.` components and without a closing slash.
  ///
  /// `..` stays: behind a symbolic link it does not mean what the text says.
  public var normalized: PhotoPath {
    let slash = UInt8(ascii: "/")
    let parts = bytes.split(separator: slash).filter { $0 != [UInt8(ascii: ".")] }
    let body = Array(parts.joined(separator: [slash]))
    if bytes.first == slash { return PhotoPath(bytes: [slash] + body) }
    return body.isEmpty && !bytes.isEmpty ? PhotoPath(".") : PhotoPath(bytes: body)
  }

  /// Bytewise order, so that it does not depend on a locale.
  public static func < (left: PhotoPath, right: PhotoPath) -> Bool {
    left.bytes.lexicographicallyPrecedes(right.bytes)
  }

  /// Calls `body` with the path as a C string.
  func withCString<Result>(_ body: (UnsafePointer<CChar>) throws -> Result) rethrows -> Result {
    try (bytes + [0]).withUnsafeBytes { buffer in
      guard let start = buffer.bindMemory(to: CChar.self).baseAddress else {
        return try "".withCString(body)
      }
      return try body(start)
    }
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"), UInt8(ascii: "."),
      UInt8(ascii: "_"), UInt8(ascii: "-"):
      true
    default: false
    }
  }

  private static func decodePercent(_ text: String) -> [UInt8]? {
    var out: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        out.append(byte)
        continue
      }
      let pair = rest.prefix(2)
      guard pair.count == 2, pair.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
        let value = UInt8(String(decoding: pair, as: UTF8.self), radix: 16)
      else { return nil }
      out.append(value)
      rest = rest.dropFirst(2)
    }
    return out
  }
}
