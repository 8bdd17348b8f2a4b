internal import BlockList

extension ExportTable {
  /// The lists that answers rest on.
  static func lists(of record: HaulRecord) -> ExportTable {
    ExportTable("Lists", listReferenceColumns, of: record.lists)
  }

  private static let listReferenceColumns: [ExportColumn<ListRecord>] = [
    .text("list_name", width: 30) { .one($0.list.name) },
    ExhibitColumns.schema("lists"),
    .code("list_kind", width: 10) { .one($0.list.kind.rawValue) },
    .code("list_date", width: 12) { .one($0.list.date.description) },
    .code("list_sha256", width: 66) { .one($0.list.sha256) },
    .code("flagged", width: 10) { .one(String($0.flagged)) },
  ]
}
