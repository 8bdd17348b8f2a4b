internal import CaseFile

/// Columns that all tables with exhibits have.
enum ExhibitColumns {
  /// Case reference and unique reference number.
  static let heading: [ExportColumn<CaseHeading>] = [
    .text("case_ref", width: 18) { .one($0.reference) },
    .text("urn", width: 16) { .init($0.uniqueReferenceNumber) },
  ]

  /// The exhibit's reference; of a part, that of the whole and its own.
  static let reference: [ExportColumn<ExhibitRecord?>] = [
    .text("exhibit_ref", width: 14) { record in
      .init(record.map { $0.exhibit.details.parent ?? $0.exhibit.reference })
    },
    .text("sub_exhibit", width: 14) { record in
      .init(record.flatMap { $0.exhibit.details.parent == nil ? nil : $0.exhibit.reference })
    },
  ]

  /// The bag that it is in: the last seal.
  static let seal: [ExportColumn<ExhibitRecord?>] = [
    .text("bag_seal", width: 16) { .init($0?.exhibit.seals.last?.number) }
  ]

  /// The photos, by name and digest.
  static let photos: [ExportColumn<[PhotoRecord]>] = [
    .text("image_name", width: 28) { photos in
      .many(photos.map { $0.names.first.map(CellText.name) })
    },
    .code("image_sha256", width: 66) { .many($0.map(\.sha256)) },
  ]

  /// The version of the table.
  static func schema<Subject>(_ name: String) -> ExportColumn<Subject> {
    .code("schema", width: 18) { _ in .one("imeikit.\(name)/1") }
  }
}
