/// A column of a table, and how its cells come from what a row is about.
struct ExportColumn<Subject>: Sendable {
  /// Its name: small letters and `_`.
  let name: String
  /// Whether any text may stand in it, and is kept from being taken for a formula.
  let isText: Bool
  /// How wide a spreadsheet shows it, in characters.
  let width: Double
  /// Its cell in a row.
  let cell: @Sendable (Subject) -> ExportCell

  /// Digits, hashes, times and words of the kit's own.
  static func code(
    _ name: String, width: Double = 14, _ cell: @escaping @Sendable (Subject) -> ExportCell
  ) -> Self {
    Self(name: name, isText: false, width: width, cell: cell)
  }

  /// Text of any origin.
  static func text(
    _ name: String, width: Double = 24, _ cell: @escaping @Sendable (Subject) -> ExportCell
  ) -> Self {
    Self(name: name, isText: true, width: width, cell: cell)
  }

  /// The same column of something that has a `Subject`.
  func of<Whole>(_ part: @escaping @Sendable (Whole) -> Subject) -> ExportColumn<Whole> {
    let cell = cell
    return ExportColumn<Whole>(name: name, isText: isText, width: width) { cell(part($0)) }
  }
}
