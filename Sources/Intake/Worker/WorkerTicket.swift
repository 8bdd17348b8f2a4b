internal import Synchronization

/// One photo handed to the pool and its result to come.
final class WorkerTicket: Sendable {
  private enum State {
    case waiting(CheckedContinuation<PhotoResult, any Error>?)
    case done(Result<PhotoResult, any Error>)
  }

  let path: PhotoPath
  let previewSide: Int?
  private let state = Mutex(State.waiting(nil))

  init(path: PhotoPath, previewSide: Int? = nil) {
    self.path = path
    self.previewSide = previewSide
  }

  /// True when nobody wants the result any more, or it is there.
  var isDone: Bool {
    state.withLock { if case .done = $0 { true } else { false } }
  }

  /// Sets the result; only the first call counts.
  func finish(_ result: Result<PhotoResult, any Error>) {
    let waiter = state.withLock { state -> CheckedContinuation<PhotoResult, any Error>? in
      guard case .waiting(let waiter) = state else { return nil }
      state = .done(result)
      return waiter
    }
    waiter?.resume(with: result)
  }

  func cancel() {
    finish(.failure(CancellationError()))
  }

  /// Waits for the result; to be called once. Cancelling the task cancels the ticket.
  func value() async throws -> PhotoResult {
    try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { waiter in
        let result = state.withLock { state -> Result<PhotoResult, any Error>? in
          if case .done(let result) = state { return result }
          state = .waiting(waiter)
          return nil
        }
        if let result { waiter.resume(with: result) }
      }
    } onCancel: {
      cancel()
    }
  }
}
