internal import CaseFile

/// The exhibits that are neither flagged nor not flagged, and why.
struct UnresolvedChapter {
  let record: HaulRecord
  let index: ExhibitIndex

  var section: ReportSection {
    let rows = record.exhibits.enumerated().filter { $0.element.answer == .unresolved }.map {
      place, exhibit in
      [
        ReportTable.Cell(index.reference(place), anchor: index.anchor(place)),
        ReportTable.Cell(exhibit.photos.count.grouped),
        ReportTable.Cell(
          exhibit.reasons.isEmpty
            ? "No reason is recorded."
            : exhibit.reasons.map { $0.visible(limit: 400) }.joined(separator: " ")),
      ]
    }
    guard !rows.isEmpty else {
      return ReportSection(
        anchor: "unresolved", title: "Unresolved exhibits",
        blocks: [.paragraph("No exhibit is unresolved.")])
    }
    return ReportSection(
      anchor: "unresolved", title: "Unresolved exhibits",
      blocks: [
        .paragraph(
          "Nothing is said of these exhibits until what is missing is decided or looked up."),
        .table(
          ReportTable(
            columns: [
              .init("Exhibit", weight: 1.2), .init("Photos", weight: 0.7, isNumeric: true),
              .init("Why", weight: 5),
            ], rows: rows)),
      ])
  }
}
