internal import Intake

/// What the haul shows as a whole.
struct FindingsChapter {
  let record: HaulRecord

  var section: ReportSection {
    var blocks: [ReportBlock] = [
      .paragraph(
        "A finding states what several photos show together. It never says that somebody did "
          + "something.")
    ]
    if record.findings.isEmpty {
      blocks.append(.paragraph("There are no findings."))
    } else {
      blocks.append(.table(table))
    }
    return ReportSection(anchor: "findings", title: "Findings", startsPage: true, blocks: blocks)
  }

  private var table: ReportTable {
    let numbers = Set(
      record.exhibits.flatMap(\.numbers).map(\.digits) + record.unassignedNumbers.map(\.digits))
    return ReportTable(
      columns: [
        .init("What", weight: 1.6), .init("In words", weight: 3.2), .init("Found", weight: 1.1),
        .init("State", weight: 1.3),
      ],
      rows: record.findings.map { finding in
        [
          ReportTable.Cell(FindingTitle.of(kind: finding.kind)),
          ReportTable.Cell(NumberWords.hyphenating(finding.text.visible(), numbers)),
          ReportTable.Cell(finding.addedAt.visibleTime),
          state(of: finding),
        ]
      })
  }

  private func state(of finding: FindingRecord) -> ReportTable.Cell {
    if let person = finding.acknowledgedBy {
      return ReportTable.Cell("known to \(person.visible(limit: 80))")
    }
    return finding.needsLook
      ? ReportTable.Cell("waits for a person", tone: .attention)
      : ReportTable.Cell("worth knowing")
  }
}
