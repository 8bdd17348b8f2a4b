internal import Dispatch

/// Runs an actor on a dispatch queue of its own, for calls that block as those of this module do.
///
/// Dispatch adds threads where the concurrency runtime has one a core: a store or a disk that keeps an
/// actor waiting keeps nobody else.
package final class QueueExecutor: SerialExecutor {
  private let queue: DispatchQueue

  /// An executor; the label shows in debuggers.
  package init(label: String) {
    queue = DispatchQueue(label: label)
  }

  /// Puts a job on the queue.
  package func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    queue.async { job.runSynchronously(on: self.asUnownedSerialExecutor()) }
  }

  /// The executor as actors name theirs.
  package func asUnownedSerialExecutor() -> UnownedSerialExecutor {
    UnownedSerialExecutor(ordinary: self)
  }

  /// Ends the process unless it runs on the queue.
  package func checkIsolated() {
    dispatchPrecondition(condition: .onQueue(queue))
  }
}
