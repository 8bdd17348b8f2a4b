import ArgumentParser
import CaseFile

/// Who works on a case.
struct OperatorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "operator", abstract: "Make people known to a case.",
    discussion: """
      Each person logs in to the review station (imeikit serve) with a token, which is shown once and of
      which the case keeps a digest only.
      """,
    subcommands: [
      OperatorAddCommand.self, OperatorListCommand.self, OperatorRoleCommand.self,
      OperatorTokenCommand.self, OperatorWithdrawCommand.self,
    ])
}

/// Roles as they are typed.
enum RoleArgument {
  static let names = OperatorRole.allCases.map(\.rawValue)

  static func role(_ text: String) throws -> OperatorRole {
    guard let role = OperatorRole(rawValue: text) else {
      throw ValidationError("A role is one of \(names.joined(separator: ", ")), not “\(text)”.")
    }
    return role
  }
}

/// Makes a person known.
struct OperatorAddCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: "Make a person known to a case, with a token for the review station.",
    discussion: """
      Prints the person, and a token that is shown this once.

      EXAMPLE:
        imeikit operator add "A. Keller" --number 2210 --role settler --case haul.imeikit
      """)

  @Argument(help: "The name.")
  var name: String

  @Option(help: "The collar or staff number.")
  var number: String?

  @Option(
    help: ArgumentHelp(
      "What the person may do: \(RoleArgument.names.joined(separator: ", ")); reader unless told.",
      valueName: "role"),
    completion: .list(RoleArgument.names), transform: RoleArgument.role)
  var role: OperatorRole?

  @OptionGroup var place: CaseOptions

  func run() throws {
    let file = try place.open()
    let added = try file.addOperator(name: name, number: number, role: role ?? .reader)
    let token = try file.issueToken(for: added.person)
    let output = DataOutput()
    try output.writeLine("\(added.person)  \(added.role.rawValue)")
    try output.writeLine("token: \(token.secret)")
    try file.end()
  }
}

/// Gives a person another role.
struct OperatorRoleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "role", abstract: "Give a person another role.",
    discussion: """
      EXAMPLE:
        imeikit operator role 2210 officerInCharge --case haul.imeikit
      """)

  @Argument(help: "The person, by name or number.")
  var name: String

  @Argument(
    help: "The role: \(RoleArgument.names.joined(separator: ", ")).",
    completion: .list(RoleArgument.names), transform: RoleArgument.role)
  var role: OperatorRole

  @OptionGroup var place: CaseOptions

  func run() throws {
    let file = try place.open()
    try file.setRole(role, of: name)
    try file.end()
  }
}

/// Lists everybody.
struct OperatorListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the people known to a case.")

  @OptionGroup var place: CaseOptions

  func run() throws {
    let file = try place.open(.readOnly)
    for person in try file.operators() {
      try DataOutput().writeLine("\(person.person)  \(person.role.rawValue)")
    }
    try file.close()
  }
}
