import ArgumentParser
import BlockList
import Foundation

/// The list file of an import and what the user says of it.
struct ImportedListOptions: ParsableArguments {
  @Argument(help: "The list file; - for standard input.", completion: .file())
  var file: String

  @Option(help: "The list's name, as it will stand in every answer.")
  var name: String

  @Option(help: "The day the list stands for, YYYY-MM-DD.")
  var date: String

  @Option(help: "Who publishes the list.")
  var publisher: String?

  @Option(
    help: ArgumentHelp(
      "Write every refused row to FILE, one JSON object a line.", valueName: "FILE"),
    completion: .file())
  var report: String?

  @Option(
    help: ArgumentHelp(
      "Import although this guard holds; may be given several times.", valueName: "guard"),
    completion: .list(ImportGuard.allCases.map(\.rawValue)), transform: Self.named)
  var allow: [ImportGuard] = []

  @OptionGroup var talkOptions: TalkOptions

  private static let shownRefusals = 20

  private static func named(_ text: String) throws -> ImportGuard {
    guard let guarded = ImportGuard(rawValue: text) else {
      let names = ImportGuard.allCases.map(\.rawValue).joined(separator: ", ")
      throw ValidationError("--allow takes \(names), not “\(text)”.")
    }
    return guarded
  }

  /// The guards with their meanings, for a help text.
  static func table(of guards: [ImportGuard]) -> String {
    guards.map { guarded in
      "  " + guarded.rawValue.padding(toLength: 12, withPad: " ", startingAt: 0) + guarded.meaning
    }.joined(separator: "\n")
  }

  /// Where the list is read from.
  var source: ListSource {
    file == "-" ? .descriptor(STDIN_FILENO, name: "standard input") : .file(file)
  }

  /// Runs an import with its report and progress line.
  func importing<Report>(
    _ run: (
      _ onRefusal: @escaping (RefusedRow) throws -> Void,
      _ progress: @escaping (ImportProgress) throws -> Void
    ) throws -> Report
  ) throws -> Report {
    let refusals = try report.map { try RefusalReport(path: $0) }
    let line = ImportProgressLine(isShown: !talkOptions.quiet)
    defer { line.clear() }
    let result = try run({ try refusals?.add($0) }, { line.show($0) })
    try refusals?.close()
    return result
  }

  /// Tells what was refused and what was let pass, and writes what came of it.
  func tell(
    _ summary: String, of list: ListReference, refused: Int, refusals: [RefusedRow],
    overrides: [GuardOverride]
  ) throws {
    let talk = talkOptions.talk
    for row in refusals.prefix(Self.shownRefusals) { talk.say(row.description) }
    let notShown = refused - min(refusals.count, Self.shownRefusals)
    if notShown > 0 {
      talk.say("… and \(notShown) more refused rows; --report FILE writes them all.")
    }
    for override in overrides {
      talk.say("Allowed (\(override.name.rawValue)): \(override.finding).")
    }
    try DataOutput().writeLine(summary)
    try DataOutput().writeLine("SHA-256 \(list.sha256)")
  }
}
