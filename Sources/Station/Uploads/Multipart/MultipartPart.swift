/// What the headers of one part say of it.
struct MultipartPart: Sendable, Hashable {
  /// The field's name.
  let name: String
  /// The file's name as it was sent, with browsers' `%22` and the like put back; nil for a field without one.
  /// It is never used as a path.
  let fileName: [UInt8]?
  /// The type that the sender takes it for, in small letters, without parameters.
  let mediaType: String?

  /// Whether the part is a file: it has a file's name, or a type that no typed text has.
  var isFile: Bool {
    fileName != nil || mediaType.map { !$0.hasPrefix("text/") } ?? false
  }

  /// A part from its headers' lines, without the empty line behind them.
  ///
  /// - Throws: ``MultipartError`` of code `malformed`.
  init(headers: some Sequence<UInt8>) throws(MultipartError) {
    var disposition: HeaderParameters?
    var mediaType: String?
    for line in try Self.lines(headers) {
      guard let colon = line.firstIndex(of: UInt8(ascii: ":")), colon > line.startIndex,
        line[..<colon].allSatisfy(HeaderToken.contains)
      else { throw .malformed("A part has a header line without a name.") }
      let name = String(
        decoding: line[..<colon].map(HeaderToken.lowercased), as: UTF8.self)
      let value = line[(colon + 1)...]
      switch name {
      case "content-disposition":
        guard disposition == nil, let parsed = HeaderParameters(value) else {
          throw .malformed("A part's Content-Disposition makes no sense.")
        }
        disposition = parsed
      case "content-type":
        mediaType = mediaType ?? HeaderParameters(value)?.value
      case "content-transfer-encoding":
        let encoding = HeaderParameters(value)?.value
        guard encoding == "binary" || encoding == "8bit" || encoding == "7bit" else {
          throw .malformed("A part is encoded for mail; RFC 7578 has bytes as they are.")
        }
      default: break
      }
    }
    guard let disposition, disposition.value == "form-data",
      let field = disposition.parameters["name"]
    else { throw .malformed("A part has no Content-Disposition of form-data with a name.") }
    name = String(decoding: field, as: UTF8.self)
    self.mediaType = mediaType
    fileName = try Self.fileName(disposition.parameters)
  }

  /// Lines without their ends; none may hold a control character.
  private static func lines(_ headers: some Sequence<UInt8>) throws(MultipartError) -> [ArraySlice<
    UInt8
  >] {
    let bytes = Array(headers)
    var lines: [ArraySlice<UInt8>] = []
    var start = 0
    var index = 0
    while index < bytes.count {
      switch bytes[index] {
      case 0x0D:
        guard index + 1 < bytes.count, bytes[index + 1] == 0x0A else {
          throw .malformed("A part has a header line that ends in half a line end.")
        }
        lines.append(bytes[start..<index])
        start = index + 2
        index += 1
      case 0x09, 0x20...0x7E, 0x80...0xFF: break
      default: throw .malformed("A part has a control character in its headers.")
      }
      index += 1
    }
    if start < bytes.count { lines.append(bytes[start...]) }
    return lines
  }

  /// The file's name that a disposition gives; nil when it gives none.
  static func fileName(_ parameters: [String: [UInt8]]) throws(MultipartError) -> [UInt8]? {
    guard let extended = parameters["filename*"] else {
      return parameters["filename"].map(unescaped)
    }
    // RFC 8187: charset, language, percent-encoded text. RFC 7578 forbids it, and programs send it.
    let parts = extended.split(
      separator: UInt8(ascii: "'"), maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3,
      String(decoding: parts[0].map(HeaderToken.lowercased), as: UTF8.self) == "utf-8",
      let name = PercentCoding.decoded(parts[2])
    else { throw .malformed("A part's filename* is not UTF-8 in percent-encoding.") }
    return name
  }

  /// The name with what browsers put for a quote and for line ends put back.
  private static func unescaped(_ name: [UInt8]) -> [UInt8] {
    guard name.contains(UInt8(ascii: "%")) else { return name }
    var result: [UInt8] = []
    var index = 0
    while index < name.count {
      if name[index] == UInt8(ascii: "%"), index + 2 < name.count,
        let byte = PercentCoding.byte(name[index + 1], name[index + 2]),
        byte == 0x22 || byte == 0x0D || byte == 0x0A
      {
        result.append(byte)
        index += 3
      } else {
        result.append(name[index])
        index += 1
      }
    }
    return result
  }
}

/// Bytes written as `%XX`.
enum PercentCoding {
  /// The bytes; nil when a `%` has no two digits behind it.
  static func decoded(_ text: some Sequence<UInt8>) -> [UInt8]? {
    let bytes = Array(text)
    var result: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "%") {
        guard index + 2 < bytes.count, let value = byte(bytes[index + 1], bytes[index + 2]) else {
          return nil
        }
        result.append(value)
        index += 3
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return result
  }

  static func byte(_ high: UInt8, _ low: UInt8) -> UInt8? {
    guard let high = digit(high), let low = digit(low) else { return nil }
    return high << 4 | low
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}
