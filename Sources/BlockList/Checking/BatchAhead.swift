internal import Dispatch
internal import Synchronization

/// Has batches made on a thread of their own while the one before is used: one is in use, one waits, one is
/// being made.
final class BatchAhead<Batch: Sendable>: Sendable {
  private let made = Mutex<[Result<Batch?, any Error>]>([])
  private let isReady = DispatchSemaphore(value: 0)
  private let hasRoom = DispatchSemaphore(value: 0)
  private let isStopped = Mutex(false)

  /// Begins to make batches.
  ///
  /// - Parameter start: called once on the other thread; what it returns is called for every batch, until
  ///   it gives nil or throws.
  init(_ start: @escaping @Sendable () throws -> () throws -> Batch?) {
    // Not its first value: a semaphore may not end below that.
    hasRoom.signal()
    DispatchQueue(label: "imeikit.batches").async { [self] in
      do {
        let make = try start()
        while true {
          hasRoom.wait()
          if isStopped.withLock(\.self) { return }
          let batch = try make()
          hand(.success(batch))
          if batch == nil { return }
        }
      } catch {
        hand(.failure(error))
      }
    }
  }

  /// The next batch; nil when there are no more. Not to be called after that.
  func next() throws -> Batch? {
    isReady.wait()
    hasRoom.signal()
    return try made.withLock { $0.removeFirst() }.get()
  }

  /// Ends the making; what was made is dropped.
  func stop() {
    isStopped.withLock { $0 = true }
    hasRoom.signal()
  }

  private func hand(_ batch: Result<Batch?, any Error>) {
    made.withLock { $0.append(batch) }
    isReady.signal()
  }
}
