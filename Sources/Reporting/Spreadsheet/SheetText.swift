/// Text as a workbook's XML holds it.
enum SheetText {
  /// A cell's text.
  static func shown(_ cell: ExportCell) -> String {
    let text = CellText.shown(cell)
    let escaped = escaped(text)
    // The library counts escapes as they are written, which takes less than twice the room.
    return escaped.utf16.count <= CellText.limit
      ? escaped : self.escaped(CellText.cut(text, to: CellText.limit / 2))
  }

  /// Text in which nothing is an escape of the format.
  ///
  /// The format writes characters that XML cannot hold as `_x000A_`, so text that happens to look like
  /// this has to have its own first `_` written so (ECMA-376 part 1, 22.9.2.19).
  static func escaped(_ text: String) -> String {
    guard text.contains("_x") else { return text }
    var result: [UInt8] = []
    let bytes = Array(text.utf8)
    for (index, byte) in bytes.enumerated() {
      if byte == UInt8(ascii: "_"), isEscape(bytes[index...].prefix(7)) {
        result += "_x005F_".utf8
      } else {
        result.append(byte)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func isEscape(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.count == 7 && bytes.dropFirst().first == UInt8(ascii: "x")
      && bytes.last == UInt8(ascii: "_")
      && bytes.dropFirst(2).dropLast().allSatisfy { Character(Unicode.Scalar($0)).isHexDigit }
  }
}
