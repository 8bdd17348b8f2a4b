internal import BlockList
internal import CaseFile
internal import Intake
internal import Synchronization

/// Asks the lists again for the numbers that the case holds when another list has come into force, beside
/// everything else that the station does.
public final class ListRecheck: Sendable {
  /// Where it stands.
  public struct Snapshot: Sendable, Hashable {
    /// How many numbers, or readings in review, were looked at; `nil` while nothing is asked.
    public var done: Int?
    /// How many there are; 0 until that is known.
    public var total = 0
    /// Why the last one ended without answers, in a sentence.
    public var failure: String?
  }

  private struct State {
    var snapshot = Snapshot()
    /// Who wants it asked, once more after the one under way.
    var wanted: Wish?
    var task: Task<Void, Never>?
    var hasEnded = false
  }

  private struct Wish {
    let person: String?
  }

  private let state = Mutex(State())
  /// The case on a queue of its own: asking takes longer than a page may wait.
  private let desk: CaseDesk
  private let events: EventHub
  private let storePath: @Sendable () -> String?

  init(
    desk: CaseDesk, events: EventHub, storePath: @escaping @Sendable () -> String?
  ) {
    self.desk = desk.beside()
    self.events = events
    self.storePath = storePath
  }

  /// Where it stands.
  public var snapshot: Snapshot { state.withLock(\.snapshot) }

  /// Has the numbers asked for, and returns at once; nothing is written where they were asked for in the same
  /// lists. What is wanted while lists are asked is done after it.
  ///
  /// - Parameter person: who wants it, as known to the case; the session's person otherwise.
  public func start(person: String? = nil) {
    state.withLock { state in
      guard !state.hasEnded else { return }
      state.wanted = Wish(person: person)
      guard state.task == nil else { return }
      state.snapshot = Snapshot(done: 0)
      state.task = Task { await self.work() }
    }
    events.noteHaulChange()
  }

  /// Ends what is under way, with nothing written, and begins nothing more.
  public func end() async {
    let task = state.withLock { state in
      state.hasEnded = true
      state.wanted = nil
      return state.task
    }
    task?.cancel()
    await task?.value
  }

  /// Waits until nothing is asked.
  func settle() async {
    while let task = state.withLock(\.task) { await task.value }
  }

  private func work() async {
    while let wish = next() {
      var failure: String?
      do {
        try await ask(wish)
      } catch is CancellationError {
      } catch let error as CaseFileError {
        failure = error.description
      } catch let error as BlockListError {
        failure = error.description
      } catch let error as IntakeError {
        failure = error.description
      } catch {
        failure = "\(error)"
      }
      state.withLock { [failure] in $0.snapshot.failure = failure }
      events.noteHaulChange()
    }
  }

  private func next() -> Wish? {
    state.withLock { state in
      guard let wish = state.wanted else {
        state.task = nil
        state.snapshot.done = nil
        return nil
      }
      state.wanted = nil
      state.snapshot = Snapshot(done: 0)
      return wish
    }
  }

  private func ask(_ wish: Wish) async throws {
    guard let path = storePath() else { return }
    let found = try await desk.use { file -> Int? in
      let store = try BlockListStore(path: path, mode: .readOnly)
      guard try store.lists().contains(where: \.list.kind.flags) else { return nil }
      // A closed case has the answers that it was closed with.
      let status = try file.status()
      guard status.closedAt == nil, status.purgedAt == nil else { return nil }
      let outcome = try CaseRecheck(file: file, store: store).run(person: wish.person) { progress in
        try Task.checkCancellation()
        self.note(progress)
      }
      guard case .asked = outcome else { return nil }
      // What is flagged now may make a pair of which one is listed.
      return try file.addFindings()
    }
    guard let found, found > 0 else { return }
    events.publish(StationEvent(name: "finding", json: #"{"count":\#(found)}"#))
  }

  private func note(_ progress: CaseRecheck.Progress) {
    state.withLock { state in
      state.snapshot.done = progress.done
      state.snapshot.total = progress.total
    }
    events.noteHaulChange()
  }
}
