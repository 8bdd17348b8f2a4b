import ArgumentParser
import BlockList
import CaseFile
import Intake

/// Asks the lists now in force for the numbers of a case.
struct CaseRecheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "recheck",
    abstract: "Ask the lists now in force for every number of a case, and print only what changed.",
    discussion: """
      The answers are recorded in one step, with an event in the log: from then on the case shows them, and the
      history of a photo tells the former ones. No photo is read again. A number that is newly flagged needs
      two people, as one that was flagged when it was read. A change is an IMEI that is flagged now and was
      not, or the other way round, or by another list, or for another reason; a new day of the same list alone
      is none. Where all numbers were asked for in the same lists before, no answer is written. Interrupted, it
      leaves everything as it was.

      EXAMPLES:
        imeikit case recheck --case haul.imeikit
        imeikit case recheck --case haul.imeikit --format jsonl > changes.jsonl

      Ends with \(ExitStatus.flagged.rawValue) when something is newly flagged, and with 0 when nothing is.

      \(ExitStatus.helpTable)
      """)

  @Option(help: "table, or jsonl (one object a change).")
  var format: LineFormat = .table

  @OptionGroup var place: CaseOptions
  @OptionGroup var talkOptions: TalkOptions

  func run() throws {
    guard let path = try BlockListOptions.existingStore() else { throw BlockListOptions.noList }
    let store = try BlockListStore(path: path, mode: .readOnly)
    let file = try place.open()
    let outcome: CaseRecheck.Outcome
    do {
      outcome = try recheck(file, store)
    } catch {
      // The session is closed and its head signed; what failed is told even where that fails too.
      try? file.end()
      throw error
    }
    let talk = talkOptions.talk
    switch outcome {
    case .alreadyAsked(let numbers, let lists):
      talk.say(
        numbers == 0
          ? "The case holds no number to ask for."
          : "Already asked: \(numbers) IMEIs have the answers of "
            + lists.map(\.description).joined(separator: ", ") + ". No answer was written.")
      try file.end()
    case .asked(let report):
      try write(report)
      let found = try file.addFindings()
      tell(report, findings: found)
      try file.end()
      if report.recheck.newlyFlagged > 0 { try ExitStatus.flagged.end() }
    }
  }

  private func recheck(_ file: CaseFile, _ store: BlockListStore) throws -> CaseRecheck.Outcome {
    let line = RecheckProgressLine(isShown: !talkOptions.quiet)
    defer { line.clear() }
    return try CaseRecheck(file: file, store: store).run { line.show($0) }
  }

  private func write(_ report: CaseRecheckReport) throws {
    var output = BufferedOutput()
    let encoder = OrderedJSONEncoder()
    let text = RecheckText(style: talkOptions.style)
    for change in report.changes {
      switch format {
      case .jsonl: try output.writeLine(String(decoding: try encoder.encode(change), as: UTF8.self))
      case .table:
        try output.writeLine(
          text.text(
            of: change.imei, at: place(of: change), change.kind, change.sentence,
            before: change.before, after: change.after))
      }
    }
    try output.flush()
  }

  private func place(of change: CaseRecheckChange) -> String {
    let exhibits =
      change.exhibits.isEmpty
      ? "no exhibit" : change.exhibits.map { PhotoPath($0).shown }.joined(separator: ", ")
    let person = change.person.map { ", given by \(PhotoPath($0).shown)" } ?? ""
    return "\(exhibits), \(change.shownSource)\(person)"
  }

  private func tell(_ report: CaseRecheckReport, findings: Int) {
    let talk = talkOptions.talk
    let recheck = report.recheck
    talk.say(
      "\(recheck.asked) IMEIs asked again: \(recheck.newlyFlagged) newly flagged, "
        + "\(recheck.noLongerFlagged) no longer flagged, \(report.count(.otherLists)) by other lists, "
        + "\(report.count(.otherReasons)) for other reasons; \(recheck.flagged) are flagged")
    if report.leads > 0 {
      talk.say("\(report.leads) readings in review have a listed number near them.")
    }
    if findings > 0 { talk.say("\(findings) new findings: imeikit case findings") }
  }
}

extension PhotoPath {
  /// ``quoted`` without the quotation marks.
  fileprivate var shown: String { String(quoted.dropFirst().dropLast()) }
}
