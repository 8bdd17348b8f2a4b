/// The results of a listing, in its order.
public struct PhotoResults: AsyncSequence {
  /// One photo's result.
  public typealias Element = PhotoResult

  private let pool: WorkerPool
  private let entries: any Sequence<PhotoListing.Entry>

  init(pool: WorkerPool, entries: any Sequence<PhotoListing.Entry>) {
    self.pool = pool
    self.entries = entries
  }

  /// Starts to read.
  public func makeAsyncIterator() -> Iterator {
    Iterator(pool: pool, source: entries.makeIterator())
  }

  /// Keeps up to the pool's look-ahead of photos in hand; when it goes away, they are given up.
  public struct Iterator: AsyncIteratorProtocol {
    private let pool: WorkerPool
    private var source: any IteratorProtocol<PhotoListing.Entry>
    private var isExhausted = false
    private let inHand = PhotosInHand()

    init(pool: WorkerPool, source: any IteratorProtocol<PhotoListing.Entry>) {
      self.pool = pool
      self.source = source
    }

    /// The next result; nil after the last.
    ///
    /// - Throws: ``IntakeError`` of code `stopped` or `workerUnavailable`, or `CancellationError`.
    public mutating func next() async throws -> PhotoResult? {
      try Task.checkCancellation()
      while !isExhausted, inHand.items.count < pool.configuration.lookAhead {
        guard let entry = source.next() else {
          isExhausted = true
          break
        }
        if let refusal = entry.refusal {
          inHand.items.append(.ready(refusal.result(for: entry.path)))
        } else {
          inHand.items.append(.ticket(pool.submit(entry.path, isSingle: false)))
        }
      }
      switch inHand.items.popFirst() {
      case .ready(let result): return result
      case .ticket(let ticket): return try await ticket.value()
      case nil: return nil
      }
    }
  }
}

/// The photos an iterator has in hand.
private final class PhotosInHand {
  enum Item {
    case ready(PhotoResult)
    case ticket(WorkerTicket)
  }

  var items = FIFO<Item>()

  deinit {
    while let item = items.popFirst() {
      if case .ticket(let ticket) = item { ticket.cancel() }
    }
  }
}
