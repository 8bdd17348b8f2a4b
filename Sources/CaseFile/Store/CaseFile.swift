internal import Foundation
internal import GRDB
internal import Synchronization

/// One case in one SQLite file: exhibits, photos, what was read, what people concluded, and the log of
/// all of it.
///
/// Every change is an event in the audit log, written with the rows it tells of in one transaction.
/// Several processes may work on one case at once. The calls block: keep them off the threads of the
/// concurrency runtime.
public final class CaseFile: Sendable {
  /// The path of the file.
  public let path: String
  /// Tells the case from every other, a UUID.
  public let identifier: String
  /// Who opened it.
  public let session: CaseSession
  /// What it was opened for.
  public let mode: CaseMode
  let connection: CaseConnection
  let clock: AuditClock
  /// What is left to decide, as of the last question about it.
  let work = Mutex(WorkIndex())
  private let isClosed = Mutex(false)

  init(connection: CaseConnection, mode: CaseMode, session: CaseSession, clock: AuditClock) throws {
    path = connection.path
    self.connection = connection
    self.mode = mode
    self.session = session
    self.clock = clock
    identifier =
      try connection.pool.read { db in
        try String.fetchOne(db, sql: "SELECT identifier FROM case_detail")
      } ?? ""
    guard !identifier.isEmpty else {
      throw CaseFileError(
        .caseDamaged, "the case file at \(CaseText.shown(path)) does not say which case it is",
        cure: "Go back to the last copy that verifies.")
    }
  }

  /// Makes a case file at `path` and opens it for work.
  ///
  /// - Throws: ``CaseFileError``: `caseExists`, `badValue`, `networkFolder`, `diskFull`,
  ///   `caseUnavailable`.
  public static func create(
    at path: String, details: CaseDetails, session: CaseSession, clock: AuditClock = .system
  ) throws -> CaseFile {
    let details = try details.checked()
    try CaseFileError.translating(path: path) {
      try CaseConnection.create(at: path) { pool in
        let salt = (0..<32).map { _ in UInt8.random(in: 0...255) }
        try pool.write { db in
          let identifier = try AuditTable.identifier(db)
          try db.execute(
            sql: "INSERT INTO secret (id, salt) VALUES (1, ?)", arguments: [Data(salt)])
          try db.execute(
            sql: """
              INSERT INTO case_detail (id, identifier, reference, urn, officer_in_charge,
                review_date, created_at, legal_hold) VALUES (1, ?, ?, ?, ?, ?, ?, 0)
              """,
            arguments: [
              identifier, details.reference, details.uniqueReferenceNumber,
              details.officerInCharge, details.reviewDate, AuditTime.text(clock.reading().time),
            ])
          let change = try CaseChange(
            db, ledger: RowLedger(salt: salt), person: session.person, clock: clock)
          try change.log(.session, AuditEntry.sessionOpen, details: session.logged)
          try change.log(
            .collection, "case.create", subject: "case:\(identifier)",
            details: details.logged, rows: [RowKey(table: "case_detail", id: 1)])
          _ = try AuditTable.append(
            change.entries, session: session.identifier, clock: clock, db)
        }
      }
    }
    return try CaseFileError.translating(path: path) {
      try CaseFile(
        connection: CaseConnection(path: path, mode: .readWrite), mode: .readWrite,
        session: session, clock: clock)
    }
  }

  /// Opens the case file at `path`; for work, the opening itself is logged.
  ///
  /// - Throws: ``CaseFileError``: `caseMissing`, `notACase`, `caseTooNew`, `caseTooOld` (reading only),
  ///   `caseDamaged`, `caseBusy`, `networkFolder`, `caseUnavailable`.
  public static func open(
    at path: String, mode: CaseMode, session: CaseSession, clock: AuditClock = .system
  ) throws -> CaseFile {
    try open(
      at: path, mode: mode, session: session, clock: clock, patience: CaseConnection.patience)
  }

  /// As above; `patience` is how many seconds another process may write before an error is shown.
  static func open(
    at path: String, mode: CaseMode, session: CaseSession, clock: AuditClock = .system,
    patience: Double
  ) throws -> CaseFile {
    try CaseFileError.translating(path: path) {
      let file = try CaseFile(
        connection: CaseConnection(path: path, mode: mode, patience: patience), mode: mode,
        session: session, clock: clock)
      if mode == .readWrite {
        try file.append([
          AuditEntry(
            act: .session, kind: AuditEntry.sessionOpen, person: session.person,
            details: session.logged)
        ])
      }
      return file
    }
  }

  /// Logs the end of the session and closes the file; later calls do nothing.
  ///
  /// - Throws: ``CaseFileError``.
  public func close() throws {
    guard
      isClosed.withLock({ closed in
        defer { closed = true }
        return !closed
      })
    else { return }
    if mode == .readWrite {
      try append([
        AuditEntry(
          act: .session, kind: AuditEntry.sessionClose, person: session.person)
      ])
    }
    try CaseFileError.translating(path: path) { try connection.close(isWriter: mode == .readWrite) }
  }
}
