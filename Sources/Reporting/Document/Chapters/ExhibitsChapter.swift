/// The head of the sections that follow, one an exhibit.
struct ExhibitsChapter {
  let record: HaulRecord

  var section: ReportSection {
    ReportSection(
      anchor: "exhibits", title: "Exhibits", startsPage: true,
      blocks: [
        .paragraph(
          record.exhibits.isEmpty
            ? "The case has no exhibits."
            : "\(record.exhibits.count.of("exhibit", "exhibits")), by reference. Pictures show the "
              + "digits that a reading is of. Camera times are those of the camera's clock, which was "
              + "not verified.")
      ])
  }
}
