import ArgumentParser
import BlockList

/// Takes former editions out of the store.
struct BlockListPruneCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "prune",
    abstract: "Delete the entries of former editions; the record of each import stays.",
    discussion: """
      EXAMPLES:
        imeikit blocklist prune
        imeikit blocklist prune --name "National register" --keep 2
      """)

  @Option(help: "The list; all lists when not given.")
  var name: String?

  @Option(help: "How many former editions of each list stay.")
  var keep = 0

  func validate() throws {
    guard keep >= 0 else { throw ValidationError("--keep takes 0 and more.") }
  }

  func run() throws {
    guard let path = try BlockListOptions.existingStore() else { throw BlockListOptions.noList }
    let store = try BlockListStore(path: path, mode: .readWrite)
    let pruned = try store.prune(name: name, keeping: keep)
    for info in pruned { try DataOutput().writeLine("Pruned \(info.list).") }
    if pruned.isEmpty { try DataOutput().writeLine("There was nothing to prune.") }
  }
}

/// Takes a list out of force.
struct BlockListRemoveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove",
    abstract: "Take a list out of force; its entries stay until they are pruned.",
    discussion: """
      EXAMPLES:
        imeikit blocklist remove "National register"
      """)

  @Argument(help: "The list's name.")
  var name: String

  func run() throws {
    guard let path = try BlockListOptions.existingStore() else { throw BlockListOptions.noList }
    let store = try BlockListStore(path: path, mode: .readWrite)
    guard let info = try store.retire(name: name) else {
      throw Failure(
        .badInput, "No list “\(name)” is in force. imeikit blocklist list shows those that are.")
    }
    try DataOutput().writeLine("List \(info.list) is no longer in force.")
  }
}
