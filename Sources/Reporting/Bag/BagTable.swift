internal import BlockList

/// Rows of separated values for names that others gave: everything visible, on one line, and no formula.
struct BagTable {
  private static let form = SeparatedValues(hasMark: false)

  private(set) var bytes: [UInt8]

  init(_ columns: String...) { bytes = Self.form.line(columns, quoted: false) }

  /// Adds a row; a value is one of ours or went through ``shown(_:)``.
  mutating func add(_ values: String...) { bytes += Self.form.line(values, quoted: true) }

  /// A file's name as a cell: bytes that are no UTF-8 are written `\xFF`, and a sign that begins a formula
  /// gets an apostrophe before it.
  static func shown(_ name: [UInt8]) -> String {
    let text = VisibleText.escaping(bytes: name.span, limit: 16_384)
    return CellText.isFormula(String(decoding: name, as: UTF8.self)) ? "'" + text : text
  }
}
