import Logging
import Synchronization

/// What was logged.
final class LogTable: Sendable {
  private let table = Mutex<[String]>([])

  var lines: [String] { table.withLock { $0 } }

  func add(_ line: String) { table.withLock { $0.append(line) } }
}

/// Logs into a table.
struct TableLogHandler: LogHandler {
  let table: LogTable
  var metadata: Logger.Metadata = [:]
  var logLevel: Logger.Level = .trace

  init(table: LogTable) { self.table = table }

  subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  func log(event: LogEvent) { table.add("\(event.message)") }
}
