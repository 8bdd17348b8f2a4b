internal import Synchronization

/// The names under which the station may be called: whoever rebinds a name of his own to this machine's
/// address calls it by another (DNS rebinding).
public final class AllowedHosts: Sendable {
  private struct State {
    var hosts: Set<String>
    var origins: Set<String> = []
  }

  private let state: Mutex<State>

  /// The loopback names of a port, and others.
  ///
  /// - Parameters:
  ///   - port: where the station is listened at; ``listen(at:port:)`` tells it when it is chosen late.
  ///   - others: further names with their ports, as clients write them: `station.example:8443`.
  public init(port: Int? = nil, others: [String] = []) {
    state = Mutex(State(hosts: []))
    for name in others { add(name.lowercased()) }
    if let port { listen(at: "127.0.0.1", port: port) }
  }

  /// Allows the loopback names and `host`, each with `port`.
  public func listen(at host: String, port: Int) {
    var names = ["127.0.0.1", "localhost", "[::1]"]
    // An address that stands for all of the machine's is no name that a client can call.
    if !["0.0.0.0", "::", ""].contains(host) {
      names.append(host.contains(":") ? "[\(host)]" : host)
    }
    for name in names {
      add("\(name.lowercased()):\(port)")
      if port == 80 { add(name.lowercased()) }
    }
  }

  /// Whether a request's `Host` is one of the names.
  func allows(host: String) -> Bool {
    state.withLock { $0.hosts.contains(host.lowercased()) }
  }

  /// Whether a request's `Origin` is one of the names.
  func allows(origin: String) -> Bool {
    state.withLock { $0.origins.contains(origin.lowercased()) }
  }

  private func add(_ name: String) {
    state.withLock { state in
      state.hosts.insert(name)
      state.origins.formUnion(["http://\(name)", "https://\(name)"])
    }
  }
}
