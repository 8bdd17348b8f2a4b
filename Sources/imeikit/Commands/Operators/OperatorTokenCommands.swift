import ArgumentParser
import CaseFile

/// Gives a person a new token.
struct OperatorTokenCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "token",
    abstract: "Give a person a new token for the review station; the old one no longer works.",
    discussion: """
      EXAMPLE:
        imeikit operator token 2210 --case haul.imeikit
      """)

  @Argument(help: "The person, by name or number.")
  var name: String

  @OptionGroup var place: CaseOptions

  func run() throws {
    let file = try place.open()
    let token = try file.issueToken(for: name)
    let output = DataOutput()
    try output.writeLine(token.person)
    try output.writeLine("token: \(token.secret)")
    try file.end()
  }
}

/// Takes a person's token away.
struct OperatorWithdrawCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "withdraw",
    abstract: "Take a person's token away; the person stays known to the case.",
    discussion: """
      Nobody can log in with it any more; sessions that are open end within 30 seconds.

      EXAMPLE:
        imeikit operator withdraw 2210 --case haul.imeikit
      """)

  @Argument(help: "The person, by name or number.")
  var name: String

  @OptionGroup var place: CaseOptions
  @OptionGroup var talkOptions: TalkOptions

  func run() throws {
    let file = try place.open()
    let count = try file.withdrawTokens(of: name)
    talkOptions.talk.say(count == 0 ? "There was no token." : "The token no longer works.")
    try file.end()
  }
}
