import ArgumentParser
import BlockList
import EquipmentRegister
import EquipmentRegisterServer
import Foundation

/// Answers as an equipment identity register from the kit's own lists.
struct RegisterServeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "Answer as an equipment identity register from the lists in force.",
    discussion: """
      Answers GET /n5g-eir-eic/v1/equipment-status?pei=imei-… and GET /health until SIGTERM or
      SIGINT. Lists are compared on the first 14 digits, however many are asked with. Flagged is
      BLACKLISTED; what no list has is 404 with the cause ERROR_EQUIPMENT_UNKNOWN. Questions are not
      logged. HTTP/1.1 without encryption or log-in: beyond this machine, put a proxy in front.

      EXAMPLES:
        imeikit eir serve --port 8511
        curl 'http://127.0.0.1:8511/n5g-eir-eic/v1/equipment-status?pei=imei-356938035643809'
      """)

  /// What is answered for equipment that no list has.
  enum NotListed: String, ExpressibleByArgument, CaseIterable {
    case unknown
    case whitelisted = "WHITELISTED"
  }

  @Option(help: ArgumentHelp("The address to listen at.", valueName: "ADDRESS"))
  var host = "127.0.0.1"

  @Option(help: ArgumentHelp("The port to listen at; 0 for any that is free.", valueName: "N"))
  var port = 8_511

  @Option(help: "What to answer for equipment on no list: unknown or WHITELISTED.")
  var answerNotListed: NotListed = .unknown

  @OptionGroup var talkOptions: TalkOptions

  func validate() throws {
    guard (0...65_535).contains(port) else {
      throw ValidationError("--port is a number from 0 to 65535.")
    }
  }

  func run() async throws {
    let source = BlockListSource(path: try BlockListLocation.defaultPath())
    let talk = talkOptions.talk
    let count = try await source.listCount()
    if count == 0 {
      talk.say("No list is loaded: every question is answered with 503 until one is imported.")
    }
    let responder = EquipmentStatusResponder(
      source: source, notListed: answerNotListed == .whitelisted ? .permitted : nil)
    let host = host
    try await EquipmentRegisterServer(responder: responder, host: host, port: port).run { port in
      let shown = host.contains(":") ? "[\(host)]" : host
      talk.say("Listening at http://\(shown):\(port), \(count) lists in force.")
    }
  }
}
