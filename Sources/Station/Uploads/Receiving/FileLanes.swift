internal import BlockList
internal import Synchronization

/// The queues on which uploads are written, so that fifty senders neither wait for one another's disk nor hold
/// the threads that answer requests.
struct FileLanes: Sendable {
  private let lanes: [QueueExecutor]
  private let turn = Turn()

  private final class Turn: Sendable {
    let count = Atomic<Int>(0)
  }

  init(count: Int = 8) {
    lanes = (0..<max(1, count)).map { QueueExecutor(label: "imeikit.station.file.\($0)") }
  }

  /// The queue of the next file.
  func next() -> QueueExecutor {
    lanes[turn.count.add(1, ordering: .relaxed).oldValue % lanes.count]
  }
}
