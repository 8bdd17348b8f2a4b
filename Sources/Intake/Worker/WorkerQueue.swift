internal import Foundation

/// What the pool's threads share: tickets waiting, and whether the pool goes on.
///
/// `condition` guards every stored variable; a photo asked for alone is served before those of a scan.
final class WorkerQueue: @unchecked Sendable {
  private let condition = NSCondition()
  /// Its read end hangs up, which wakes every `poll`, once the write end is dropped.
  private let stopSignal: OwnedDescriptor?
  private var stopHandle: OwnedDescriptor?
  private var single = FIFO<WorkerTicket>()
  private var scan = FIFO<WorkerTicket>()
  private var isClosed = false
  private var failure: (any Error)?
  private var threads = 0
  private var idle = 0
  private var waitingForEnd: [CheckedContinuation<Void, Never>] = []

  init() {
    let pipe = try? DescriptorIO.makePipe().get()
    stopSignal = pipe?.read
    stopHandle = pipe?.write
  }

  /// Wakes `poll` once the pool stops; -1, which `poll` leaves out, when the system gave none.
  var stopDescriptor: CInt { stopSignal?.number ?? -1 }

  /// Adds a ticket.
  ///
  /// - Returns: true when the caller is to start one more thread; it is then already counted.
  func add(_ ticket: WorkerTicket, isSingle: Bool, maximumThreads: Int) -> Bool {
    condition.lock()
    defer { condition.unlock() }
    if let failure {
      ticket.finish(.failure(failure))
      return false
    }
    if isClosed {
      ticket.finish(.failure(Self.stopped))
      return false
    }
    if isSingle { single.append(ticket) } else { scan.append(ticket) }
    if idle < single.count + scan.count, threads < maximumThreads {
      threads += 1
      return true
    }
    condition.signal()
    return false
  }

  /// The next ticket, waiting for one; nil when the thread is to end.
  func take() -> WorkerTicket? {
    condition.lock()
    defer { condition.unlock() }
    while true {
      if let ticket = single.popFirst() ?? scan.popFirst() {
        if ticket.isDone { continue }
        return ticket
      }
      if isClosed { return nil }
      idle += 1
      condition.wait()
      idle -= 1
    }
  }

  /// No more tickets; those waiting are still served.
  func close() {
    condition.lock()
    isClosed = true
    condition.broadcast()
    condition.unlock()
  }

  /// No more tickets; those waiting fail with `error`, and every worker is ended at once.
  func stop(with error: any Error = WorkerQueue.stopped) {
    condition.lock()
    isClosed = true
    failure = failure ?? error
    var dropped: [WorkerTicket] = []
    while let ticket = single.popFirst() ?? scan.popFirst() { dropped.append(ticket) }
    stopHandle = nil
    condition.broadcast()
    condition.unlock()
    for ticket in dropped { ticket.finish(.failure(error)) }
  }

  /// The error the pool ended with.
  var endError: any Error {
    condition.lock()
    defer { condition.unlock() }
    return failure ?? Self.stopped
  }

  /// A thread has ended and its worker with it.
  func threadEnded() {
    condition.lock()
    threads -= 1
    let waiters = threads == 0 ? waitingForEnd : []
    if threads == 0 { waitingForEnd = [] }
    condition.unlock()
    for waiter in waiters { waiter.resume() }
  }

  /// Waits until every thread has ended.
  func waitForEnd() async {
    await withCheckedContinuation { waiter in
      condition.lock()
      let isOver = threads == 0
      if !isOver { waitingForEnd.append(waiter) }
      condition.unlock()
      if isOver { waiter.resume() }
    }
  }

  static let stopped = IntakeError(
    code: .stopped, message: "The scan was stopped before this photo was read.",
    cure: "Start it again to read the rest.")
}

/// A queue whose both ends are cheap.
struct FIFO<Element> {
  private var items: [Element?] = []
  private var head = 0

  var count: Int { items.count - head }

  mutating func append(_ element: Element) {
    items.append(element)
  }

  mutating func popFirst() -> Element? {
    guard head < items.count else { return nil }
    defer {
      items[head] = nil
      head += 1
      if head > 64, head * 2 > items.count {
        items.removeFirst(head)
        head = 0
      }
    }
    return items[head]
  }
}
