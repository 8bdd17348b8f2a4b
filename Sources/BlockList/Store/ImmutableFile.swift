internal import Foundation
internal import GRDB
internal import Glibc
internal import Synchronization

/// A store file read without locks and side files, for a folder that cannot be written.
///
/// SQLite's `immutable=1` promises that nobody changes the file, which is not so: whoever may write
/// there may import. Every read is therefore framed by a look at the file's stamp and done again on a
/// fresh connection when the file was changed meanwhile.
final class ImmutableFile: Sendable {
  private struct Opened {
    var queue: DatabaseQueue
    var stamp: FileStamp
  }

  private static let attempts = 8

  private let path: String
  private let opened: Mutex<Opened>

  init(path: String) throws {
    self.path = path
    opened = Mutex(try Self.open(path))
  }

  /// Runs `body` on one state of the file; more than once when the file changes meanwhile.
  func read<Value>(_ body: (Database) throws -> Value) throws -> Value {
    for _ in 0..<Self.attempts {
      var (queue, stamp) = opened.withLock { ($0.queue, $0.stamp) }
      if FileStamp(path: path) != stamp {
        let fresh = try Self.open(path)
        opened.withLock { $0 = fresh }
        (queue, stamp) = (fresh.queue, fresh.stamp)
      }
      let result = Result { try queue.read(body) }
      // An error may come of pages that changed under the connection: look first.
      if FileStamp(path: path) == stamp { return try result.get() }
    }
    throw BlockListError(
      .storeBusy, "the block-list store at \(path) keeps changing",
      cure: "Try again when the import is over.")
  }

  /// Whether the store has a log that was not taken over into the file.
  static func hasLog(_ path: String) -> Bool {
    var log = stat()
    return stat(path + "-wal", &log) == 0 && log.st_size > 0
  }

  private static func open(_ path: String) throws -> Opened {
    // The stamp is taken first: a change after it is noticed by the next look.
    guard let stamp = FileStamp(path: path) else {
      throw BlockListError(
        .storeMissing, "there is no block-list store at \(path) any more",
        cure: "Import a list with `imeikit blocklist import`.")
    }
    guard !hasLog(path) else {
      throw BlockListError(
        .storeBusy, "the block-list store at \(path) has a log that was not taken over",
        cure: """
          Try again when the import is over; if none runs, run `imeikit blocklist list` once with the \
          right to write to it.
          """)
    }
    var allowed = CharacterSet.urlPathAllowed
    allowed.remove(charactersIn: "?#%")
    let quoted = path.addingPercentEncoding(withAllowedCharacters: allowed) ?? path
    let queue = try DatabaseQueue(
      path: "file:\(quoted)?immutable=1",
      configuration: StoreConnection.configuration(readonly: true))
    try StoreSchema.check(queue)
    return Opened(queue: queue, stamp: stamp)
  }
}
