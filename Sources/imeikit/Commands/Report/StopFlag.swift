import Synchronization

/// Whether the user has had enough.
final class StopFlag: Sendable {
  private let isSet = Mutex(false)

  func set() { isSet.withLock { $0 = true } }

  /// - Throws: `Failure` once the flag is set.
  func check() throws {
    guard isSet.withLock({ $0 }) else { return }
    throw Failure(.internalFailure, "The work was stopped; nothing was written or logged.")
  }
}
