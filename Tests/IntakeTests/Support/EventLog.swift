import Intake
import Synchronization

/// Collects what a pool tells of its workers.
final class EventLog: Sendable {
  private let events = Mutex<[WorkerEvent]>([])

  func add(_ event: WorkerEvent) {
    events.withLock { $0.append(event) }
  }

  var all: [WorkerEvent] { events.withLock { $0 } }

  var readyPids: [Int32] {
    all.compactMap { if case .ready(let pid, _) = $0 { pid } else { nil } }
  }

  var lost: [String] {
    all.compactMap { if case .lost(_, _, let reason, _) = $0 { reason } else { nil } }
  }
}
