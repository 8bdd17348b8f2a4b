import ArgumentParser
import BlockList
import CaseFile
import Foundation
import Imaging
import Intake
import Station

/// Opens the review station of a case.
struct ServeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "Open the review station: a local page on which people settle a haul.",
    discussion: """
      Photos are dropped on the page or sent over HTTP (/api/v1, described at /api/v1/openapi.json), read by
      workers as scan --case does, and settled by keyboard. Whoever works logs in with a token:

        imeikit operator add "A. Keller" --number 2210 --role officerInCharge --case haul.imeikit

      Uploaded photos are kept beside the case, in FILE.originals, each under its SHA-256; nothing is moved
      or deleted. It listens at this machine alone unless told otherwise, without encryption: beyond this
      machine, put a proxy with TLS in front and name it with --allow-host. Ends with SIGTERM or Ctrl-C; what
      was acknowledged is kept, and the next start goes on with it.

      EXAMPLES:
        imeikit serve --case haul.imeikit
        imeikit serve --case haul.imeikit --port 8600 --allow-host station.example:443
      """)

  @Option(
    name: .customLong("case"), help: ArgumentHelp("The case file.", valueName: "FILE"),
    completion: .file())
  var casePath: String

  @Option(help: ArgumentHelp("The address to listen at.", valueName: "ADDRESS"))
  var host = "127.0.0.1"

  @Option(help: ArgumentHelp("The port to listen at; 0 for any that is free.", valueName: "N"))
  var port = 8_510

  @Option(
    help: ArgumentHelp(
      "Another name and port under which browsers reach the station. Repeatable.",
      valueName: "NAME[:PORT]"))
  var allowHost: [String] = []

  @Option(
    help: ArgumentHelp(
      "Where uploaded photos are kept. (default: FILE.originals)", valueName: "DIR"),
    completion: .directory)
  var originals: String?

  @OptionGroup var person: PersonOptions
  @OptionGroup var reading: ReadingOptions
  @OptionGroup var talkOptions: TalkOptions

  func validate() throws {
    guard (0...65_535).contains(port) else {
      throw ValidationError("--port is a number from 0 to 65535.")
    }
  }

  func run() async throws {
    let talk = talkOptions.talk
    let file = try person.openOrCreate(casePath, talk)
    do {
      try await serve(file, talk)
    } catch {
      // The session is closed and its head signed; what failed is told even where that fails too.
      try? file.end()
      throw error
    }
    try file.end()
  }

  private func serve(_ file: CaseFile, _ talk: Talk) async throws {
    let folder = originals ?? casePath + ".originals"
    let previews = reading.previewPool()
    let audit = AuditDesk(casePath: file.path, session: file.session)
    let services = StationServices(
      desk: CaseDesk(file), events: EventHub(),
      listStorePath: { (try? BlockListOptions.existingStore()) ?? nil },
      newListStorePath: try BlockListLocation.defaultPath(),
      originals: try OriginalStore(
        ProcessArguments.paths(matching: [folder]).first ?? PhotoPath(folder)),
      previews: { try await previews.preview($0, side: $1) },
      auditVerifier: { try await audit.faults() },
      maximumFileBytes: reading.limits.imageLimits.maxFileBytes, version: Version.text,
      hosts: AllowedHosts(others: allowHost))
    try await services.uploads.prepare()
    let work = StationWork(file: file, reading: reading, services: services, talk: talk)
    let isOpenToAll = try file.operators().isEmpty
    let host = host
    try await StationServer(services: services, host: host, port: port).run(work: work.run) {
      port in
      let shown = host.contains(":") ? "[\(host)]" : host
      talk.say("The review station is at http://\(shown):\(port)/; Ctrl-C ends it.")
      if isOpenToAll {
        talk.say(
          "Nobody can log in yet: imeikit operator add NAME --role officerInCharge --case … gives a token."
        )
      }
    }
    await services.recheck.end()
    await previews.end()
  }
}
