/// Who decided, and how often people and machine were otherwise than known.
struct ReadersChapter {
  let record: HaulRecord

  var section: ReportSection {
    var blocks: [ReportBlock] = [
      .paragraph(
        "Among the numbers to decide, readers are given some that the case holds already, and cannot "
          + "tell which. How often their answer differs is their measured error rate on this haul.")
    ]
    if record.readers.isEmpty {
      blocks.append(.paragraph("No person decided anything."))
    } else {
      blocks.append(.table(readers))
    }
    blocks.append(
      .paragraph(
        "The machine is measured against numbers that people keyed blind, its value not in view. A "
          + "number that differs can be the machine's error or the people's."))
    blocks.append(.table(machine))
    return ReportSection(anchor: "readers", title: "Readers and measured errors", blocks: blocks)
  }

  private var readers: ReportTable {
    ReportTable(
      columns: [
        .init("Person", weight: 1.6), .init("Decisions", weight: 0.8, isNumeric: true),
        .init("Known-answer items", weight: 0.9, isNumeric: true),
        .init("Answered otherwise", weight: 3),
      ],
      rows: record.readers.map { reader in
        [
          ReportTable.Cell(reader.person.visible(limit: 120)),
          ReportTable.Cell(reader.decisions.grouped),
          ReportTable.Cell(reader.controls.grouped),
          ReportTable.Cell(ErrorRate(differing: reader.differing, count: reader.controls).words),
        ]
      })
  }

  private var machine: ReportTable {
    let machine = record.machine
    let rows = [
      ("Numbers the machine accepted", machine.accepted.grouped),
      ("Of these, keyed blind by people", machine.acceptedChecked.grouped),
      (
        "Of these, keyed otherwise",
        ErrorRate(differing: machine.acceptedDiffering, count: machine.acceptedChecked).words
      ),
      ("Numbers left to people and keyed blind", machine.reviewed.grouped),
      (
        "Of these, keyed otherwise than the machine's best reading",
        ErrorRate(
          differing: machine.reviewed - machine.reviewedAgreeing, count: machine.reviewed
        ).words
      ),
    ]
    return ReportTable(
      columns: [.init("Of the machine", weight: 3), .init("Measured", weight: 3.3)],
      rows: rows.map { [ReportTable.Cell($0.0), ReportTable.Cell($0.1)] })
  }
}
