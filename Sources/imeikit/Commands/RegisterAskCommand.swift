import ArgumentParser
import BlockList
import EquipmentRegister
import Foundation

/// Asks a register that its user names; every question is a disclosure and is logged as one.
struct RegisterAskCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ask",
    abstract: "Ask an equipment identity register about IMEIs. This tells the register about them.",
    discussion: """
      Sends each IMEI to the server that --server names, and to no other: redirects and proxies are
      not followed. Each question is written to the disclosure log before it is sent; when the log
      cannot be written, nothing is asked. IMEIs that are listed twice are asked once. 14 digits are
      sent with the check digit that they give, since the interface has no form for them.

      EXAMPLES:
        imeikit eir ask --server https://eir.example --purpose "Case 4711" 356938035643809
        imeikit eir ask --server https://eir.example --purpose "Case 4711" --from haul.csv \\
          --format csv --rate 2 > answers.csv

      \(ExitStatus.helpTable)
      """)

  @OptionGroup var numbers: NumberOptions

  @Option(help: ArgumentHelp("The register's API root, http or https.", valueName: "URL"))
  var server: String

  @Option(help: ArgumentHelp("Why it is asked; stands in the log.", valueName: "TEXT"))
  var purpose: String

  @Option(help: ArgumentHelp("Disclose this subscription too, for one IMEI.", valueName: "SUPI"))
  var supi: String?

  @Option(help: ArgumentHelp("Disclose this number too, for one IMEI.", valueName: "GPSI"))
  var gpsi: String?

  @Option(
    help: ArgumentHelp(
      "The disclosure log; otherwise \(DisclosureLog.fileName) beside the block lists.",
      valueName: "FILE"), completion: .file())
  var log: String?

  @Option(help: ArgumentHelp("Questions a second at most.", valueName: "N"))
  var rate = 10.0

  @Option(help: ArgumentHelp("Seconds to wait for an answer.", valueName: "S"))
  var timeout = 15

  @Option(
    name: .customLong("ca"),
    help: ArgumentHelp(
      "PEM file with the authorities an https server's certificate may come from, in place of the "
        + "system's.", valueName: "FILE"), completion: .file())
  var authorities: String?

  @Flag(
    name: .customLong("http2"),
    help:
      "Speak HTTP/2 from the first byte with http, as 5G cores do; with https the server chooses.")
  var usesHTTP2 = false

  @Option(help: "table, jsonl (one object an IMEI) or csv.")
  var format: OutputFormat = .table

  @OptionGroup var talkOptions: TalkOptions

  func validate() throws {
    guard supi == nil && gpsi == nil || numbers.imeis.count == 1 else {
      throw ValidationError("--supi and --gpsi belong to one IMEI; give that one alone.")
    }
    for value in [supi, gpsi].compactMap(\.self) {
      guard !value.isEmpty, value.utf8.count <= 512, value.utf8.allSatisfy({ (0x20...0x7E) ~= $0 })
      else { throw ValidationError("--supi and --gpsi are up to 512 visible ASCII characters.") }
    }
    guard rate >= 0.001, rate <= 1_000 else {
      throw ValidationError("--rate is a number from 0.001 to 1000.")
    }
    guard (1...600).contains(timeout) else {
      throw ValidationError("--timeout is a number of seconds from 1 to 600.")
    }
  }

  func run() async throws {
    let address = try RegisterAddress(server)
    let purpose = try DisclosurePurpose(purpose)
    let log = try DisclosureLog(path: try log ?? Self.defaultLogPath())
    var limits = RegisterClient.Limits()
    limits.perSecond = rate
    limits.timeout = .seconds(timeout)
    limits.usesHTTP2 = usesHTTP2
    limits.authorities = authorities
    let client = RegisterClient(address: address, purpose: purpose, log: log, limits: limits)
    let writer = RegisterWriter(format: format, style: talkOptions.style, server: address)
    let output = DataOutput()
    if let header = writer.header { try output.writeLine(header) }
    let tally = try await RegisterInquiry(client: client, supi: supi, gpsi: gpsi).run(
      numbers.source, mapping: try numbers.mapping
    ) {
      try output.writeLine(try writer.text(of: $0))
    }
    talkOptions.talk.say(
      "\(tally.flagged) flagged, \(tally.notFlagged) not flagged, \(tally.unknown) unknown to the "
        + "register, \(tally.notChecked) not checked, \(tally.refused) refused")
    talkOptions.talk.say("Each question stands in \(log.path).")
    var status = ExitStatus.settled
    if tally.flagged > 0 { status = status.combined(with: .flagged) }
    if tally.refused > 0 || tally.notChecked > tally.silences {
      status = status.combined(with: .badInput)
    }
    if tally.silences > 0 { status = status.combined(with: .inputOutput) }
    try status.end()
  }

  private static func defaultLogPath() throws -> String {
    URL(filePath: try BlockListLocation.defaultPath()).deletingLastPathComponent()
      .appending(path: DisclosureLog.fileName).path
  }
}
