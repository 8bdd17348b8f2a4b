import ArgumentParser
import BlockList
import Foundation

/// Takes a TAC list into the store.
struct TACImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Import a TAC list in place of the former list of that name.",
    discussion: """
      Takes GSMA's files of 17 columns parted by |, Osmocom's CSV, and any CSV whose header names the
      columns (tac, make or brand or manufacturer, model or marketing name). Rows that cannot be used
      are refused with line number and reason, the others go in. Of two rows that disagree about a
      code the first stays. An interrupted import leaves the former list in force.

      EXAMPLES:
        imeikit tac import osmocom.csv --name Osmocom --date 2026-11-20 --licence CC-BY-SA-3.0
        imeikit tac import gsma.txt --name GSMA --date 2026-11-01 --publisher GSMA --report bad.jsonl

      \(ExitStatus.helpTable)
      """)

  @Argument(help: "The list file; - for standard input.", completion: .file())
  var file: String

  @Option(help: "The list's name, as it will stand in every answer.")
  var name: String

  @Option(help: "The day the list stands for, YYYY-MM-DD.")
  var date: String

  @Option(help: "Who publishes the list.")
  var publisher: String?

  @Option(help: "Under which licence the list may be used.")
  var licence: String?

  @Option(
    help: ArgumentHelp(
      "Write every refused row to FILE, one JSON object a line.", valueName: "FILE"),
    completion: .file())
  var report: String?

  @OptionGroup var talkOptions: TalkOptions

  private static let shownRefusals = 20

  func run() throws {
    let talk = talkOptions.talk
    let day = try ListDate(date)
    let directory = try TACDirectory(
      path: try BlockListLocation.defaultPath(), mode: .readWrite)
    let source: ListSource =
      file == "-" ? .descriptor(STDIN_FILENO, name: "standard input") : .file(file)
    let refusals = try report.map { try RefusalReport(path: $0) }
    let progress = ImportProgressLine(isShown: !talkOptions.quiet)
    let result = try directory.importList(
      from: source, name: name, date: day, publisher: publisher, licence: licence,
      onRefusal: { try refusals?.add($0) }, progress: { progress.show($0) })
    progress.clear()
    try refusals?.close()
    for row in result.refusals.prefix(Self.shownRefusals) { talk.say(row.description) }
    let notShown = result.info.counts.refused - min(result.refusals.count, Self.shownRefusals)
    if notShown > 0 {
      talk.say("… and \(notShown) more refused rows; --report FILE writes them all.")
    }
    for notice in result.info.notices { talk.say("The file says: \(notice)") }
    try DataOutput().writeLine(result.summary)
    try DataOutput().writeLine("SHA-256 \(result.info.list.sha256)")
    if !result.isComplete { try ExitStatus.badInput.end() }
  }
}
