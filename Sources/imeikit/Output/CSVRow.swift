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
    let isFormula = text.first.map { "=+-@\t\r".contains($0) } ?? false
    cells.append(Self.quoted(isFormula ? "'" + text : text))
  }

  /// The row without its line end.
  var text: String { cells.joined(separator: ",") }

  private static func quoted(_ value: String) -> String {
    guard value.contains(where: { $0 == "," || $0 == "\"" || $0.isNewline }) else { return value }
    return "\"" + value.replacing("\"", with: "\"\"") + "\""
  }
}
