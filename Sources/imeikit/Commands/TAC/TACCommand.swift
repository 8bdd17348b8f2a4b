import ArgumentParser
import BlockList

/// Imports, shows and asks TAC lists.
struct TACCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tac",
    abstract: "Import and ask lists that tell make and model by the first eight digits.",
    discussion: """
      The kit comes without any TAC list, as their licences differ. Lists are kept beside the block
      lists. A code that is in no list is nothing against a number: no list is complete.
      """,
    subcommands: [
      TACImportCommand.self, TACLookUpCommand.self, TACListCommand.self, TACRemoveCommand.self,
    ])

  /// The TAC lists for reading; nil when there is no store.
  static func directory() throws -> TACDirectory? {
    try BlockListOptions.existingStore().map { try TACDirectory(path: $0, mode: .readOnly) }
  }

  /// What to do when there is no list.
  static let noListCure =
    "Import one: imeikit tac import FILE --name NAME --date DATE"
}
