/// Which personal data stand in the report: what a force's records of disclosure have to name.
struct PersonalDataChapter {
  let options: ReportOptions

  var section: ReportSection {
    ReportSection(
      anchor: "personal-data", title: "Personal data in this report",
      blocks: [
        .paragraph(
          "An IMEI can lead to a person. Handing this report on is a disclosure, to be recorded with "
            + "its recipient."),
        .table(
          ReportTable(
            columns: [
              .init("What", weight: 1.3), .init("Of whom", weight: 1),
              .init("Where and how much", weight: 3),
            ],
            rows: rows.map { $0.map { ReportTable.Cell($0) } })),
      ])
  }

  private var photos: String {
    guard options.showsThumbnails else { return "none" }
    return options.redactsThumbnails
      ? "in each exhibit, small and grey: the digits that were read, and all else in blocks too coarse to make "
        + "anything out"
      : "in each exhibit, small and grey, as was asked for; they can show names, faces and messages"
  }

  private var rows: [[String]] {
    [
      ["Device numbers (IMEI)", "owners, users", "in each exhibit and in the tables, in full"],
      [
        "Pictures of digits", "owners, users",
        "in each exhibit; they show the digits of a number and nothing else of a screen",
      ],
      [
        "Pictures of whole photos", "owners, users, bystanders",
        photos,
      ],
      [
        "Entries of block lists", "owners, reporters",
        "reason, date, reference and who reported it, as listed, at flagged numbers",
      ],
      [
        "Names of files and descriptions", "whoever they name",
        "as typed or as the file was called; nobody looked through them",
      ],
      [
        "Finders, producers, officers, readers", "staff",
        "at exhibits, decisions, runs and measured errors",
      ],
      ["Places (GPS) of photos", "whoever took them", "none"],
    ]
  }
}
