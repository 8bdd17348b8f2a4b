import ArgumentParser
import Intake

/// Says what a whole haul shows that no photo shows alone.
struct FindingsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "findings",
    abstract: "Compare the IMEIs of a whole haul: repeats, pairs, sequences, odd numbers.",
    discussion: """
      Takes the JSON Lines that scan writes. A finding states what is there, for a person to look at; it
      says of nobody that something was done.

        look  one IMEI on several exhibits; one IMEI of a device listed and the other not; two IMEIs
              of a device by different makers; serials that follow one another over many photos
        note  the same photo twice; one IMEI on several photos; neighbouring serials of one device

      EXAMPLES:
        imeikit scan seized/ --format jsonl > haul.jsonl
        imeikit findings haul.jsonl
        imeikit findings haul.jsonl --exhibits folder --format jsonl

      Ends with \(ExitStatus.review.rawValue) when there is something to look at.

      \(ExitStatus.helpTable)
      """)

  /// How a photo's place tells its exhibit.
  enum Exhibits: String, ExpressibleByArgument, CaseIterable {
    case auto, folder, none

    var rule: ExhibitRule {
      switch self {
      case .auto: .automatic
      case .folder: .folder
      case .none: .unknown
      }
    }
  }

  @Argument(help: "Results of scan --format jsonl; - for standard input.", completion: .file())
  var results: String

  @Option(
    help: ArgumentHelp(
      "auto (a folder is an exhibit when there are several, of \(ExhibitRule.mostPhotosOfAnExhibit) photos at "
        + "most), folder (always) or none."))
  var exhibits: Exhibits = .auto

  @Option(help: "table, or jsonl (one object a finding).")
  var format: LineFormat = .table

  @OptionGroup var talkOptions: TalkOptions

  func run() throws {
    let talk = talkOptions.talk
    var haul = HaulFindings(exhibits: exhibits.rule)
    var refused = RefusedLines(talk: talk)
    let count = try haul.add(try LineInput.open(results)) { refused.tell($0) }
    var tally = FindingsTally()
    var output = BufferedOutput()
    let encoder = OrderedJSONEncoder()
    try haul.forEach { finding in
      tally.add(finding)
      switch format {
      case .jsonl:
        try output.writeLine(String(decoding: try encoder.encode(finding), as: UTF8.self))
      case .table: try output.writeLine(line(finding))
      }
    }
    try output.flush()
    refused.tellRest()
    talk.say("\(count) photos, \(refused.count) lines refused.")
    talk.say(tally.summary ?? "No findings over all photos.")
    var status = ExitStatus.settled
    if tally.count(.look) > 0 {
      status = status.combined(with: .review)
    }
    if refused.count > 0 { status = status.combined(with: .badInput) }
    try status.end()
  }

  private func line(_ finding: Finding) -> String {
    let text = "\(finding.severity.rawValue)  \(finding.sentence)"
    return finding.severity == .look ? talkOptions.style.yellow(text) : text
  }
}
