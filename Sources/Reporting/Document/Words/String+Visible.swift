internal import BlockList

extension String {
  /// The text with every control, reordering and unassigned character as an escape, cut after `limit`
  /// characters: names, references and notes come from strangers.
  func visible(limit: Int = 1_000) -> String { VisibleText.escaping(self, limit: limit) }

  /// A file's name, which need not be UTF-8: a byte that is not stands as `\xFF`.
  init(visibleName bytes: [UInt8], limit: Int = 255) {
    self = VisibleText.escaping(bytes: bytes.span, limit: limit)
  }

  /// `2026-11-21 10:15:30 UTC` of a time that the kit wrote, `2026-11-21T10:15:30.123Z`; any other
  /// text, such as a time that somebody told, stays as it is.
  var visibleTime: String {
    let bytes = Array(utf8)
    let form = Array("0000-00-00T00:00:00".utf8)
    guard bytes.count >= 20, bytes.last == UInt8(ascii: "Z"),
      zip(bytes, form).allSatisfy({ byte, sign in
        sign == UInt8(ascii: "0") ? (0x30...0x39).contains(byte) : byte == sign
      }),
      bytes[19..<(bytes.count - 1)].allSatisfy({
        (0x30...0x39).contains($0) || $0 == UInt8(ascii: ".")
      })
    else { return visible(limit: 60) }
    return "\(prefix(10)) \(dropFirst(11).prefix(8)) UTC"
  }
}
