/// The head of the sections that follow, one an exhibit.
struct ExhibitsChapter {
  let record: HaulRecord
  let options: ReportOptions

  private var redaction: String {
    options.showsThumbnails && options.redactsThumbnails
      ? "Redacted pictures show a whole photo with everything but these digits made into coarse blocks. "
      : ""
  }

  var section: ReportSection {
    ReportSection(
      anchor: "exhibits", title: "Exhibits", startsPage: true,
      blocks: [
        .paragraph(
          record.exhibits.isEmpty
            ? "The case has no exhibits."
            : "\(record.exhibits.count.of("exhibit", "exhibits")), by reference. Pictures show the "
              + "digits that a reading is of. \(redaction)Camera times are those of the camera's clock, which was "
              + "not verified.")
      ])
  }
}
