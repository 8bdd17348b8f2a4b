import ArgumentParser

/// Asks and serves equipment identity registers.
struct RegisterCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "eir",
    abstract: "Ask an equipment identity register, or be one.",
    discussion: """
      The interface is 3GPP TS 29.511, N5g-eir equipment-status, over HTTP/1.1.
      """,
    subcommands: [RegisterAskCommand.self, RegisterServeCommand.self])
}
