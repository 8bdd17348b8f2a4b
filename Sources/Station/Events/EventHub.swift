internal import Synchronization

/// Something that open pages are told of as it happens.
public struct StationEvent: Sendable, Hashable {
  /// The event's name: `haul`, `photo`, `review`, `finding`.
  public let name: String
  /// One line of JSON.
  public let json: String

  /// An event.
  public init(name: String, json: String) {
    self.name = name
    self.json = json
  }
}

/// Hands events on to everybody who listens.
public final class EventHub: Sendable {
  /// The most events that wait for a slow listener; older ones are left out for it.
  static let mostWaiting = 64
  /// The event that tells where the haul stands.
  static let haul = "haul"

  private struct State {
    var next = 0
    var listeners: [Int: AsyncStream<StationEvent>.Continuation] = [:]
    var haulChanged = false
    var hasEnded = false
  }

  private let state = Mutex(State())

  /// A hub without listeners.
  public init() {}

  /// How many listen.
  var listenerCount: Int { state.withLock { $0.listeners.count } }

  /// Tells everybody; whatever it is, the haul's counts are told anew soon after.
  public func publish(_ event: StationEvent) {
    state.withLock { state in
      if event.name != Self.haul { state.haulChanged = true }
      for listener in state.listeners.values { listener.yield(event) }
    }
  }

  /// Has the haul's counts told anew soon, where no event of its own says what changed.
  public func noteHaulChange() {
    state.withLock { $0.haulChanged = true }
  }

  /// Whether the haul's counts have changed since this was asked last, and somebody listens.
  func takeHaulChange() -> Bool {
    state.withLock { state in
      defer { state.haulChanged = false }
      return state.haulChanged && !state.listeners.isEmpty
    }
  }

  /// The events from now on, until whoever listens stops; none once the hub has ended.
  public func listen() -> AsyncStream<StationEvent> {
    let (stream, continuation) = AsyncStream.makeStream(
      of: StationEvent.self, bufferingPolicy: .bufferingNewest(Self.mostWaiting))
    let number: Int? = state.withLock { state in
      guard !state.hasEnded else { return nil }
      state.next += 1
      state.listeners[state.next] = continuation
      return state.next
    }
    guard let number else {
      continuation.finish()
      return stream
    }
    continuation.onTermination = { [weak self] _ in
      self?.state.withLock { $0.listeners[number] = nil }
    }
    return stream
  }

  /// Ends every stream, and those that are asked for later.
  public func end() {
    let listeners = state.withLock { state in
      let listeners = state.listeners.values.map { $0 }
      state.listeners = [:]
      state.hasEnded = true
      return listeners
    }
    for listener in listeners { listener.finish() }
  }
}
