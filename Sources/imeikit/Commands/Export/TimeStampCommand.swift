import ArgumentParser
import CaseFile
import Foundation
import Reporting

/// Asks an authority for a time stamp, and takes its reply.
struct TimeStampCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "time-stamp",
    abstract: "Write the question for a time stamp of the log, and check the reply (RFC 3161).",
    discussion: """
      The question holds a SHA-256 and nothing of the case. It is carried to a machine with a network, and the
      reply back:

        curl -H 'Content-Type: application/timestamp-query' --data-binary @head.tsq https://AUTHORITY -o head.tsr
      """,
    subcommands: [TimeStampQueryCommand.self, TimeStampCheckCommand.self])
}

/// Writes the question.
struct TimeStampQueryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "query",
    abstract: "Write the question for a time stamp of the log as it stands now.",
    discussion: """
      EXAMPLE:
        imeikit export time-stamp query --case haul.imeikit --out head.tsq --recipient "TSA of the Land"
      """)

  @Option(
    help: ArgumentHelp("The file to write; it must not be there yet.", valueName: "FILE"),
    completion: .file())
  var out: String

  @Option(help: ArgumentHelp("Who is asked; stands in the log.", valueName: "NAME"))
  var recipient: String?

  @OptionGroup var place: CaseOptions

  func run() throws {
    guard try StationPlaces.key() != nil else {
      throw Failure(
        .badInput,
        "This station has no key, so no head of the log is signed. Make it with `imeikit doctor --init-key`."
      )
    }
    guard !FileManager.default.fileExists(atPath: out) else {
      throw Failure(.usage, "There is something at \(ShownName.of(Array(out.utf8))) already.")
    }
    let file = try place.open()
    _ = try file.log([
      .handingOut(
        "export.timeStamp", case: file.identifier, to: recipient, by: file.session.person)
    ])
    // The head is signed over that event, and is the one that is asked about.
    try file.end()
    let closed = try place.open(.readOnly)
    defer { try? closed.close() }
    let head = try TimeStampReplies(closed).latest()
    do {
      try Data(TimeStamps.query(for: head.bytes)).write(
        to: URL(filePath: out), options: .withoutOverwriting)
    } catch {
      throw Failure(
        .inputOutput,
        "The question could not be written to \(ShownName.of(Array(out.utf8))): \(error.localizedDescription)"
      )
    }
    try DataOutput().writeLine("event \(head.head.sequence), code \(head.head.shortCode)")
  }
}

/// Checks a reply.
struct TimeStampCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Check an authority's reply, and keep it for the next bundle.",
    discussion: """
      Without --authority the reply's hash and form are checked, and not who signed it.

      EXAMPLES:
        imeikit export time-stamp check head.tsr --case haul.imeikit
        imeikit export time-stamp check head.tsr --case haul.imeikit --authority tsa.pem --keep
      """)

  @Argument(help: "The reply.", completion: .file())
  var reply: String

  @Option(
    help: ArgumentHelp(
      "The authority's certificates (PEM), by which openssl checks the signature.",
      valueName: "FILE"),
    completion: .file())
  var authority: String?

  @Flag(help: "Keep it beside the head that it is for; each further bundle holds it.")
  var keep = false

  @OptionGroup var place: CaseOptions

  func run() throws {
    let bytes = try TimeStampReplies.read(reply)
    let file = try place.open(.readOnly)
    defer { try? file.close() }
    let replies = try TimeStampReplies(file)
    let (head, token) = try replies.head(of: bytes)
    if let authority {
      _ = try TimeStamps.verify(reply: bytes, head: head.bytes, authority: authority)
    }
    if keep { _ = try replies.kept(adding: [bytes]) }
    let signer =
      authority == nil ? "the signature was not checked" : "signed by the authority given"
    try DataOutput().writeLine(
      "\(token.genTime)  event \(head.head.sequence), code \(head.head.shortCode); policy \(token.policy), "
        + "serial \(token.serial); \(signer)")
  }
}
