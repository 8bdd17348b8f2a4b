internal import BlockList

extension ExportTable {
  /// A row an IMEI of an exhibit, one an exhibit without any, and one for what a photo without exhibit shows.
  static func devices(of record: HaulRecord) -> ExportTable {
    ExportTable("Devices", deviceColumns, of: DeviceRow.all(of: record))
  }

  /// The hyphenated number stands first: no spreadsheet program takes it for a number.
  static let deviceColumns: [ExportColumn<DeviceRow>] =
    [
      .code("imei_formatted", width: 21) { .init($0.formatted) },
      ExhibitColumns.schema("devices"),
    ]
    + ExhibitColumns.heading.map { $0.of(\.heading) }
    + (ExhibitColumns.reference + ExhibitColumns.seal).map { $0.of(\.exhibit) }
    + numberColumns + listColumns
    + [.code("checked_at", width: 26) { .init($0.number?.answeredAt) }]
    + ExhibitColumns.photos.map { $0.of(\.photos) }
    + [
      .code("crop_sha256", width: 66) { .many($0.crops) },
      .text("duplicate_of", width: 16) { .many($0.number?.alsoOn ?? []) },
      .text("conflict", width: 40) { .many($0.exhibit?.conflicts ?? []) },
      .text("notes", width: 60) { .many($0.notes) },
    ]

  private static let numberColumns: [ExportColumn<DeviceRow>] = [
    .code("imei", width: 18) { .init($0.digits) },
    .code("imei_slot", width: 9) { .many(($0.number?.slots ?? []).map(String.init)) },
    .code("luhn_ok", width: 9) { .init($0.number?.checkDigit) },
    .code("read_by", width: 30) { .many($0.means) },
    .code("confidence", width: 11) { $0.number?.confidence.map(ExportCell.number) ?? .none },
    .code("review_state", width: 13) { .init($0.state) },
    .text("reader1", width: 20) { .init($0.number?.opinions.first?.person) },
    .text("reader2", width: 20) { .init($0.number?.opinions.dropFirst().first?.person) },
    .text("settled_by", width: 20) { .init($0.number?.settledBy) },
    .code("tac", width: 10) { .init($0.number?.typeAllocationCode) },
    .text("make", width: 16) { .init($0.number?.make) },
    .text("model", width: 20) { .init($0.number?.model) },
    .code("tac_list_date", width: 12) { .init($0.number?.typeAllocationList?.date.description) },
  ]

  /// The lists that flag it, else those that were asked; the columns belong together value by value.
  private static let listColumns: [ExportColumn<DeviceRow>] = [
    .text("list_name", width: 24) { .many($0.lists.map(\.name)) },
    .code("list_date", width: 12) { .many($0.lists.map(\.date.description)) },
    .code("list_sha256", width: 66) { .many($0.lists.map(\.sha256)) },
    .code("status", width: 12) { .init($0.answer) },
    .text("list_reason", width: 24) { .many($0.matches.map(\.reason)) },
    .text("list_ref", width: 20) { .many($0.matches.map(\.reference)) },
  ]
}

extension DeviceRow {
  fileprivate var matches: [Match] { number?.answer.matches ?? [] }

  fileprivate var lists: [ListReference] {
    matches.isEmpty ? number?.answer.lists ?? [] : matches.map(\.list)
  }
}
