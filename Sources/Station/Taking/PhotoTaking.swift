internal import CaseFile
public import Intake
internal import Logging
internal import Synchronization

/// Reads what was uploaded: first what a former server left unread, then what arrives, until it is told to stop.
public final class PhotoTaking: Sendable {
  /// How many uploads are read at a time.
  static let batch = 64
  /// How often uploads are looked for that nobody told of, such as those of another process.
  private static let look = Duration.seconds(5)

  private let services: StationServices
  private let tell: @Sendable (String) -> Void
  private let state = Mutex(State())

  private struct State {
    var isStopped = false
    var current: Task<Void, any Error>?
  }

  /// A taker of the station's uploads.
  ///
  /// - Parameter tell: told what went wrong, a sentence each; the station's log when nil.
  public init(_ services: StationServices, tell: (@Sendable (String) -> Void)? = nil) {
    self.services = services
    let logger = services.logger
    self.tell = tell ?? { logger.warning("\(LogText.line($0, limit: 1_000))") }
  }

  /// Reads uploads until ``stop()`` is called or the task is cancelled, and returns then; what is in hand is given
  /// up, and read by the next server.
  ///
  /// - Parameter intake: an intake whose run has begun; its pool reads the photos.
  /// - Throws: `IntakeError` of code `stopped` when the pool was stopped.
  public func run(_ intake: CaseIntake) async throws {
    try await services.uploads.prepare()
    // Nobody is to wait for results when nothing reads.
    services.uploads.notices.begin()
    defer { services.uploads.notices.end() }
    try await withTaskCancellationHandler {
      var pace = TakingPace()
      while !isStopped {
        let arrival = services.uploads.notices.listen(to: .arrival)
        do {
          if try await step(intake, &pace) { continue }
        } catch let error as IntakeError where error.code == .stopped {
          if isStopped { return }
          throw error
        } catch {
          if isStopped { return }
          await fail(error, &pace)
          continue
        }
        await UploadNotices.wait(for: arrival, atMost: Self.look)
      }
    } onCancel: {
      stop()
    }
  }

  /// Ends ``run(_:)``.
  public func stop() {
    let current = state.withLock { state in
      state.isStopped = true
      return state.current
    }
    current?.cancel()
    services.uploads.notices.tell(.arrival)
    services.uploads.notices.tell(.stop)
  }

  private var isStopped: Bool { state.withLock(\.isStopped) || Task.isCancelled }

  /// Reads the next uploads, or compares the case when there are none.
  ///
  /// - Returns: whether there were any.
  private func step(_ intake: CaseIntake, _ pace: inout TakingPace) async throws -> Bool {
    let uploads = try await next(pace)
    guard !uploads.isEmpty else {
      if pace.wantsFindings { try await compare(intake, &pace) }
      return false
    }
    pace.began(uploads)
    let batch = TakenBatch(uploads, services: services)
    try await cancellable { try await batch.take(intake) }
    pace.succeeded()
    return true
  }

  /// The uploads to read next, oldest first, without those that are put aside.
  private func next(_ pace: TakingPace) async throws -> [UploadRecord] {
    let (aside, limit) = (pace.aside, pace.limit)
    let (found, waiting) = try await services.desk.use { file in
      var found: [UploadRecord] = []
      var row: Int64 = 0
      while found.count < limit {
        let page = try file.uploads(state: .waiting, after: row, limit: Self.batch)
        guard let last = page.last else { break }
        row = last.row
        found += page.filter { !aside.contains($0.sha256) }.prefix(limit - found.count)
      }
      return (found, try file.uploadCounts()[.waiting] ?? 0)
    }
    services.progress.setWaiting(waiting)
    return found
  }

  /// Looks for what only the whole case shows, once nothing waits.
  private func compare(_ intake: CaseIntake, _ pace: inout TakingPace) async throws {
    let start = ContinuousClock.now
    let count = try await intake.addFindings()
    pace.compared(in: ContinuousClock.now - start)
    guard count > 0 else { return }
    services.events.publish(StationEvent(name: "finding", json: #"{"count":\#(count)}"#))
  }

  /// Tells of a failure and waits before going on.
  private func fail(_ error: any Error, _ pace: inout TakingPace) async {
    let names = pace.failed(isOfAll: UploadLedger.isOfAll(error))
    let words = Self.words(of: error)
    tell(
      names.isEmpty
        ? "Uploads cannot be read for now: \(words) It is tried again."
        : "Uploads were not read (\(names)): \(words) They stay waiting and are tried again.")
    let arrival = services.uploads.notices.listen(to: .stop)
    guard !isStopped else { return }
    await UploadNotices.wait(for: arrival, atMost: pace.pause)
  }

  private static func words(of error: any Error) -> String {
    switch error {
    case let error as CaseFileError: error.description
    case let error as IntakeError: error.description
    default: "\(error)"
    }
  }

  /// Does something that ``stop()`` cancels.
  private func cancellable(_ body: @escaping @Sendable () async throws -> Void) async throws {
    let task = Task { try await body() }
    let isStopped = state.withLock { state in
      state.current = task
      return state.isStopped
    }
    defer { state.withLock { $0.current = nil } }
    if isStopped { task.cancel() }
    try await task.value
  }
}
