internal import BlockList
internal import CaseFile

/// Which exhibits could go back, in counts; the list itself is an export.
struct ReturnChapter {
  let record: HaulRecord

  var section: ReportSection {
    let rows = ReturnRow.all(of: record)
    let known = rows.count { $0.reason == .ownerReference }
    let held = ReturnRow.countHeldBack(of: record)
    return ReportSection(
      anchor: "return", title: "Return list",
      blocks: [
        .paragraph(
          "With a photograph on record, an exhibit may no longer have to be kept. How many there "
            + "are to look at stands below; which, in the export return-list.csv. Whether one goes back, and "
            + "to whom, a person decides."),
        .facts([
          ReportFact(
            "Not flagged",
            "\((rows.count - known).of("exhibit", "exhibits")), everything decided"),
          ReportFact(
            "Flagged",
            "\(known.of("exhibit", "exhibits")) with a reference that may lead to an owner"),
          ReportFact(
            "Held back",
            "\(held.of("exhibit", "exhibits")) of which something does not fit together and nobody has "
              + "acknowledged it", tone: held == 0 ? .plain : .attention),
          ReportFact(
            "Unresolved",
            "\(record.counts.exhibits.unresolved.of("exhibit", "exhibits")), to be decided first"),
        ]),
      ])
  }
}
