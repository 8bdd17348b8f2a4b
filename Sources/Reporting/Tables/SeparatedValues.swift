/// Rows of separated values as in RFC 4180: UTF-8, CRLF behind each row.
struct SeparatedValues {
  /// What stands between values.
  var separator = UInt8(ascii: ",")
  /// Whether the names of the columns stand above.
  var hasHeader = true
  /// Whether the file begins with the bytes EF BB BF, by which spreadsheet programs know UTF-8.
  var hasMark = true
  /// Whether values that need no quotes have them, so that a program told to take quoted values for
  /// text keeps leading zeros.
  var quotesAll = true

  /// Writes a table.
  ///
  /// - Throws: ``ReportingError`` `unwritable`, `badName`.
  func write(
    _ table: ExportTable, to folder: StagedFolder, as path: String
  ) throws(ReportingError) {
    let file = try folder.create(path)
    if hasMark { try file.append([0xEF, 0xBB, 0xBF]) }
    if hasHeader { try file.append(line(table.columns.map(\.name), quoted: false)) }
    for row in table.rows {
      let texts = zip(row, table.columns).map { CellText.separated($0, isText: $1.isText) }
      try file.append(line(texts, quoted: quotesAll))
    }
    try file.finish()
  }

  /// A row's bytes.
  ///
  /// - Parameter quoted: whether all values that are not empty have quotes.
  func line(_ texts: [String], quoted: Bool) -> [UInt8] {
    var bytes: [UInt8] = []
    for (index, text) in texts.enumerated() {
      if index > 0 { bytes.append(separator) }
      append(text, quoted: quoted, to: &bytes)
    }
    // A row of one empty value would be a blank line, which readers pass over.
    if texts == [""] { bytes += [Self.quote, Self.quote] }
    bytes += [0x0D, 0x0A]
    return bytes
  }

  private static let quote = UInt8(ascii: "\"")

  private func append(_ text: String, quoted: Bool, to bytes: inout [UInt8]) {
    guard !text.isEmpty else { return }
    guard quoted || needsQuotes(text) else {
      bytes += text.utf8
      return
    }
    bytes.append(Self.quote)
    for byte in text.utf8 {
      if byte == Self.quote { bytes.append(Self.quote) }
      bytes.append(byte)
    }
    bytes.append(Self.quote)
  }

  /// Besides RFC 4180's own cases: blanks at the ends, which readers take off, and `#`, which begins a
  /// comment for some.
  private func needsQuotes(_ text: String) -> Bool {
    let bytes = text.utf8
    return bytes.first == 0x20 || bytes.last == 0x20 || bytes.first == UInt8(ascii: "#")
      || bytes.contains { $0 == separator || $0 == Self.quote || $0 == 0x0A || $0 == 0x0D }
  }
}
