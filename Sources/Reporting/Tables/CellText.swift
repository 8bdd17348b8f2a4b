internal import BlockList

/// Text as a cell shows it, in files that spreadsheet programs open.
enum CellText {
  /// The most that one cell holds in Excel and in Calc, in UTF-16 code units.
  static let limit = 32_767

  /// A cell's text with control characters visible, cut visibly where a cell would lose its end.
  static func shown(_ cell: ExportCell) -> String {
    cut(VisibleText.escaping(cell.text, limit: limit), to: limit)
  }

  /// The same for files of separated values: text of any origin is kept from being taken for a formula.
  static func separated(_ cell: ExportCell, isText: Bool) -> String {
    guard isText else { return shown(cell) }
    let raw = cell.text
    return isFormula(raw) ? cut("'" + shown(cell), to: limit) : shown(cell)
  }

  /// Whether a spreadsheet program might take the text for a formula or a command (OWASP ASVS 5.0, 1.2.10).
  ///
  /// Blanks before the sign count as well, as do the signs' full-width forms, which some programs
  /// take for the plain ones. So does an apostrophe that stands there already: who takes one off has the text.
  static func isFormula(_ text: String) -> Bool {
    let rest = text.unicodeScalars.drop { $0 == "'" }
    guard let first = rest.first else { return false }
    if first == "\t" || first == "\r" || first == "\n" || first == "\0" { return true }
    let sign = rest.first {
      !$0.properties.isWhitespace && $0.properties.generalCategory != .format
    }
    return sign.map(signs.contains) ?? false
  }

  /// Text of at most so many UTF-16 code units, with `…` in place of the rest.
  static func cut(_ text: String, to limit: Int) -> String {
    guard text.utf8.count > limit, text.utf16.count > limit else { return text }
    var result = ""
    var count = 0
    for scalar in text.unicodeScalars {
      count += UTF16.width(scalar)
      guard count < limit else { break }
      result.unicodeScalars.append(scalar)
    }
    return result + "…"
  }

  /// A file's name as text; a byte that is no UTF-8 is written `\xFF`.
  static func name(_ bytes: [UInt8]) -> String {
    String(validating: bytes, as: UTF8.self)
      ?? VisibleText.escaping(bytes: bytes.span, limit: 1_024)
  }

  private static let signs: Set<Unicode.Scalar> = ["=", "+", "-", "@", "＝", "＋", "－", "＠"]
}
