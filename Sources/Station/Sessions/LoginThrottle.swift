/// Makes whoever tries tokens wait longer and longer.
///
/// A value without a clock of its own: times are given to it.
struct LoginThrottle: Sendable {
  /// When waiting begins and ends.
  struct Limits: Sendable {
    /// Failures from one address before it has to wait.
    var freeOfAddress = 5
    /// Failures of everybody before everybody has to wait.
    var freeInAll = 25
    /// The first wait; each further failure doubles it.
    var firstWait = Duration.seconds(1)
    /// The longest wait.
    var longestWait = Duration.seconds(300)
    /// After which time without a failure all is forgotten.
    var memory = Duration.seconds(900)
    /// How many addresses are remembered; the one that failed longest ago gives way.
    var mostAddresses = 1_024
  }

  private struct Failures {
    var count = 0
    var last: ContinuousClock.Instant
  }

  private let limits: Limits
  private var addresses: [String: Failures] = [:]
  private var all: Failures?

  init(limits: Limits = Limits()) {
    self.limits = limits
  }

  /// How long `address` has to wait before its next try; nil when it need not.
  func wait(for address: String, now: ContinuousClock.Instant) -> Duration? {
    let waits = [
      wait(addresses[address], free: limits.freeOfAddress, now: now),
      wait(all, free: limits.freeInAll, now: now),
    ]
    return waits.compactMap(\.self).max()
  }

  /// Notes a failure.
  mutating func failed(_ address: String, now: ContinuousClock.Instant) {
    all = next(all, now: now)
    addresses[address] = next(addresses[address], now: now)
    guard addresses.count > limits.mostAddresses else { return }
    if let oldest = addresses.min(by: { $0.value.last < $1.value.last })?.key {
      addresses[oldest] = nil
    }
  }

  /// Notes that a token was right: the address starts afresh, the others do not.
  mutating func succeeded(_ address: String) {
    addresses[address] = nil
  }

  private func next(_ failures: Failures?, now: ContinuousClock.Instant) -> Failures {
    guard let failures, now - failures.last < limits.memory else {
      return Failures(count: 1, last: now)
    }
    return Failures(count: failures.count + 1, last: now)
  }

  private func wait(_ failures: Failures?, free: Int, now: ContinuousClock.Instant) -> Duration? {
    guard let failures, failures.count >= free, now - failures.last < limits.memory else {
      return nil
    }
    // Sixteen doublings are beyond every longest wait, and far from overflowing.
    let doubled = limits.firstWait * (1 << min(failures.count - free, 16))
    let left = min(doubled, limits.longestWait) - (now - failures.last)
    return left > .zero ? left : nil
  }
}
