internal import Synchronization

/// What the station counts of itself.
final class StationMetrics: Sendable {
  /// The counts since the start.
  struct Counts: Sendable, Hashable {
    /// Answers by the first digit of their status.
    var answers: [Int: Int] = [:]
    /// Log-ins that failed.
    var failedLogins = 0
  }

  private let state = Mutex(Counts())

  /// The counts so far.
  var counts: Counts { state.withLock { $0 } }

  /// Counts an answer.
  func answered(_ status: Int) {
    state.withLock { $0.answers[status / 100, default: 0] += 1 }
  }

  /// Counts a log-in that failed.
  func loginFailed() {
    state.withLock { $0.failedLogins += 1 }
  }
}
