internal import Synchronization

/// How far the reading of photos has come, told by whoever reads and shown on the pages.
public final class ReadingProgress: Sendable {
  /// Where the reading stands.
  public struct Snapshot: Sendable, Hashable {
    /// Photos a minute, over the last minute; nil while too few were read to say.
    public let rate: Double?
    /// Photos that wait.
    public let left: Int
    /// Seconds until the last of them is read at that rate; nil when nothing can be said.
    public let secondsLeft: Int?
    /// Whether photos are being read.
    public let isRunning: Bool
  }

  private struct State {
    /// Photos read, by second.
    var read: [(second: Int64, count: Int)] = []
    var waiting = 0
  }

  /// The seconds over which the rate is taken.
  private static let window: Int64 = 60
  private let state = Mutex(State())
  private let start = ContinuousClock.now
  private let now: @Sendable () -> ContinuousClock.Instant

  /// Nothing read, nothing waiting.
  public convenience init() { self.init { .now } }

  init(now: @escaping @Sendable () -> ContinuousClock.Instant) {
    self.now = now
  }

  /// So many photos were read.
  public func read(_ count: Int = 1) {
    let second = second()
    state.withLock { state in
      if let last = state.read.last, last.second == second {
        state.read[state.read.count - 1].count += count
      } else {
        state.read.append((second, count))
      }
      state.read.removeAll { $0.second <= second - Self.window }
      state.waiting = max(0, state.waiting - count)
    }
  }

  /// So many photos wait to be read.
  public func setWaiting(_ count: Int) {
    state.withLock { $0.waiting = max(0, count) }
  }

  /// Where the reading stands.
  public var snapshot: Snapshot {
    let second = second()
    return state.withLock { state in
      let recent = state.read.filter { $0.second > second - Self.window }
      let count = recent.reduce(0) { $0 + $1.count }
      // A reading that began ten seconds ago has a rate over ten seconds, not over a minute.
      let span = recent.first.map { max(1, second - $0.second + 1) }
      let isRunning = state.waiting > 0
      let rate = span.flatMap { count >= 2 ? Double(count) * 60 / Double($0) : nil }
      let left = rate.flatMap { $0 > 0 ? Double(state.waiting) * 60 / $0 : nil }
      return Snapshot(
        rate: isRunning ? rate.map { ($0 * 10).rounded() / 10 } : nil, left: state.waiting,
        secondsLeft: isRunning ? left.map { Int($0.rounded(.up)) } : nil, isRunning: isRunning)
    }
  }

  private func second() -> Int64 { (now() - start).components.seconds }
}
