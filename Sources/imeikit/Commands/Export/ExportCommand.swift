import ArgumentParser

/// Hands out what a case holds.
struct ExportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Hand out what a case holds; logged as a disclosure.",
    subcommands: [
      ExportLinesCommand.self, ExportTablesCommand.self, ExportOntologyCommand.self,
      ExportBundleCommand.self, TimeStampCommand.self,
    ])
}
