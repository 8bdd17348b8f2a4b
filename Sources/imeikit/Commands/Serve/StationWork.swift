import BlockList
import CaseFile
import Intake
import Station

/// What the station does beside answering: reads what is uploaded, and signs where the log stands.
///
/// Each run of the case names the lists that its answers come from; when another list comes into force, by the
/// page or by another command, the run ends and the next begins with workers that know it.
struct StationWork: Sendable {
  /// How often the log's head is signed while the station runs.
  private static let signing = Duration.seconds(60)
  /// How often lists are looked at.
  private static let looking = Duration.seconds(10)

  let file: CaseFile
  let reading: ReadingOptions
  let services: StationServices
  let talk: Talk

  /// Reads until the station ends.
  @Sendable func run() async throws {
    let signing = Task {
      while !Task.isCancelled {
        try await Task.sleep(for: Self.signing)
        try await services.desk.use { try $0.signHeadIfKeyed() }
      }
    }
    defer { signing.cancel() }
    do {
      while !Task.isCancelled { try await runOnce() }
    } catch let error as IntakeError where error.code == .stopped {
      return
    }
  }

  private func runOnce() async throws {
    let desk = ListDesk(path: services.listStorePath)
    let lists = try await desk.lists().map(\.list)
    // What the case holds already is asked for in a list that came into force while nothing ran, or by another
    // command; what a worker read by the former list meanwhile, too.
    services.recheck.start()
    let taking = PhotoTaking(services) { talk.say($0) }
    let looking = Task {
      while !Task.isCancelled {
        try await Task.sleep(for: Self.looking)
        guard try await desk.lists().map(\.list) == lists else {
          talk.say("Another list is in force; what is read from now on is checked against it.")
          return taking.stop()
        }
      }
    }
    defer { looking.cancel() }
    let run = CaseRun(
      file: file, reading: reading,
      options: CaseIntake.Options(maximumBytes: services.maximumFileBytes), talk: talk)
    try await run.run(catchesSignals: false) { intake in
      talk.say("The self-test passed; photos are read as they come.")
      try await taking.run(intake)
    }
  }
}
