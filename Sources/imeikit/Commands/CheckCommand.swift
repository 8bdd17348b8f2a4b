import ArgumentParser
import BlockList
import IMEI

/// Checks typed or listed IMEIs against the block lists.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Validate IMEIs and check them against the block lists.",
    discussion: """
      Takes 14, 15 or 16 digits with or without separators. Lists are compared on the first 14
      digits; the answer says how the check digit compared.

      EXAMPLES:
        imeikit check 356938035643809 35-693803-564380-9
        imeikit check --from haul.csv --format csv > answers.csv
        imeikit check --from sheet.csv --columns imei=3
        cut -f2 haul.tsv | imeikit check --from - --format jsonl

      \(ExitStatus.helpTable)
      """)

  @OptionGroup var numbers: NumberOptions

  @Option(help: "table, jsonl (one object an IMEI) or csv.")
  var format: OutputFormat = .table

  @OptionGroup var talkOptions: TalkOptions

  func run() throws {
    let store = try BlockListOptions.existingStore().map {
      try BlockListStore(path: $0, mode: .readOnly)
    }
    var types = try store.flatMap { try TACLookUp.ifAnyList(in: TACDirectory(store: $0)) }
    var writer = CheckWriter(format: format, style: talkOptions.style)
    var output = BufferedOutput()
    if let header = writer.header { try output.writeLine(header) }
    let tally = try IMEIListCheck(store: store).run(
      numbers.source, mapping: try numbers.mapping
    ) {
      let tac = $0.input.outcome.imei?.tac
      let type = try tac.flatMap { try types?.answer(to: $0) }
      try writer.write($0, type: type, to: &output)
    }
    try output.flush()
    let total = tally.flagged + tally.notFlagged + tally.notChecked + tally.refused
    talkOptions.talk.say(
      "\(total) checked: \(tally.flagged) flagged, \(tally.notFlagged) not flagged, "
        + "\(tally.notChecked) not checked, \(tally.refused) refused")
    if tally.notChecked > 0 {
      talkOptions.talk.say("No block list is loaded; see imeikit blocklist import --help.")
    }
    var status = ExitStatus.settled
    if tally.refused > 0 { status = status.combined(with: .badInput) }
    if tally.flagged > 0 { status = status.combined(with: .flagged) }
    try status.end()
  }
}
