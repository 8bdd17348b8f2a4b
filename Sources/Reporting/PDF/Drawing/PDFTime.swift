/// Times as the properties of a PDF file have them.
enum PDFTime {
  /// `2026-11-21T10:15:30Z` of `2026-11-21T10:15:30.123Z`.
  ///
  /// A text of another form gives 1970: without a time Cairo would write that of the clock, and the
  /// same report would never have the same bytes.
  static func seconds(of time: String) -> String {
    let form = Array("0000-00-00T00:00:00".utf8)
    let bytes = Array(time.utf8)
    let isTime =
      bytes.count >= form.count
      && zip(bytes, form).allSatisfy { byte, sign in
        sign == UInt8(ascii: "0") ? (0x30...0x39).contains(byte) : byte == sign
      }
    guard isTime else { return "1970-01-01T00:00:00Z" }
    return String(decoding: bytes.prefix(form.count), as: UTF8.self) + "Z"
  }
}
