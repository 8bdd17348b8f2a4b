internal import CaseFile

/// Tables and lists of a haul for other programs, and for people with a spreadsheet program.
///
/// The columns of each, and what may stand in them, are in <doc:Exports>.
public enum Exports {
  /// Writes `devices.csv`, `devices.jsonl`, `devices.xlsx`, `imeis.txt`, `imeis-unresolved.txt`,
  /// `exhibits.csv`, `return-list.csv`, `flagged.csv`, `dirbs.csv`, and `mapped.csv` where a mapping is given.
  ///
  /// Equal records and mappings give equal bytes, whatever the machine's clock, locale and time zone.
  ///
  /// - Throws: ``ReportingError`` `unwritable`, `libraryFailed`, `badValue`.
  public static func write(
    _ record: HaulRecord, mapping: ColumnMapping?, to folder: StagedFolder
  ) throws {
    let devices = ExportTable.devices(of: record)
    let exhibits = ExportTable.exhibits(of: record)
    let flagged = ExportTable.flagged(of: record)
    let returns = ExportTable.returns(of: record)

    let sheets = SeparatedValues()
    try sheets.write(devices, to: folder, as: "devices.csv")
    try sheets.write(exhibits, to: folder, as: "exhibits.csv")
    try sheets.write(returns, to: folder, as: "return-list.csv")
    try sheets.write(flagged, to: folder, as: "flagged.csv")
    try JSONLines.write(devices, to: folder, as: "devices.jsonl")
    try NumberLists(of: record).write(to: folder)
    // Read by a program, which knows no byte order mark.
    try SeparatedValues(hasMark: false, quotesAll: false)
      .write(.dirbs(of: record), to: folder, as: "dirbs.csv")
    try Spreadsheet(
      title: "Haul \(record.heading.reference)", time: record.head.time,
      tables: [devices, exhibits, flagged, returns, .lists(of: record)]
    ).write(to: folder, as: "devices.xlsx")
    try mapping?.write(record, to: folder, as: "mapped.csv")
  }
}
