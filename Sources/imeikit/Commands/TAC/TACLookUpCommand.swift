import ArgumentParser
import BlockList
import IMEI
import Intake

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
        cut -d, -f1 haul.csv | imeikit tac lookup --from - --format csv

      \(ExitStatus.helpTable)
      """)

  @Argument(help: "Codes or IMEIs.")
  var codes: [String] = []

  @Option(
    help: ArgumentHelp("Read them from FILE, one a line; - for standard input.", valueName: "FILE"),
    completion: .file())
  var from: String?

  @Option(help: "table, jsonl (one object a code) or csv (one row an entry).")
  var format: OutputFormat = .table

  @OptionGroup var talkOptions: TalkOptions

  private static let batch = 4_096
  private static let longestLine = 256

  func validate() throws {
    guard codes.isEmpty != (from == nil) else {
      throw ValidationError("Give codes, or --from FILE, and not both.")
    }
  }

  func run() throws {
    let directory = try TACCommand.directory()
    let writer = TACAnswerWriter(format: format, style: talkOptions.style)
    var output = BufferedOutput()
    if let header = writer.header { try output.writeLine(header) }
    var counts = (refused: 0, notChecked: 0)
    var inputs = codes.map { TACInput($0) }
    func answer() throws {
      let tacs = inputs.compactMap(\.tac)
      var answers = try directory?.lookUp(tacs)[...]
      for input in inputs {
        let answer = input.tac.map {
          answers?.popFirst() ?? TACAnswer(tac: $0, entries: [], lists: [])
        }
        for line in try writer.lines(for: input, answer) { try output.writeLine(line) }
        if answer == nil { counts.refused += 1 }
        if answer?.state == .notChecked { counts.notChecked += 1 }
      }
      inputs.removeAll()
    }
    if let from {
      var file = try LineInput.open(from, limit: Self.longestLine)
      while let line = try file.next() {
        let text = line.bytes.map { String(decoding: $0, as: UTF8.self) } ?? "a line too long"
        if text.allSatisfy(\.isWhitespace) { continue }
        inputs.append(TACInput(text))
        if inputs.count == Self.batch { try answer() }
      }
    }
    try answer()
    try output.flush()
    if counts.notChecked > 0 {
      talkOptions.talk.say("No TAC list is loaded. \(TACCommand.noListCure)")
    }
    if counts.refused > 0 { try ExitStatus.badInput.end() }
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
