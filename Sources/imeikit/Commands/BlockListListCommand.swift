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
    guard let path = try BlockListOptions.existingStore() else { throw BlockListOptions.noList }
    let store = try BlockListStore(path: path, mode: .readOnly)
    for info in try store.lists() { try output.writeLine(Self.line(info)) }
    if history {
      for info in try store.history() {
        let pruned = info.prunedAt == nil ? "" : ", pruned"
        try output.writeLine(Self.line(info) + "  replaced \(info.replacedAt ?? "")\(pruned)")
      }
    }
  }

  private static func line(_ info: ListInfo) -> String {
    let publisher = info.publisher.isEmpty ? "" : "  \(info.publisher)"
    let delta = info.deltaTo.map { "  delta to \($0)" } ?? ""
    let allowed =
      info.overrides.isEmpty
      ? "" : "  allowed \(info.overrides.map(\.name.rawValue).joined(separator: ", "))"
    return "\(info.list.name)  \(info.list.date)  \(info.list.kind.phrase)\(publisher)  "
      + "\(info.total) entries\(delta)  SHA-256 \(info.list.sha256)  imported \(info.importedAt)"
      + allowed
  }
}
