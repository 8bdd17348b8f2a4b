import ArgumentParser
import BlockList
import IMEI

/// Says what the TAC lists know of codes.
struct TACLookUpCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lookup",
    abstract: "Say make and model of type allocation codes or IMEIs, with list name and date.",
    discussion: """
      Takes eight digits, or a whole IMEI of 14, 15 or 16. Where lists disagree, all are shown.

      EXAMPLES:
        imeikit tac lookup 35693803
        imeikit tac lookup 35-693803-564380-9 490154203237518 --format jsonl

      \(ExitStatus.helpTable)
      """)

  @Argument(help: "Codes or IMEIs.")
  var codes: [String]

  @Option(help: "table, jsonl (one object a code) or csv (one row an entry).")
  var format: OutputFormat = .table

  @OptionGroup var talkOptions: TalkOptions

  func run() throws {
    let inputs = codes.map { TACInput($0) }
    let tacs = inputs.compactMap(\.tac)
    let answers = try TACCommand.directory()?.lookUp(tacs)
    var next = (answers ?? tacs.map { TACAnswer(tac: $0, entries: [], lists: []) })[...]
    let writer = TACAnswerWriter(format: format, style: talkOptions.style)
    var output = BufferedOutput()
    if let header = writer.header { try output.writeLine(header) }
    for input in inputs {
      let answer = input.tac == nil ? nil : next.popFirst()
      for line in try writer.lines(for: input, answer) { try output.writeLine(line) }
    }
    try output.flush()
    if answers?.first?.state ?? .notChecked == .notChecked, !tacs.isEmpty {
      talkOptions.talk.say("No TAC list is loaded. \(TACCommand.noListCure)")
    }
    if tacs.count < inputs.count { try ExitStatus.badInput.end() }
  }
}

/// One argument: a code, an IMEI, or neither.
struct TACInput {
  /// The argument as typed.
  let text: String
  /// The code, if there is one.
  let tac: TAC?
  /// Why there is none.
  let refusal: String?

  init(_ text: String) {
    self.text = text
    if let tac = TAC(text.filter { $0 != " " && $0 != "-" }) {
      self.tac = tac
      refusal = nil
      return
    }
    let outcome = IdentifierInput.parse(text)
    tac = outcome.imei?.tac
    if case .refused(let why) = outcome {
      refusal = "Neither eight digits nor an IMEI. \(why.message) \(why.cure)"
    } else {
      refusal = nil
    }
  }
}
