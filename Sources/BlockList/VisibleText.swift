/// Text out of a list file made safe to print: no control character reaches a terminal or a page.
package enum VisibleText {
  /// `text` with every control, format, line-separating and unassigned character written as an
  /// escape (`\n`, `\t`, `\u{1B}`), cut after `limit` characters with `…` in place of the rest.
  package static func escaping(_ text: some StringProtocol, limit: Int) -> String {
    let direct = text.utf8.withContiguousStorageIfAvailable {
      $0.count <= limit ? plain($0.span) : nil
    }
    if let direct, let direct { return direct }
    var result = ""
    var count = 0
    for scalar in text.unicodeScalars {
      guard count < limit else {
        result.append("…")
        break
      }
      count += 1
      append(scalar, to: &result)
    }
    return result
  }

  /// Text that is printable already, cut after `limit` characters.
  static func cut(_ text: String, limit: Int) -> String {
    text.unicodeScalars.count <= limit
      ? text : String(String.UnicodeScalarView(text.unicodeScalars.prefix(limit))) + "…"
  }

  /// ``escaping(_:limit:)`` for bytes that may not be UTF-8: a byte that is not is written `\xFF`.
  package static func escaping(bytes: Span<UInt8>, limit: Int) -> String {
    if bytes.count <= limit, let text = plain(bytes) { return text }
    var copy: [UInt8] = []
    // One scalar takes at most four bytes, so these suffice for `limit` of them and the `…`.
    let count = min(bytes.count, 4 * limit + 4)
    copy.reserveCapacity(count)
    for index in 0..<count { copy.append(bytes[index]) }
    if let text = String(validating: copy, as: UTF8.self) { return escaping(text, limit: limit) }

    var result = ""
    var shown = 0
    for byte in copy {
      guard shown < limit else {
        result.append("…")
        break
      }
      shown += 1
      if byte < 0x80 {
        append(Unicode.Scalar(byte), to: &result)
      } else {
        result.append("\\x" + hexadecimal(UInt32(byte)))
      }
    }
    return result
  }

  /// `bytes` as they are when all of them are printable ASCII, as nearly all texts of lists are.
  private static func plain(_ bytes: Span<UInt8>) -> String? {
    for index in bytes.indices where !(0x20...0x7E).contains(bytes[index]) { return nil }
    guard let text = try? UTF8Span(validating: bytes) else { return nil }
    return String(copying: text)
  }

  /// `sentence` without the full stop at its end, to go on behind it.
  static func clause(_ sentence: String) -> String {
    sentence.hasSuffix(".") ? String(sentence.dropLast()) : sentence
  }

  /// Whether `scalar` can be shown as it is.
  static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 0x80 { return (0x20...0x7E).contains(scalar.value) }
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse,
      .unassigned:
      return false
    default:
      return true
    }
  }

  private static func append(_ scalar: Unicode.Scalar, to result: inout String) {
    switch scalar {
    case _ where isPrintable(scalar): result.unicodeScalars.append(scalar)
    case "\n": result.append("\\n")
    case "\r": result.append("\\r")
    case "\t": result.append("\\t")
    default: result.append("\\u{" + hexadecimal(scalar.value) + "}")
    }
  }

  private static func hexadecimal(_ value: UInt32) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return digits.count < 2 ? "0" + digits : digits
  }
}
