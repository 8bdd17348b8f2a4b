import ArgumentParser
import Reporting

/// Writes a case as linked data.
struct ExportOntologyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "case-uco",
    abstract: "Write a case as JSON-LD by CASE 1.5.0, for tools of other laboratories.",
    discussion: """
      One file an exhibit, or several in one, and as many photos of no exhibit in files of their own; index.json
      says where each is, manifest.sha256 lists all files for sha256sum -c.

      EXAMPLES:
        imeikit export case-uco --case haul.imeikit --out case-uco --recipient "Regional laboratory"
        imeikit export case-uco --case haul.imeikit --out case-uco --per-file 50
      """)

  @Option(
    help: ArgumentHelp("Exhibits in one file; validators are slow beyond 50.", valueName: "N"))
  var perFile = 1

  @OptionGroup var handing: HandOutOptions
  @OptionGroup var place: CaseOptions
  @OptionGroup var talkOptions: TalkOptions

  func validate() throws {
    let range = CaseOntology.exhibitsPerFile
    guard range.contains(perFile) else {
      throw ValidationError(
        "--per-file takes a number from \(range.lowerBound) to \(range.upperBound).")
    }
  }

  func run() async throws {
    let perFile = perFile
    let order = HandOutOrder(place, handing, talk: talkOptions.talk)
    let result = try await HandingOut(order).run { stage in
      try stage.writeOntology(perFile: perFile, to: stage.folder, under: "case")
      return try stage.sealed(as: "export.caseUCO")
    }
    try result.tell(talkOptions.talk, at: handing.out)
  }
}
