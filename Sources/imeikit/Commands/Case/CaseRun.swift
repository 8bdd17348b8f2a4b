import BlockList
import CaseFile
import Foundation
import Imaging
import Intake
import Synchronization

/// One run of reading into a case: self-test, reading, self-test, originals hashed again, findings.
struct CaseRun {
  /// The case.
  let file: CaseFile
  /// Who reads.
  let pool: WorkerPool
  /// How photos are taken in.
  let intake: CaseIntake
  /// Where remarks go.
  let talk: Talk
  private let level: WorkerLevel
  private let isStopped = Flag()
  private let limits: ImageLimits

  init(
    file: CaseFile, reading: ReadingOptions, options: CaseIntake.Options, talk: Talk
  ) {
    let level = WorkerLevel()
    self.level = level
    self.file = file
    self.talk = talk
    limits = reading.limits.imageLimits
    pool = reading.pool(wantsCrops: true, followsLinks: false) { level.note($0) }
    intake = CaseIntake(file: file, pool: pool, options: options)
  }

  /// Runs `body` between the run's beginning and its end.
  ///
  /// - Parameter catchesSignals: whether SIGINT and SIGTERM stop the run; not where somebody else catches them and
  ///   cancels the task, since only the first of two handlers would be called.
  func run(
    catchesSignals: Bool = true, _ body: (CaseIntake) async throws -> Void
  ) async throws {
    let (pool, isStopped) = (pool, isStopped)
    let signals =
      catchesSignals
      ? StopSignals {
        isStopped.set()
        pool.stop()
      } : nil
    defer { signals?.cancel() }
    let before = try await selfTest()
    let lists = try BlockListOptions.existingStore().map {
      try BlockListStore(path: $0, mode: .readOnly).lists().map(\.list)
    }
    try await intake.begin(
      RunDetails(
        settings: try .reading(limits: limits, toolVersion: Version.text), lists: lists ?? [],
        sandbox: level.name, machine: Self.machine))
    try await intake.log(before, moment: "before")
    do {
      try await body(intake)
      let after = try await selfTest()
      try await intake.log(after, moment: "after")
      try await finish()
      try await intake.end(outcome: "finished")
    } catch let error where Self.isStop(error) {
      // A watch always ends so. Only the self-test needs the workers.
      pool.stop()
      try await finish()
      try await intake.end(outcome: "stopped")
      throw error
    } catch {
      // What failed is told even where its record fails too.
      try? await intake.end(outcome: "failed")
      throw error
    }
    await pool.end()
  }

  /// Waits, unless the run is told to stop.
  ///
  /// - Throws: `IntakeError` of code `stopped`.
  func pause(_ duration: Duration) async throws {
    let end = ContinuousClock.now + duration
    while ContinuousClock.now < end, !isStopped.isSet {
      try await Task.sleep(for: .milliseconds(100))
    }
    guard !isStopped.isSet else {
      throw IntakeError(
        code: .stopped, message: "The run was stopped.", cure: "Start it again to go on.")
    }
  }

  private static func isStop(_ error: any Error) -> Bool {
    error is CancellationError || (error as? IntakeError)?.code == .stopped
  }

  private func selfTest() async throws -> [SelfTest.Outcome] {
    let outcomes = try await SelfTest(pool: pool).run()
    if let failure = outcomes.failure {
      throw Failure(
        .internalFailure,
        failure + " Nothing that this machine reads can be relied on; see imeikit doctor.")
    }
    return outcomes
  }

  private func finish() async throws {
    let originals = try await intake.checkOriginals()
    if originals.deviations.isEmpty {
      talk.say("\(originals.same) originals hashed again: all as they were.")
    } else {
      for sentence in originals.deviations.prefix(20) { talk.say(sentence) }
      talk.say(
        "\(originals.deviations.count) originals are not as they were; a report needs them acknowledged: "
          + "imeikit case originals --help")
    }
    let found = try await intake.addFindings()
    if found > 0 { talk.say("\(found) new findings: imeikit case findings") }
  }

  private static var machine: String {
    let info = ProcessInfo.processInfo
    return "\(info.hostName), \(info.operatingSystemVersionString), \(info.processorCount) cores"
  }
}

/// How far the workers of a run are confined, as they say themselves.
private final class WorkerLevel: Sendable {
  private let level = Mutex<Sandbox.Level?>(nil)

  var name: String { level.withLock { $0?.rawValue } ?? "unknown" }

  func note(_ event: WorkerEvent) {
    if case .ready(_, let reached) = event { level.withLock { $0 = reached } }
  }
}

/// Something that a signal sets.
private final class Flag: Sendable {
  private let value = Mutex(false)

  var isSet: Bool { value.withLock { $0 } }

  func set() { value.withLock { $0 = true } }
}
