import ArgumentParser
import Reporting

/// Writes tables and lists for other systems.
struct ExportTablesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tables",
    abstract: "Write the tables and lists of a case for other systems, without the report.",
    discussion: """
      devices.csv, devices.jsonl, devices.xlsx, imeis.txt (settled ones only), imeis-unresolved.txt,
      exhibits.csv, return-list.csv, flagged.csv, dirbs.csv, with --mapping mapped.csv, and manifest.sha256 for
      sha256sum -c.

      EXAMPLES:
        imeikit export tables --case haul.imeikit --out tables --recipient "Property office"
        imeikit export tables --case haul.imeikit --out tables --mapping force.txt
      """)

  @OptionGroup var handing: HandOutOptions
  @OptionGroup var mapping: MappingOptions
  @OptionGroup var place: CaseOptions
  @OptionGroup var talkOptions: TalkOptions

  func run() async throws {
    let mapping = try mapping.mapping()
    let order = HandOutOrder(place, handing, talk: talkOptions.talk)
    let result = try await HandingOut(order).run { stage in
      try stage.writeTables(mapping, to: stage.folder)
      return try stage.sealed(as: "export.tables")
    }
    try result.tell(talkOptions.talk, at: handing.out)
  }
}
