import ArgumentParser
import CaseFile
import Intake

/// Prints the results in force.
struct ExportLinesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "jsonl", abstract: "Print the results in force, one JSON object a photo.",
    discussion: """
      The objects are those that scan --format jsonl printed, in the order in which they were recorded. Answers
      are those of the lists that were asked last (case recheck); the log tells the former ones.
      blocklist recheck and findings take them.

      EXAMPLE:
        imeikit export jsonl --case haul.imeikit --recipient "DC Moss" > haul.jsonl
      """)

  @Option(help: "Who gets it; stands in the log.")
  var recipient: String?

  @OptionGroup var place: CaseOptions

  func run() throws {
    let file = try place.open()
    var output = BufferedOutput()
    // Logged first: what was handed out in part was handed out.
    _ = try file.log([
      AuditEntry(
        act: .disclosure, kind: "export.jsonl", person: file.session.person, subject: nil,
        details: ["recipient": recipient.map { .text($0) } ?? .null])
    ])
    try file.forEachResult { result in
      guard !result.json.isEmpty else { return }
      try output.writeLine(result.current)
    }
    for unread in try file.unreadFiles() where !unread.json.isEmpty {
      try output.writeLine(unread.json)
    }
    try output.flush()
    try file.end()
  }
}
