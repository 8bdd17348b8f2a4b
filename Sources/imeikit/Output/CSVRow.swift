/// One row of comma-separated values (RFC 4180).
struct CSVRow {
  private var cells: [String] = []

  /// A number, a date or a word of the kit's own.
  mutating func add(_ value: String?) {
    cells.append(Self.quoted(value ?? ""))
  }

  /// Text that came from outside: a leading formula character is kept from spreadsheets.
  mutating func addForeign(_ text: String?) {
    let text = text ?? ""
    let isFormula = text.utf8.first.map { Self.formulaStarts.contains($0) } ?? false
    cells.append(Self.quoted(isFormula ? "'" + text : text))
  }

  /// The row without its line end.
  var text: String { cells.joined(separator: ",") }

  private static func quoted(_ value: String) -> String {
    guard value.utf8.contains(where: Self.needsQuotes) else { return value }
    return "\"" + value.replacing("\"", with: "\"\"") + "\""
  }

  private static let formulaStarts = Array("=+-@\t\r".utf8)

  private static func needsQuotes(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\n")
      || byte == UInt8(ascii: "\r")
  }
}
