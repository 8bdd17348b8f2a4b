internal import CaseFile

/// What a row of the exhibit list is about.
struct ExhibitRow: Sendable {
  let heading: CaseHeading
  let record: ExhibitRecord

  var exhibit: Exhibit { record.exhibit }
}

extension ExportTable {
  /// The exhibit list: a row an exhibit, with who found, produces and keeps it.
  static func exhibits(of record: HaulRecord) -> ExportTable {
    ExportTable(
      "Exhibits", exhibitColumns,
      of: record.exhibits.map { ExhibitRow(heading: record.heading, record: $0) })
  }

  static let exhibitColumns: [ExportColumn<ExhibitRow>] =
    ExhibitColumns.reference.map { $0.of(\.record) }
    + [ExhibitColumns.schema("exhibits")]
    + ExhibitColumns.heading.map { $0.of(\.heading) }
    + [
      .text("description", width: 40) { .init($0.exhibit.details.description) },
      .text("produced_by", width: 20) { .init($0.exhibit.details.producedBy) },
      .text("found_by", width: 20) { .init($0.exhibit.details.foundBy) },
      .text("exhibits_officer", width: 20) { .init($0.exhibit.details.exhibitsOfficer) },
      .text("court_ref", width: 16) { .init($0.exhibit.details.courtReference) },
      // A seal's number and times stand in the same place of the three cells.
      .text("bag_seals", width: 24) { .many($0.exhibit.seals.map(\.number)) },
      .text("sealed_from", width: 24) { .many($0.exhibit.seals.map(\.from)) },
      .text("sealed_to", width: 24) { .many($0.exhibit.seals.map(\.to)) },
      // The item itself is the original; what the case holds of it are photographs.
      .code("original_or_copy", width: 15) { _ in .one("original") },
      .text("location", width: 30) { row in
        .init(row.exhibit.seals.last { $0.to == nil }.map { "bag \($0.number)" })
      },
    ]
    + ExhibitColumns.photos.map { $0.of(\.record.photos) }
    + [
      .code("imei_formatted", width: 43) { .many($0.record.numbers.map(\.formatted)) },
      .code("imei", width: 36) { .many($0.record.numbers.map(\.digits)) },
      .code("answer", width: 12) { .one($0.record.answer.rawValue) },
      .text("reasons", width: 40) { .many($0.record.reasons) },
      .text("conflict", width: 40) { .many($0.record.conflicts) },
    ]
}
