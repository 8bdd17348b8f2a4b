import Synchronization

/// A clock that goes on when it is told to.
final class TestClock: Sendable {
  private let state = Mutex(ContinuousClock.now)

  var now: ContinuousClock.Instant { state.withLock { $0 } }

  func advance(_ duration: Duration) { state.withLock { $0 = $0 + duration } }
}
