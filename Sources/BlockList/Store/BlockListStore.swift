internal import GRDB
internal import Synchronization

/// The block lists of one installation, in one SQLite file.
///
/// Look-ups from any thread and process go on while an import runs and see the former lists until it
/// is done. The calls block: keep them off the threads of the concurrency runtime.
public final class BlockListStore: Sendable {
  /// The path of the file.
  public let path: String

  let connection: StoreConnection
  let known = Mutex(KnownChains())

  /// Opens the store at `path`, which ``BlockListLocation/defaultPath(environment:)`` tells.
  ///
  /// - Throws: ``BlockListError``: `storeMissing` (reading only), `notAStore`, `storeTooNew`,
  ///   `storeTooOld` (reading only), `storeBusy`, `storeDamaged`, `storeUnavailable`.
  public convenience init(path: String, mode: StoreMode) throws {
    try self.init(path: path, mode: mode, immutable: false)
  }

  /// As above; `immutable` opens a file for reading as in a folder that cannot be written.
  init(path: String, mode: StoreMode, immutable: Bool) throws {
    self.path = path
    connection = try BlockListError.translating(path: path) {
      try StoreConnection(path: path, mode: mode, immutable: immutable)
    }
  }

  /// The lists in force, by name.
  ///
  /// - Throws: ``BlockListError``.
  public func lists() throws -> [ListInfo] {
    try read { try EditionRecord.inForce($0).map(\.info) }
  }

  /// The imports that were replaced since, newest first.
  ///
  /// - Parameter name: the list asked for, or `nil` for all.
  /// - Throws: ``BlockListError``.
  public func history(name: String? = nil) throws -> [ListInfo] {
    try read { try EditionRecord.former(name, $0).map(\.info) }
  }

  func read<Value>(_ body: (Database) throws -> Value) throws -> Value {
    try BlockListError.translating(path: path) { try connection.read(body) }
  }
}
