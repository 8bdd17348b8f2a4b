internal import GRDB
internal import Glibc
internal import Synchronization

/// The connection to a store file, for reading and, if opened so, for writing.
///
/// The store is in WAL mode, so readers go on with the former state while an import runs. A reader
/// in a folder that it may not write to cannot make the shared-memory file that WAL needs; there the
/// file is read as an ``ImmutableFile``.
final class StoreConnection: Sendable {
  let path: String
  private let pool: DatabasePool?
  private let immutable: ImmutableFile?
  /// A connection of its own for look-ups of single numbers, opened with the first.
  private let quick = Mutex<DatabaseQueue?>(nil)

  /// Kilobytes of pages that a connection keeps.
  private static let cacheKilobytes = 32_768

  init(path: String, mode: StoreMode, immutable forcesImmutable: Bool = false) throws {
    self.path = path
    switch mode {
    case .readWrite:
      try BlockListLocation.createFile(at: path)
      let pool = try DatabasePool(path: path, configuration: Self.configuration(readonly: false))
      try StoreSchema.migrate(pool)
      self.pool = pool
      immutable = nil
    case .readOnly:
      guard access(path, F_OK) == 0 else {
        throw BlockListError(
          .storeMissing, "there is no block-list store at \(path)",
          cure: "Import a list with `imeikit blocklist import`.")
      }
      if forcesImmutable || Self.needsImmutable(path) {
        pool = nil
        immutable = try ImmutableFile(path: path)
      } else {
        let pool = try DatabasePool(path: path, configuration: Self.configuration(readonly: true))
        try StoreSchema.check(pool)
        self.pool = pool
        immutable = nil
      }
    }
  }

  /// Runs `body` on one unchanging state of the store.
  func read<Value>(_ body: (Database) throws -> Value) throws -> Value {
    if let pool { return try pool.read(body) }
    guard let immutable else { throw Self.readOnlyError(path) }
    return try immutable.read(body)
  }

  /// Runs `body` on one unchanging state of the store, by a connection kept for it.
  ///
  /// For what takes less time than the pool needs to hand out a connection. The transaction's own statements
  /// are kept prepared; the store's locks are taken once for all that `body` asks.
  func readQuickly<Value>(_ body: (Database) throws -> Value) throws -> Value {
    guard pool != nil else { return try read(body) }
    let queue = try quick.withLock { queue in
      if let queue { return queue }
      let opened = try DatabaseQueue(
        path: path, configuration: Self.configuration(readonly: true))
      queue = opened
      return opened
    }
    return try queue.unsafeRead { db in
      _ = try BulkStatement(db, sql: "BEGIN").next()
      do {
        let value = try body(db)
        _ = try BulkStatement(db, sql: "COMMIT").next()
        return value
      } catch {
        try? db.execute(sql: "ROLLBACK")
        throw error
      }
    }
  }

  /// Runs `body` in one transaction: all of it, or nothing of it when it throws.
  func write<Value>(_ body: (Database) throws -> Value) throws -> Value {
    guard let pool, !pool.configuration.readonly else { throw Self.readOnlyError(path) }
    return try pool.write(body)
  }

  /// Moves what the log holds into the file and empties the log, as far as readers allow.
  func checkpoint() throws {
    guard let pool else { return }
    try pool.writeWithoutTransaction { db in
      do {
        try db.checkpoint(.truncate)
      } catch let error as DatabaseError where error.resultCode.primaryResultCode == .SQLITE_BUSY {
        // A reader is at work: the log is taken over at a later import or closing.
      }
    }
  }

  static func configuration(readonly: Bool) -> Configuration {
    var configuration = Configuration()
    configuration.readonly = readonly
    configuration.busyMode = .timeout(10)
    configuration.maximumReaderCount = 4
    configuration.foreignKeysEnabled = false
    configuration.prepareDatabase { db in
      try db.execute(sql: "PRAGMA cache_size = -\(cacheKilobytes)")
      // Debian's SQLite overwrites deleted rows with zeros, which costs a replacing import a second
      // writing; a block list's former entries are no secret.
      try db.execute(sql: "PRAGMA secure_delete = FAST")
      try db.execute(sql: "PRAGMA trusted_schema = OFF")
    }
    return configuration
  }

  /// Whether WAL's side files cannot be made, and the log holds nothing that they would be needed for.
  private static func needsImmutable(_ path: String) -> Bool {
    let cut = path.lastIndex(of: "/")
    let folder = cut.map { path[..<$0].isEmpty ? "/" : String(path[..<$0]) } ?? "."
    guard access(folder, W_OK) != 0 else { return false }
    return !ImmutableFile.hasLog(path)
  }

  private static func readOnlyError(_ path: String) -> BlockListError {
    BlockListError(
      .readOnly, "the block-list store at \(path) was opened for reading only",
      cure: "Open it for writing to change it.")
  }
}
