import Foundation
import Glibc
import IntakeTestSupport
import Testing

@testable import Intake

@Suite(.timeLimit(.minutes(2))) struct WorkerPoolTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  private func photos(_ texts: [String]) throws -> [PhotoListing.Entry] {
    try texts.enumerated().map { index, text in
      .init(path: try folder.write(Array(text.utf8), to: String(format: "%05d.jpg", index)))
    }
  }

  private func collect(
    _ entries: [PhotoListing.Entry], _ configuration: WorkerPool.Configuration
  ) async throws -> [PhotoResult] {
    let pool = WorkerPool(configuration)
    var results: [PhotoResult] = []
    for try await result in pool.results(for: entries) { results.append(result) }
    await pool.end()
    return results
  }

  @Test(arguments: [1, 2, 5])
  func resultsComeInTheOrderOfTheListingWithAnyNumberOfWorkers(jobs: Int) async throws {
    var entries = try photos((0..<40).map { "slow \(($0 * 7) % 11) photo \($0)" })
    entries.insert(.init(path: PhotoPath("no"), refusal: .init(reason: "r", cure: "c")), at: 20)
    let results = try await collect(entries, FixtureProcess.configuration(jobs: jobs))
    #expect(results.map(\.path) == entries.map(\.path))
    #expect(results[20] == .refused(PhotoPath("no"), reason: "r", cure: "c"))
    for (entry, result) in zip(entries, results) where entry.refusal == nil {
      #expect(try result.json() == ScriptedReader().read(input(entry.path)).json())
    }
  }

  private func input(_ path: PhotoPath) throws -> PhotoInput {
    PhotoInput(path: path, bytes: try PhotoOpener().read(path))
  }

  @Test(arguments: [
    ("segv", "was ended by signal 11 (SIGSEGV)"), ("abort", "was ended by signal 6 (SIGABRT)"),
    ("exit 7", "ended with exit status 7"), ("exit 0", "ended with exit status 0"),
  ])
  func aPhotoThatEndsItsWorkerIsRefusedAndTheOthersAreRead(
    text: String, words: String
  ) async throws {
    let entries = try photos(["a", text, "b", "c"])
    let log = EventLog()
    let results = try await collect(
      entries, FixtureProcess.configuration(jobs: 2, onEvent: { log.add($0) }))
    #expect(results.map(\.status) == [.accepted, .refused, .accepted, .accepted])
    #expect(
      results[1].reason == "The photo was tried 2 times; at last the worker reading it \(words).")
    #expect(results[1].sha256 == (try input(entries[1].path)).sha256)
    #expect(results[1].cure != nil)
    #expect(log.lost == [words, words])
  }

  @Test func whatALostWorkerSaidLastIsKept() async throws {
    let log = EventLog()
    _ = try await collect(
      try photos(["abort"]), FixtureProcess.configuration(onEvent: { log.add($0) }))
    let said = log.all.compactMap { event -> String? in
      if case .lost(_, _, _, let lastWords) = event { lastWords } else { nil }
    }
    #expect(said.count == 2 && said.allSatisfy { $0.contains("scripted: abort") })
  }

  @Test func aPhotoThatTakesTooLongIsRefusedAndTheOthersAreRead() async throws {
    let entries = try photos(["a", "hang", "b"])
    let results = try await collect(
      entries, FixtureProcess.configuration(jobs: 2, photoTime: .seconds(1)))
    #expect(results.map(\.status) == [.accepted, .refused, .accepted])
    #expect(results[1].reason?.hasSuffix("took longer than 1 s.") == true)
  }

  @Test func aWorkerThatAnswersNonsenseIsRefused() async throws {
    let results = try await collect(try photos(["a"]), FixtureProcess.configuration("liar"))
    #expect(results.map(\.status) == [.refused])
    #expect(results[0].reason?.hasSuffix("is no result of its job.") == true)
  }

  @Test func tenWorkersEndedAtRandomMomentsChangeNothing() async throws {
    let entries = try photos((0..<100).map { "slow 40 photo \($0)" })
    let undisturbed = try await collect(entries, FixtureProcess.configuration())
    let log = EventLog()
    // A thread of its own: beside busy tests a task would wait too long for its turn.
    let disturber = Thread {
      var killed = 0
      while killed < 10, !Thread.current.isCancelled {
        // Far enough apart for a slow machine's workers to get on between two kills.
        usleep(UInt32.random(in: 100_000...250_000))
        guard let pid = log.readyPids.filter({ FixtureProcess.isRunning($0) }).randomElement()
        else { continue }
        kill(pid, SIGKILL)
        killed += 1
      }
    }
    disturber.start()
    let disturbed = try await collect(
      entries, FixtureProcess.configuration(onEvent: { log.add($0) }))
    disturber.cancel()
    #expect(log.lost.count >= 5, "too few workers were ended to say anything")
    #expect(disturbed.count == 100)
    for (one, other) in zip(disturbed, undisturbed) {
      #expect(one == other, "\(one.file): \(one.reason ?? "")")
    }
  }

  @Test func aWorkerKilledFromOutsideAgainAndAgainCostsThePhotoAtLast() async throws {
    let log = EventLog()
    let killer: @Sendable (WorkerEvent) -> Void = { event in
      log.add(event)
      if case .ready(let pid, _) = event { kill(pid, SIGKILL) }
    }
    let results = try await collect(
      try photos(["a"]), FixtureProcess.configuration(jobs: 1, onEvent: killer))
    #expect(results.map(\.status) == [.refused])
    #expect(results[0].reason?.contains("tried 12 times") == true)
    #expect(log.lost.count == 12)
  }

  @Test func tenKillsOfAWorkerThatIsStartingCostNothing() async throws {
    let starts = try folder.write([], to: "starts").text
    let log = EventLog()
    let results = try await collect(
      try photos(["a"]),
      FixtureProcess.configuration(
        "killed-starting", starts, "10", jobs: 1, onEvent: { log.add($0) }))
    #expect(results.map(\.status) == [.accepted])
    #expect(log.lost == Array(repeating: "was ended by signal 9 (SIGKILL)", count: 10))
  }

  @Test func aWorkerThatIsKilledInEveryStartIsAClearError() async throws {
    let starts = try folder.write([], to: "starts").text
    let log = EventLog()
    let error = await #expect(throws: IntakeError.self) {
      try await collect(
        try photos(["a"]),
        FixtureProcess.configuration(
          "killed-starting", starts, "1000", jobs: 1, onEvent: { log.add($0) }))
    }
    #expect(error?.code == .workerUnavailable)
    #expect(error?.message.contains("in 15 attempts") == true)
    #expect(log.lost.count == 15)
  }

  @Test func aWorkerIsReplacedAfterItsShareOfPhotos() async throws {
    let log = EventLog()
    let results = try await collect(
      try photos((0..<25).map { "photo \($0)" }),
      FixtureProcess.configuration(jobs: 1, photosPerWorker: 10, onEvent: { log.add($0) }))
    #expect(results.allSatisfy { $0.status == .accepted })
    #expect(Set(log.readyPids).count == 3)
    #expect(log.lost.isEmpty)
    for pid in log.readyPids { #expect(!FixtureProcess.isRunning(pid)) }
  }

  @Test(arguments: ["mute", "rambler"])
  func aProgramThatIsNoWorkerIsAClearError(mode: String) async throws {
    let entries = try photos(["a", "b"])
    let error = await #expect(throws: IntakeError.self) {
      try await collect(entries, FixtureProcess.configuration(mode))
    }
    #expect(error?.code == .workerUnavailable)
  }

  @Test func aProgramThatIsNotThereIsAClearError() async throws {
    let pool = WorkerPool(.init(executable: PhotoPath("/nonexistent/program"), arguments: []))
    let error = await #expect(throws: IntakeError.self) { try await pool.read(PhotoPath("a")) }
    #expect(error?.code == .workerUnavailable)
    #expect(error?.detail?.contains("No such file or directory") == true)
  }

  @Test func aPhotoAskedForAloneGoesAheadOfAScan() async throws {
    let entries = try photos(["slow 1500"] + Array(repeating: "a", count: 30))
    let single = try folder.write(Array("count".utf8), to: "single.jpg")
    let pool = WorkerPool(FixtureProcess.configuration(jobs: 1))
    let scanned = entries.map { pool.submit($0.path, isSingle: false) }
    let asked = pool.submit(single, isSingle: true)
    let warnings = try await asked.value().warnings
    #expect(["photo 1 of this worker", "photo 2 of this worker"].map { [$0] }.contains(warnings))
    for ticket in scanned { _ = try await ticket.value() }
    await pool.end()
  }

  @Test func stoppingEndsWorkersAndPhotosInHand() async throws {
    let entries = try photos(["hang", "hang", "a"])
    let log = EventLog()
    let pool = WorkerPool(FixtureProcess.configuration(jobs: 2, onEvent: { log.add($0) }))
    let reading = Task { try await pool.read(entries[0].path) }
    while log.readyPids.isEmpty { try await Task.sleep(for: .milliseconds(5)) }
    pool.stop()
    let error = await #expect(throws: IntakeError.self) { try await reading.value }
    #expect(error?.code == .stopped)
    await pool.end()
    for pid in log.readyPids { #expect(!FixtureProcess.isRunning(pid)) }
    let late = await #expect(throws: IntakeError.self) { try await pool.read(entries[2].path) }
    #expect(late?.code == .stopped)
  }

  @Test func workersEndWithThePoolObject() async throws {
    let log = EventLog()
    do {
      let pool = WorkerPool(FixtureProcess.configuration(onEvent: { log.add($0) }))
      _ = try await pool.read(try photos(["a"])[0].path)
    }
    for pid in log.readyPids { #expect(await FixtureProcess.waitUntilGone(pid)) }
    #expect(log.readyPids.count == 1)
  }

  @Test func aWorkerThatDoesNotEndIsEnded() async throws {
    let log = EventLog()
    let pool = WorkerPool(
      FixtureProcess.configuration(
        "stuck-worker", jobs: 1, photoTime: .milliseconds(300), attempts: 1,
        onEvent: { log.add($0) }))
    #expect(try await pool.read(try photos(["a"])[0].path).status == .refused)
    await pool.end()
    for pid in log.readyPids { #expect(!FixtureProcess.isRunning(pid)) }
  }

  @Test func aCancelledTaskStopsWaiting() async throws {
    let path = try photos(["hang"])[0].path
    let pool = WorkerPool(FixtureProcess.configuration())
    let reading = Task { try await pool.read(path) }
    try await Task.sleep(for: .milliseconds(100))
    reading.cancel()
    await #expect(throws: CancellationError.self) { try await reading.value }
    pool.stop()
  }

  @Test func noMorePhotosAreTakenThanTheLookAheadAllows() async throws {
    let entries = try photos((0..<50).map { _ in "x" })
    let pool = WorkerPool(FixtureProcess.configuration(lookAhead: 5))
    let taken = Counter()
    let source = entries.lazy.map { entry in
      taken.add()
      return entry
    }
    var results = pool.results(for: source).makeAsyncIterator()
    for step in 1...10 {
      _ = try await results.next()
      #expect(taken.value <= step + 5)
    }
    pool.stop()
  }

  @Test func hostileNamesReachTheWorker() async throws {
    let names: [[UInt8]] = [[0xFF, 0x0A, 0x22, 0x5C], Array("\u{2028}\u{202E}.jpg".utf8)]
    let entries = try names.map { PhotoListing.Entry(path: try folder.write([1, 2, 3], to: $0)) }
    let results = try await collect(entries, FixtureProcess.configuration())
    #expect(results.map(\.path) == entries.map(\.path))
    #expect(results.map(\.width) == [3, 3])
  }

  @Test func aFileThatVanishesIsOneRefusedResult() async throws {
    let entries = try photos(["a", "b", "c"])
    unlink(entries[1].path.cString)
    let results = try await collect(entries, FixtureProcess.configuration())
    #expect(results.map(\.status) == [.accepted, .refused, .accepted])
    #expect(results[1].reason == "The file is not there.")
  }
}
