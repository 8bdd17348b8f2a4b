internal import Foundation

/// Tables as a workbook, a sheet each, in which every cell is text.
struct Spreadsheet {
  /// The workbook's title.
  let title: String
  /// The time that it bears as its own, ISO 8601 with milliseconds and zone.
  let time: String
  /// Its sheets.
  let tables: [ExportTable]

  /// Programs hold 255 characters of a title.
  private static let titleLimit = 200

  /// Writes the workbook.
  ///
  /// - Throws: ``ReportingError`` `libraryFailed`, `unwritable`, `badValue`.
  func write(to folder: StagedFolder, as path: String) throws(ReportingError) {
    let workbook = try Workbook(at: try folder.place(path))
    let title = CellText.cut(CellText.shown(.one(title)), to: Self.titleLimit)
    try workbook.set(title: title, created: try seconds())
    for table in tables {
      try workbook.add(
        table.title, columns: table.columns.map { (name: $0.name, width: $0.width) },
        rows: table.rows.map { $0.map(SheetText.shown) })
    }
    try workbook.close()
    try folder.adopt(path)
  }

  private func seconds() throws(ReportingError) -> Int {
    let style = Date.ISO8601FormatStyle(includingFractionalSeconds: true)
    guard let date = try? style.parse(time), date.timeIntervalSince1970 >= 1 else {
      throw ReportingError(
        .badValue, "\(ReportingError.shown(time)) is no time that a workbook could bear",
        cure: "Check the case file with “imeikit audit verify”.")
    }
    return Int(date.timeIntervalSince1970)
  }
}
