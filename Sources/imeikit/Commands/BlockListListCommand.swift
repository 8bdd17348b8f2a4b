import ArgumentParser
import BlockList

/// Shows what lists are in force.
struct BlockListListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "Show the lists in force: name, date, entries, SHA-256.",
    discussion: """
      EXAMPLES:
        imeikit blocklist list
        imeikit blocklist list --history
      """)

  @Flag(help: "Show the imports that were replaced as well.")
  var history = false

  func run() throws {
    let output = DataOutput()
    guard let path = try BlockListOptions.existingStore() else {
      throw Failure(
        .badInput,
        "No block list is loaded. Import one: imeikit blocklist import FILE --name NAME --date DATE"
      )
    }
    let store = try BlockListStore(path: path, mode: .readOnly)
    for info in try store.lists() { try output.writeLine(Self.line(info)) }
    if history {
      for info in try store.history() {
        try output.writeLine(Self.line(info) + "  replaced \(info.replacedAt ?? "")")
      }
    }
  }

  private static func line(_ info: ListInfo) -> String {
    "\(info.list.name)  \(info.list.date)  \(info.counts.accepted) entries  "
      + "SHA-256 \(info.list.sha256)  imported \(info.importedAt)"
  }
}
