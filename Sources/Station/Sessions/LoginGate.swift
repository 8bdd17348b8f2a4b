internal import Synchronization

/// The throttles of log-ins, shared by all requests.
final class LoginGate: Sendable {
  private struct State {
    /// Of the log-in page.
    var logins = LoginThrottle()
    /// Of tokens sent with each request: a program with an old token must not keep people out.
    var bearers = LoginThrottle()
  }

  private let state = Mutex(State())
  private let now: @Sendable () -> ContinuousClock.Instant

  init(now: @escaping @Sendable () -> ContinuousClock.Instant = { .now }) {
    self.now = now
  }

  /// The seconds that `address` has to wait before it may log in; nil when it need not.
  func loginWait(_ address: String?) -> Int? {
    state.withLock { Self.seconds($0.logins.wait(for: address ?? "", now: now())) }
  }

  /// Notes how a log-in ended.
  func login(_ address: String?, succeeded: Bool) {
    state.withLock { state in
      if succeeded {
        state.logins.succeeded(address ?? "")
      } else {
        state.logins.failed(address ?? "", now: now())
      }
    }
  }

  /// Notes a wrong token that came with a request.
  ///
  /// - Returns: the seconds to wait; nil when it need not wait.
  func bearerFailed(_ address: String?) -> Int? {
    state.withLock { state in
      let wait = Self.seconds(state.bearers.wait(for: address ?? "", now: now()))
      if wait == nil { state.bearers.failed(address ?? "", now: now()) }
      return wait
    }
  }

  private static func seconds(_ wait: Duration?) -> Int? {
    wait.map { Int($0.components.seconds) + 1 }
  }
}
