import ArgumentParser
import BlockList
import IMEI
import Intake

/// Asks the lists for every number that a doubtful one may be.
struct NearCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "near",
    abstract: "Ask the block lists for every number that a partly legible IMEI may be.",
    discussion: """
      Write ? (or * # x X _ •) for each digit that cannot be read, \(DoubtfulNumber.maximumMaskedPlaces) at \
      most. Every number that fits and whose check digit agrees is looked up, the most probable first.

      A LEAD IS NO ANSWER. It says that a listed number fits the digits that can be read; other numbers \
      fit as well, and the phone's own may be one of them. With many masked digits or a long list some \
      numbers fit by chance. Make out the digits before anything is done.

      EXAMPLES:
        imeikit near '35693?035643809'
        imeikit near '35-693803-5643??-?' --format jsonl
        imeikit near --from doubtful.txt

      Ends with \(ExitStatus.review.rawValue) when there is a lead: a person has to settle it.

      \(ExitStatus.helpTable)
      """)

  @Argument(help: "Numbers with masked digits, 14 to 16 places; quote them for the shell.")
  var numbers: [String] = []

  @Option(
    help: ArgumentHelp("Read them from FILE, one a line; - for standard input.", valueName: "FILE"),
    completion: .file())
  var from: String?

  @Option(help: "table, or jsonl (one object a number).")
  var format: LineFormat = .table

  @Option(help: "How many numbers are looked up at most for each, 1 to 1000000.")
  var bound = NearMissSearch.defaultBound

  @OptionGroup var talkOptions: TalkOptions

  func validate() throws {
    guard numbers.isEmpty != (from == nil) else {
      throw ValidationError("Give numbers, or --from FILE, and not both.")
    }
    guard (1...NearMissSearch.maximumBound).contains(bound) else {
      throw ValidationError("--bound takes a number from 1 to \(NearMissSearch.maximumBound).")
    }
  }

  func run() throws {
    let store = try BlockListOptions.existingStore().map {
      try BlockListStore(path: $0, mode: .readOnly)
    }
    var run = NearRun(
      search: NearMissSearch(store: store, bound: bound),
      writer: NearWriter(format: format, style: talkOptions.style), talk: talkOptions.talk)
    if let from {
      var file = try LineInput.open(from, limit: IdentifierInput.maximumLength)
      while let line = try file.next() {
        guard let bytes = line.bytes else {
          try run.refuse("", .tooLongLine, line: line.number)
          continue
        }
        let text = String(decoding: bytes, as: UTF8.self)
        if text.allSatisfy(\.isWhitespace) { continue }
        try run.ask(text, line: line.number)
      }
    } else {
      for (index, text) in numbers.enumerated() { try run.ask(text, line: index + 1) }
    }
    try run.end()
  }
}

/// The numbers of one call, one after another.
private struct NearRun {
  let search: NearMissSearch
  let writer: NearWriter
  let talk: Talk
  private var output = BufferedOutput()
  private var refused: RefusedLines
  private var numbers = 0
  private var withLeads = 0
  private var cutShort = 0
  private var unchecked = 0

  init(search: NearMissSearch, writer: NearWriter, talk: Talk) {
    self.search = search
    self.writer = writer
    self.talk = talk
    refused = RefusedLines(talk: talk)
  }

  mutating func ask(_ text: String, line: Int) throws {
    let number: DoubtfulNumber
    do throws(InputRefusal) {
      number = try DoubtfulNumber(masked: text)
    } catch {
      return try refuse(text, error, line: line)
    }
    let result = try search.leads(for: number)
    numbers += 1
    if !result.leads.isEmpty { withLeads += 1 }
    if result.hitBound { cutShort += 1 }
    if result.lists.isEmpty { unchecked += 1 }
    try output.writeLine(try writer.text(of: result, input: text))
  }

  mutating func refuse(_ text: String, _ refusal: InputRefusal, line: Int) throws {
    numbers += 1
    refused.tell(RefusedLine(line: line, message: refusal.message, cure: refusal.cure))
    try output.writeLine(try writer.text(of: refusal, input: text))
  }

  mutating func end() throws {
    try output.flush()
    refused.tellRest()
    talk.say(
      "\(numbers) searched: \(withLeads) with leads, \(refused.count) refused; a lead is no answer."
    )
    if cutShort > 0 {
      talk.say("\(cutShort) were cut short at the bound; --bound N looks up more numbers.")
    }
    if unchecked > 0 {
      talk.say("No block list is loaded; see imeikit blocklist import --help.")
    }
    var status = ExitStatus.settled
    if withLeads > 0 { status = status.combined(with: .review) }
    if refused.count > 0 { status = status.combined(with: .badInput) }
    try status.end()
  }
}

extension InputRefusal {
  /// Of a line above the limit, whose text is gone.
  fileprivate static let tooLongLine = InputRefusal(
    code: .tooLong, message: "The line is too long to be one number.",
    cure: "Give one number a line.")
}
