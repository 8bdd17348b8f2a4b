import ArgumentParser
import BlockList

/// Shows what TAC lists are in force.
struct TACListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "Show the TAC lists in force: name, date, codes, licence, SHA-256.",
    discussion: """
      EXAMPLE:
        imeikit tac list
      """)

  func run() throws {
    let lists = try TACCommand.directory()?.lists() ?? []
    guard !lists.isEmpty else {
      throw Failure(.badInput, "No TAC list is loaded. \(TACCommand.noListCure)")
    }
    let output = DataOutput()
    for info in lists { try output.writeLine(Self.line(info)) }
  }

  private static func line(_ info: TACListInfo) -> String {
    var parts = [info.list.name, info.list.date.description, "\(info.counts.accepted) codes"]
    if let publisher = info.publisher { parts.append("publisher \(publisher)") }
    if let licence = info.licence { parts.append("licence \(licence)") }
    parts += info.notices.map { "the file says: \($0)" }
    parts += info.overrides.map { "allowed (\($0.name.rawValue)): \($0.finding)" }
    parts += ["SHA-256 \(info.list.sha256)", "imported \(info.importedAt)"]
    return parts.joined(separator: "  ")
  }
}

/// Takes a TAC list out of the store.
struct TACRemoveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove",
    abstract: "Take a TAC list out.",
    discussion: """
      EXAMPLE:
        imeikit tac remove Osmocom
      """)

  @Argument(help: "The list's name.")
  var name: String

  func run() throws {
    guard let path = try BlockListOptions.existingStore() else {
      throw Failure(.badInput, "No TAC list is loaded. \(TACCommand.noListCure)")
    }
    let info = try TACDirectory(path: path, mode: .readWrite).removeList(named: name)
    try DataOutput().writeLine("TAC list \(info.list) taken out: \(info.counts.accepted) codes.")
  }
}
