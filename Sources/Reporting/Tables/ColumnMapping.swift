/// How a force's own system wants a table: its headings, and which column of the kit's tables each takes.
///
/// A text file, a column a line, written once for a system. Its form is in <doc:Exports>:
///
/// ```
/// # Property system, devices
/// @separator = semicolon
/// Property ref = exhibit_ref
/// Serial = imei
/// Station = "44 North"
/// ```
public struct ColumnMapping: Sendable, Hashable {
  /// The table whose rows are written.
  enum Rows: String, Sendable, Hashable, CaseIterable {
    case devices
    case exhibits
    case flagged
    case returnList = "return-list"
  }

  /// Where a column's values come from.
  enum Source: Sendable, Hashable {
    /// A column of the table.
    case column(String)
    /// The same text in every row.
    case constant(String)
  }

  /// A column of the output.
  struct Column: Sendable, Hashable {
    let heading: String
    let source: Source
  }

  let rows: Rows
  let separator: UInt8
  let hasHeader: Bool
  let hasMark: Bool
  let columns: [Column]

  /// The most bytes that a mapping may have.
  public static let sizeLimit = 65_536
  /// The most columns that a mapping may have.
  public static let columnLimit = 500

  /// A mapping from its text.
  ///
  /// - Throws: ``ReportingError`` `badValue`, naming the line.
  public init(_ text: String) throws(ReportingError) {
    var parser = ColumnMappingParser()
    try parser.read(text)
    self = try parser.mapping()
  }

  init(rows: Rows, separator: UInt8, hasHeader: Bool, hasMark: Bool, columns: [Column]) {
    self.rows = rows
    self.separator = separator
    self.hasHeader = hasHeader
    self.hasMark = hasMark
    self.columns = columns
  }

  /// Writes the table as the mapping wants it.
  ///
  /// - Throws: ``ReportingError`` `unwritable`, `badName`.
  func write(_ record: HaulRecord, to folder: StagedFolder, as path: String) throws(ReportingError)
  {
    let table = rows.table(of: record)
    let places = Dictionary(
      table.columns.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
    var output: [ExportTable.Column] = []
    var cells: [@Sendable ([ExportCell]) -> ExportCell] = []
    for column in columns {
      switch column.source {
      case .constant(let text):
        output.append(.init(name: column.heading, isText: true, width: 0))
        cells.append { _ in .init(text) }
      case .column(let name):
        // The parser lets no other name through.
        guard let place = places[name] else { continue }
        output.append(
          .init(name: column.heading, isText: table.columns[place].isText, width: 0))
        cells.append { $0[place] }
      }
    }
    let mapped = ExportTable(
      table.title, columns: output, rows: table.rows.map { row in cells.map { $0(row) } })
    try SeparatedValues(
      separator: separator, hasHeader: hasHeader, hasMark: hasMark, quotesAll: false
    ).write(mapped, to: folder, as: path)
  }
}

extension ColumnMapping.Rows {
  /// The table of a record.
  func table(of record: HaulRecord) -> ExportTable {
    switch self {
    case .devices: .devices(of: record)
    case .exhibits: .exhibits(of: record)
    case .flagged: .flagged(of: record)
    case .returnList: .returns(of: record)
    }
  }

  /// The names of its columns.
  var names: [String] {
    switch self {
    case .devices: ExportTable.deviceColumns.map(\.name)
    case .exhibits: ExportTable.exhibitColumns.map(\.name)
    case .flagged: ExportTable.flaggedColumns.map(\.name)
    case .returnList: ExportTable.returnColumns.map(\.name)
    }
  }
}
