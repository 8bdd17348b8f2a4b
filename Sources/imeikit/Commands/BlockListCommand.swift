import ArgumentParser

/// Imports and shows block lists.
struct BlockListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "blocklist",
    abstract: "Import, show and take away the block lists that IMEIs are checked against.",
    discussion: """
      Lists are kept in $IMEIKIT_HOME, or in the data folder of the user when that is not set.
      """,
    subcommands: [
      BlockListImportCommand.self, BlockListListCommand.self, BlockListRecheckCommand.self,
      BlockListRemoveCommand.self, BlockListPruneCommand.self,
    ])
}
