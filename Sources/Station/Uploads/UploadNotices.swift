internal import Synchronization

/// Wakes whoever waits for something to happen to uploads.
final class UploadNotices: Sendable {
  /// What is waited for.
  enum Subject: Hashable, Sendable {
    /// Files were received.
    case arrival
    /// The reading is to stop.
    case stop
    /// One upload was read or refused.
    case upload(String)
  }

  private struct State {
    var next = 0
    var listeners: [Subject: [Int: AsyncStream<Void>.Continuation]] = [:]
    var isOver = false
  }

  private let state = Mutex(State())

  /// A stream that has something in it once the subject was told, and ends with the notices.
  func listen(to subject: Subject) -> AsyncStream<Void> {
    let (stream, continuation) = AsyncStream.makeStream(
      of: Void.self, bufferingPolicy: .bufferingNewest(1))
    let number: Int? = state.withLock { state in
      guard !state.isOver else { return nil }
      state.next += 1
      state.listeners[subject, default: [:]][state.next] = continuation
      return state.next
    }
    guard let number else {
      continuation.finish()
      return stream
    }
    continuation.onTermination = { [weak self] _ in
      self?.state.withLock { state in
        state.listeners[subject]?[number] = nil
        if state.listeners[subject]?.isEmpty == true { state.listeners[subject] = nil }
      }
    }
    return stream
  }

  /// Wakes those who wait for it.
  func tell(_ subject: Subject) {
    let listeners = state.withLock { Array(($0.listeners[subject] ?? [:]).values) }
    for listener in listeners { listener.yield() }
  }

  /// Says that things happen again.
  func begin() {
    state.withLock { $0.isOver = false }
  }

  /// Wakes everybody, now and until ``begin()``: nothing will happen.
  func end() {
    let listeners = state.withLock { state in
      state.isOver = true
      defer { state.listeners = [:] }
      return state.listeners.values.flatMap(\.values)
    }
    for listener in listeners { listener.finish() }
  }

  /// Waits until the stream has something or ends, or the time is over.
  static func wait(for stream: AsyncStream<Void>, atMost duration: Duration) async {
    await withTaskGroup(of: Void.self) { group in
      group.addTask { for await _ in stream { return } }
      group.addTask { try? await Task.sleep(for: duration) }
      await group.next()
      group.cancelAll()
    }
  }
}
