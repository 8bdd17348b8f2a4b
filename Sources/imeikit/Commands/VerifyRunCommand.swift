import ArgumentParser
import CaseFile
import Imaging
import Intake

/// Reads the photos of a run again and compares.
struct VerifyRunCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify-run",
    abstract: "Read the photos of a run again and report every reading that differs.",
    discussion: """
      The kit, its models and limits have to be those of the run; where they are not, what differs is
      said and nothing is read, unless --anyway is given. Without --run the newest run is verified.

      EXAMPLES:
        imeikit verify-run --case haul.imeikit
        imeikit verify-run --case haul.imeikit --run 6f1c2a9e-… --anyway

      Ends with 0 when every reading is the same, with \(ExitStatus.review.rawValue) when one differs.

      \(ExitStatus.helpTable)
      """)

  @Option(help: ArgumentHelp("The run, as case show names it.", valueName: "ID"))
  var run: String?

  @Flag(help: "Compare although the settings are not those of the run.")
  var anyway = false

  @OptionGroup var place: CaseOptions
  @OptionGroup var reading: ReadingOptions
  @OptionGroup var talkOptions: TalkOptions

  func run() async throws {
    let talk = talkOptions.talk
    let file = try place.open()
    let runs = try file.runs()
    guard
      let verified = run.map({ id in runs.first { $0.id.text == id } })
        ?? runs.last(where: { $0.photoCount > 0 })
    else {
      throw Failure(.badInput, "There is no such run in the case. imeikit case show lists them.")
    }
    let settings = try RunSettings.reading(
      limits: reading.limits.imageLimits, toolVersion: Version.text)
    let differences = settings.differences(from: verified.details.settings)
    if !differences.isEmpty {
      talk.say("The run's settings were others: \(differences.joined(separator: "; ")).")
      guard anyway else {
        throw Failure(
          .badInput, "Nothing was read. Use the release and limits of the run, or add --anyway.")
      }
    }
    let pool = reading.pool(wantsCrops: true, followsLinks: false)
    let signals = StopSignals { pool.stop() }
    defer { signals.cancel() }
    var counts = (same: 0, differing: 0, changed: 0, erased: 0)
    try await RunVerification(file: file, pool: pool).run(verified.id) { compared in
      switch compared.outcome {
      case .same: counts.same += 1
      case .erased: counts.erased += 1
      case .originalChanged:
        counts.changed += 1
        try DataOutput().writeLine(
          "\(compared.path.quoted)  the original is not there or was changed")
      case .differs(let differences):
        counts.differing += 1
        try DataOutput().writeLine(
          "\(compared.path.quoted)  \(differences.joined(separator: "; "))")
      }
    }
    await pool.end()
    _ = try file.log([
      AuditEntry(
        act: .combination, kind: "run.verify", person: file.session.person,
        subject: "run:\(verified.id)",
        details: [
          "same": .integer(Int64(counts.same)), "differing": .integer(Int64(counts.differing)),
          "changed": .integer(Int64(counts.changed)), "erased": .integer(Int64(counts.erased)),
          "settings": .text(differences.isEmpty ? "same" : "other"),
        ])
    ])
    try file.end()
    let total = counts.same + counts.differing + counts.changed + counts.erased
    talk.say(
      "Run \(verified.id): \(total) photos, \(counts.same) read the same, \(counts.differing) differ, "
        + "\(counts.changed) originals changed or missing, \(counts.erased) erased.")
    if counts.differing + counts.changed > 0 { try ExitStatus.review.end() }
  }
}
