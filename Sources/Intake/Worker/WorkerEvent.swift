/// What happens to workers, for logs, `doctor` and tests.
public enum WorkerEvent: Hashable, Sendable {
  /// A worker can read.
  case ready(pid: Int32, sandbox: Sandbox.Level)
  /// A worker ended in order: after its share of photos or with the pool.
  case ended(pid: Int32)
  /// A worker was lost while it read a photo, or before it could read any.
  case lost(pid: Int32, photo: PhotoPath?, reason: String, lastWords: String)
}
