internal import BlockList
internal import CaseFile

/// Which exhibits could go back, in counts; the list itself is an export.
struct ReturnChapter {
  let record: HaulRecord

  var section: ReportSection {
    let known = record.exhibits.count { exhibit in
      exhibit.answer == .flagged
        && exhibit.numbers.contains { number in
          number.standing != .open && number.answer.matches.contains { $0.reference != nil }
        }
    }
    let counts = record.counts.exhibits
    return ReportSection(
      anchor: "return", title: "Return list",
      blocks: [
        .paragraph(
          "With a photograph on record, an exhibit may no longer have to be kept. The exhibits below "
            + "are those to look at first; whether one goes back, and to whom, a person decides. The "
            + "list itself is the export return-list.csv."),
        .facts([
          ReportFact(
            "Not flagged", "\(counts.notFlagged.of("exhibit", "exhibits")), everything decided"),
          ReportFact(
            "Flagged",
            "\(known.of("exhibit", "exhibits")) with a reference that may lead to an owner"),
          ReportFact(
            "Unresolved", "\(counts.unresolved.of("exhibit", "exhibits")), to be decided first"),
        ]),
      ])
  }
}
