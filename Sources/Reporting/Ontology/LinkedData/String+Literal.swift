internal import BlockList

extension String {
  /// The text as it is, but for what no `xsd:string` can hold (XML 1.0, section 2.2), which stands as
  /// `\u{…}`: for names and references that machines compare. What is read by people goes through
  /// ``visible(limit:)`` instead.
  var literal: String {
    guard unicodeScalars.contains(where: { !Self.isXML($0) }) else { return self }
    var text = ""
    for scalar in unicodeScalars {
      if Self.isXML(scalar) {
        text.unicodeScalars.append(scalar)
      } else {
        text += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
      }
    }
    return text
  }

  /// A file's name: exact when it is UTF-8, else with its odd bytes as `\xFF`.
  init(literalName bytes: [UInt8]) {
    self =
      String(validating: bytes, as: UTF8.self)?.literal
      ?? VisibleText.escaping(bytes: bytes.span, limit: bytes.count)
  }

  private static func isXML(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x9, 0xA, 0xD: true
    case 0..<0x20, 0xFFFE, 0xFFFF: false
    default: true
    }
  }
}
