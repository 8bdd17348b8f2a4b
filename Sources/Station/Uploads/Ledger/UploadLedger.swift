internal import BlockList
internal import CaseFile
internal import Intake

/// Adopts received files and records them: what waits is recorded together, so that many senders wait for one
/// synchronisation of the disk rather than for one each.
actor UploadLedger {
  /// One request's files.
  struct Entry: Sendable {
    let batch: UploadBatch
    let drafts: [DraftedOriginal]
  }

  /// Records requests in one transaction.
  typealias Record =
    @Sendable ([UploadBatch]) async throws -> [Result<
      [UploadRecord], CaseFileError
    >]
  /// Whether the case tells of a photo.
  typealias IsRecorded = @Sendable (String) async throws -> Bool

  private typealias Waiting = (
    entry: Entry, answer: CheckedContinuation<[UploadRecord], any Error>
  )

  /// About as many files as are recorded at a time.
  private static let mostFiles = 512

  private let executor = QueueExecutor(label: "imeikit.station.uploads")
  private let store: OriginalStore
  private let writes: Record
  private let isRecorded: IsRecorded
  private var waiting: [Waiting] = []
  private var isBusy = false

  nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

  init(store: OriginalStore, writes: @escaping Record, isRecorded: @escaping IsRecorded) {
    self.store = store
    self.writes = writes
    self.isRecorded = isRecorded
  }

  /// Adopts and records a request's files; when this returns they survive a kill and a loss of power.
  ///
  /// - Throws: `CaseFileError`, `IntakeError`; nothing of the request is left then.
  func record(_ entry: Entry) async throws -> [UploadRecord] {
    try await withCheckedThrowingContinuation { answer in
      waiting.append((entry, answer))
      if !isBusy {
        isBusy = true
        // On its own: a sender that goes away must not stop what others wait for.
        Task { await self.recordAll() }
      }
    }
  }

  /// Does something while nothing is being recorded.
  func whileIdle<Value: Sendable>(_ body: @Sendable () async throws -> Value) async throws -> Value
  {
    while isBusy { try await Task.sleep(for: .milliseconds(10)) }
    isBusy = true
    defer { Task { await self.recordAll() } }
    return try await body()
  }

  private func recordAll() async {
    while !waiting.isEmpty {
      var files = 0
      let batch = waiting.prefix { waiting in
        defer { files += waiting.entry.drafts.count }
        return files < Self.mostFiles
      }
      waiting.removeFirst(batch.count)
      let outcomes = await record(batch.map(\.entry))
      for (waiting, outcome) in zip(batch, outcomes) { waiting.answer.resume(with: outcome) }
    }
    isBusy = false
  }

  private func record(_ entries: [Entry]) async -> [Result<[UploadRecord], any Error>] {
    let lock: OriginalStore.AdoptionLock
    do { lock = try store.lockForAdoption() } catch {
      return entries.map { _ in .failure(error) }
    }
    defer { withExtendedLifetime(lock) {} }
    return await recordLocked(entries)
  }

  private func recordLocked(_ entries: [Entry]) async -> [Result<[UploadRecord], any Error>] {
    let adopted: Set<String>
    do {
      adopted = try store.adopt(entries.flatMap(\.drafts))
    } catch {
      guard entries.count > 1 else { return [.failure(error)] }
      return await eachAlone(entries)
    }
    do {
      let outcomes = try await writes(entries.map(\.batch))
      await takeBack(adopted, entries, outcomes)
      return outcomes.map { $0.mapError { $0 as any Error } }
    } catch {
      await takeBack(adopted, entries, nil)
      guard entries.count > 1, !Self.isOfAll(error) else {
        return entries.map { _ in .failure(error) }
      }
      return await eachAlone(entries)
    }
  }

  /// One request must not fail for what is wrong with another.
  private func eachAlone(_ entries: [Entry]) async -> [Result<[UploadRecord], any Error>] {
    var outcomes: [Result<[UploadRecord], any Error>] = []
    for entry in entries { outcomes += await recordLocked([entry]) }
    return outcomes
  }

  /// Takes away what was adopted for requests that were not recorded.
  private func takeBack(
    _ adopted: Set<String>, _ entries: [Entry],
    _ outcomes: [Result<[UploadRecord], CaseFileError>]?
  ) async {
    for (index, entry) in entries.enumerated() {
      if let outcomes, case .success = outcomes[index] { continue }
      for draft in entry.drafts where adopted.contains(draft.sha256) {
        // Another request may have brought the same bytes. What cannot be found out stays.
        guard let known = try? await isRecorded(draft.sha256), !known else { continue }
        _ = try? store.remove([draft.sha256])
      }
    }
  }

  /// Whether an error is of the case or the machine, so that nothing else would fare better.
  static func isOfAll(_ error: any Error) -> Bool {
    switch error {
    case let error as CaseFileError:
      [.diskFull, .caseBusy, .caseClosed, .casePurged, .caseUnavailable, .caseDamaged]
        .contains(error.code)
    case let error as IntakeError: [.diskFull, .workerUnavailable].contains(error.code)
    default: false
    }
  }
}
