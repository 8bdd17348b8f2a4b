import ArgumentParser
import CaseFile

/// Hands a log out as files that anyone can check.
struct AuditExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write a case's log as files that openssl and sha256sum alone can check.",
    discussion: """
      The handing out is logged, and the head is signed over it. VERIFY.txt in the folder says how to
      check.

      EXAMPLES:
        imeikit audit export --case haul.case --out log-for-defence --recipient "J. Doe & Partners"
      """)

  @Option(help: "The folder to write; it must not be there yet.")
  var out: String

  @Option(help: "Who gets it, for the log.")
  var recipient: String?

  @OptionGroup var place: CaseOptions

  func run() throws {
    let key = try StationKey.load(fromFolder: StationPlaces.keyFolder())
    let file = try place.open()
    let head = try file.exportAudit(
      to: out, heads: StationPlaces.heads(), key: key, recipient: recipient)
    try file.end()
    try DataOutput().writeLine(
      "\(head.head.sequence) event(s), code \(head.head.shortCode), key \(head.key)")
  }
}
