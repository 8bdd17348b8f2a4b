/// A table as a value: what every format of it writes.
struct ExportTable: Sendable {
  /// A column without its origin.
  struct Column: Sendable, Hashable {
    /// Its name.
    let name: String
    /// Whether any text may stand in it.
    let isText: Bool
    /// How wide a spreadsheet shows it, in characters.
    let width: Double
  }

  /// What people call it.
  let title: String
  /// Its columns.
  let columns: [Column]
  /// Its rows, each of as many cells as there are columns.
  let rows: [[ExportCell]]

  /// A table from its parts.
  init(_ title: String, columns: [Column], rows: [[ExportCell]]) {
    self.title = title
    self.columns = columns
    self.rows = rows
  }

  /// A table with a row for each subject.
  init<Subject>(_ title: String, _ columns: [ExportColumn<Subject>], of subjects: [Subject]) {
    self.title = title
    self.columns = columns.map { Column(name: $0.name, isText: $0.isText, width: $0.width) }
    rows = subjects.map { subject in columns.map { $0.cell(subject) } }
  }
}
