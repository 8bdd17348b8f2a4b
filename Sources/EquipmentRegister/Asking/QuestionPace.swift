/// Keeps questions apart by a least time, whoever asks them.
actor QuestionPace {
  private let interval: Duration
  private var next: ContinuousClock.Instant?

  /// - Parameter perSecond: questions a second at most; `nil` for no limit.
  init(perSecond: Double?) {
    interval = perSecond.map { .seconds(1 / $0) } ?? .zero
  }

  /// Waits for the caller's turn; turns are given out in the order of the calls.
  ///
  /// - Throws: `CancellationError`.
  func wait() async throws {
    guard interval > .zero else { return }
    let now = ContinuousClock.now
    let turn = max(next ?? now, now)
    next = turn + interval
    try await Task.sleep(until: turn, clock: .continuous)
  }
}
