import ArgumentParser
import BlockList
import Foundation
import IMEI
import Intake

/// Asks the lists now in force for stored results.
struct BlockListRecheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "recheck",
    abstract: "Ask the lists now in force for stored results, and print only what changed.",
    discussion: """
      Takes the JSON Lines that scan or check wrote. No photo is read again. A change is an IMEI that is
      flagged now and was not, or the other way round, or by another list, or for another reason; a new
      day of the same list alone is none. For a case file there is case recheck, which records the answers.

      EXAMPLES:
        imeikit blocklist recheck haul.jsonl
        imeikit blocklist recheck haul.jsonl --format jsonl > changes.jsonl
        zcat old/*.jsonl.gz | imeikit blocklist recheck -

      Ends with \(ExitStatus.flagged.rawValue) when something is newly flagged, and with 0 when nothing is.

      \(ExitStatus.helpTable)
      """)

  @Argument(
    help: "Results of scan or check --format jsonl; - for standard input.", completion: .file())
  var results: String

  @Option(help: "table, or jsonl (one object a change).")
  var format: LineFormat = .table

  @OptionGroup var talkOptions: TalkOptions

  func run() throws {
    guard let path = try BlockListOptions.existingStore() else { throw BlockListOptions.noList }
    let store = try BlockListStore(path: path, mode: .readOnly)
    if try store.lists().isEmpty { throw BlockListOptions.noList }
    let talk = talkOptions.talk
    var refused = RefusedLines(talk: talk)
    var output = BufferedOutput()
    let encoder = OrderedJSONEncoder()
    let tally = try Recheck(store: store).run(try LineInput.open(results)) { change in
      switch format {
      case .jsonl: try output.writeLine(String(decoding: try encoder.encode(change), as: UTF8.self))
      case .table: try output.writeLine(text(of: change))
      }
    } onRefusal: {
      refused.tell($0)
    }
    try output.flush()
    refused.tellRest()
    talk.say(
      "\(tally.imeis) IMEIs of \(tally.lines) results: \(tally.count(.flagged)) newly flagged, "
        + "\(tally.count(.noLongerFlagged)) no longer flagged, \(tally.count(.otherLists)) by other lists, "
        + "\(tally.count(.otherReasons)) for other reasons; \(tally.refused) lines refused")
    if tally.notCheckedBefore > 0 {
      talk.say("\(tally.notCheckedBefore) had not been checked before, as no list was loaded then.")
    }
    var status = ExitStatus.settled
    if tally.refused > 0 { status = status.combined(with: .badInput) }
    if tally.count(.flagged) > 0 { status = status.combined(with: .flagged) }
    try status.end()
  }

  private func text(of change: RecheckChange) -> String {
    RecheckText(style: talkOptions.style).text(
      of: change.imei, at: "line \(change.line), \(change.shownSource)", change.kind,
      change.sentence, before: change.before, after: change.after)
  }
}
