import ArgumentParser
import CaseFile
import Reporting

/// Writes the report of a case and everything that goes with it.
struct ReportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Write a case's report, its tables and its CASE/UCO files into a new folder.",
    discussion: """
      report.pdf and report.html say the same; tables and lists are for other systems, case/ is CASE 1.5.0, and
      manifest.sha256 lists all files for sha256sum -c. The folder gets its name when all of it is on the disk.
      The disclosure is logged before, with the SHA-256 of manifest.sha256; the report shows the state of the
      case before that event. A folder that cannot get its name after all was logged and not handed out.

      All originals are hashed again first, and the report says of each photo whether its files are unchanged,
      missing or others. Nothing new is logged of originals that are as they were; the disclosure has the counts.

      The paths of the files are printed, one a line. The same case file and the same originals give the same bytes.

      EXAMPLES:
        imeikit report --case haul.imeikit --out report --recipient "DC Moss"
        imeikit report --case haul.imeikit --out report --thumbnails redacted --mapping force.txt
        (cd report && sha256sum -c manifest.sha256)

      \(ExitStatus.helpTable)
      """)

  @OptionGroup var handing: HandOutOptions
  @OptionGroup var mapping: MappingOptions
  @OptionGroup var pictures: PictureOptions
  @OptionGroup var checking: OriginalsOptions
  @OptionGroup var place: CaseOptions
  @OptionGroup var reading: ReadingOptions
  @OptionGroup var talkOptions: TalkOptions

  func run() async throws {
    var order = HandOutOrder(place, handing, talk: talkOptions.talk)
    order.thumbnails = pictures.thumbnails.mode
    order.copies = pictures.copies
    order.reading = reading
    order.hashesOriginals = checking.hashesOriginals
    let mapping = try mapping.mapping()
    let result = try await HandingOut(order).run { stage in
      try stage.writeReport(to: stage.folder)
      try stage.writeTables(mapping, to: stage.folder)
      try stage.writeOntology(perFile: 1, to: stage.folder, under: "case")
      try stage.writeThumbnails(to: stage.folder)
      return try stage.sealed(as: "export.report")
    }
    try result.tell(talkOptions.talk, at: handing.out)
    try result.status.end()
  }
}
