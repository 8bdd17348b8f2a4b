internal import Foundation
internal import GRDB
internal import Glibc

/// The connections to a case file: one that writes, several that read.
///
/// The file is in WAL mode, so that nobody who reads waits for who writes. With full synchronisation
/// what was committed survives a loss of power.
final class CaseConnection: Sendable {
  let path: String
  let pool: any DatabaseWriter
  /// How long another process may write before an error is shown, in seconds.
  static let patience = 30.0

  /// Opens an existing case file.
  init(path: String, mode: CaseMode, patience: Double = CaseConnection.patience) throws {
    self.path = path
    guard access(path, F_OK) == 0 else {
      throw CaseFileError(
        .caseMissing, "there is no case file at \(CaseText.shown(path))",
        cure: "Check the path, or make a new one with `imeikit case create`.")
    }
    try Self.refuseNetworkFolder(path)
    let readonly = mode == .readOnly
    if readonly, Self.needsImmutable(path) {
      pool = try Self.immutable(path)
    } else {
      pool = try DatabasePool(
        path: path, configuration: Self.configuration(readonly: readonly, patience: patience))
    }
    try CaseSchema.checkOwner(pool, path: path)
    if readonly {
      try CaseSchema.checkComplete(pool, path: path)
    } else {
      try CaseSchema.migrator.migrate(pool)
    }
  }

  /// Makes a new case file whole, or none.
  ///
  /// It is written under another name beside its place and linked there once it is complete, so that
  /// a kill leaves no half case and two processes cannot both make it.
  static func create(at path: String, _ fill: (any DatabaseWriter) throws -> Void) throws {
    guard access(path, F_OK) != 0 else { throw exists(path) }
    let draft = "\(path).new-\(getpid())-\(UInt32.random(in: 0...UInt32.max))"
    let descriptor = Glibc.open(draft, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      throw CaseFileError(
        .caseUnavailable, "the case file at \(CaseText.shown(path)) could not be made",
        cure: "Check that the folder is there and may be written to.",
        detail: String(cString: strerror(errno)))
    }
    Glibc.close(descriptor)
    defer { for suffix in ["", "-wal", "-shm"] { unlink(draft + suffix) } }
    try refuseNetworkFolder(draft)
    let pool = try DatabasePool(
      path: draft, configuration: configuration(readonly: false, patience: patience))
    try CaseSchema.create(pool)
    try fill(pool)
    try pool.writeWithoutTransaction { _ = try $0.checkpoint(.truncate) }
    try pool.close()
    guard link(draft, path) == 0 else {
      if errno == EEXIST { throw exists(path) }
      throw CaseFileError(
        .caseUnavailable, "the case file at \(CaseText.shown(path)) could not be made",
        cure: "Make it on a file system that has hard links.",
        detail: String(cString: strerror(errno)))
    }
    synchroniseFolder(of: path)
  }

  /// Closes all connections. When nobody else has the case open, it is one file then.
  func close(isWriter: Bool) throws {
    try pool.close()
    guard isWriter else { return }
    // The pool's readers go last, and only one that may write takes the log over and away.
    try DatabaseQueue(
      path: path, configuration: Self.configuration(readonly: false, patience: Self.patience)
    ).close()
  }

  static func configuration(readonly: Bool, patience: Double) -> Configuration {
    var configuration = Configuration()
    configuration.readonly = readonly
    configuration.busyMode = .timeout(patience)
    configuration.maximumReaderCount = 4
    configuration.foreignKeysEnabled = true
    configuration.prepareDatabase { db in
      try db.execute(sql: "PRAGMA synchronous = FULL")
      try db.execute(sql: "PRAGMA secure_delete = ON")
      try db.execute(sql: "PRAGMA cache_size = -32768")
      try db.execute(sql: "PRAGMA trusted_schema = OFF")
    }
    return configuration
  }

  /// Whether WAL's side files cannot be made, and the log holds nothing that they would be needed for.
  private static func needsImmutable(_ path: String) -> Bool {
    guard access(folder(of: path), W_OK) != 0 else { return false }
    var log = stat()
    return stat(path + "-wal", &log) != 0 || log.st_size == 0
  }

  /// The file without locks and side files, as from a read-only medium.
  private static func immutable(_ path: String) throws -> DatabaseQueue {
    var allowed = CharacterSet.urlPathAllowed
    allowed.remove(charactersIn: "?#%")
    let quoted = path.addingPercentEncoding(withAllowedCharacters: allowed) ?? path
    return try DatabaseQueue(
      path: "file:\(quoted)?immutable=1", configuration: configuration(readonly: true, patience: 1))
  }

  /// WAL needs memory that all processes share, which a network file system cannot give.
  private static func refuseNetworkFolder(_ path: String) throws {
    guard let type = MountTable.type(of: path), MountTable.networkTypes.contains(type) else {
      return
    }
    throw CaseFileError(
      .networkFolder,
      "the case file at \(CaseText.shown(path)) lies on a network file system (\(type))",
      cure: "Keep it on a disk of this machine: over a network two programs could damage it.")
  }

  private static func synchroniseFolder(of path: String) {
    let descriptor = Glibc.open(folder(of: path), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    Glibc.close(descriptor)
  }

  private static func folder(of path: String) -> String {
    guard let cut = path.lastIndex(of: "/") else { return "." }
    return cut == path.startIndex ? "/" : String(path[..<cut])
  }

  private static func exists(_ path: String) -> CaseFileError {
    CaseFileError(
      .caseExists, "there is a file at \(CaseText.shown(path)) already",
      cure: "Open it as the case, or name another place for the new one.")
  }
}
