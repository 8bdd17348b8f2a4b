internal import Foundation
internal import GRDB

extension CaseFile {
  /// What state the case must be in for a change.
  enum Condition {
    /// Open: work goes on.
    case open
    /// Anything but purged: holding, closing, opening again.
    case notPurged
    /// Any: what was looked at is logged whatever the state.
    case any
  }

  /// Runs `body` on one unchanging state of the case.
  func read<Value>(_ body: (Database) throws -> Value) throws -> Value {
    try CaseFileError.translating(path: path) { try connection.pool.read(body) }
  }

  /// The one way to change the case: rows and their events in one transaction, or neither.
  ///
  /// - Parameter person: who does it, as known to the case; the session's person otherwise.
  /// - Returns: what `body` returns, and the events as logged.
  func change<Value>(
    _ condition: Condition = .open, person: String? = nil, _ body: (CaseChange) throws -> Value
  ) throws -> (value: Value, events: [AuditEvent]) {
    try writing { db in
      try check(condition, db)
      let change = try CaseChange(
        db, ledger: Self.ledger(db), person: person ?? session.person, clock: clock)
      let before = db.totalChangesCount
      let value = try body(change)
      guard !change.entries.isEmpty else {
        guard db.totalChangesCount == before else {
          throw CaseFileError(
            .unloggedChange, "a change of the case file was not logged",
            cure: "Report this fault; nothing was written.")
        }
        return (value, [])
      }
      let events = try AuditTable.append(
        change.entries, session: session.identifier, clock: clock, db)
      return (value, events)
    }
  }

  /// Changes what says nothing about the case: who is working on which file.
  func changeClaims<Value>(_ body: (Database) throws -> Value) throws -> Value {
    try writing { db in
      try check(.open, db)
      return try body(db)
    }
  }

  func append(_ entries: [AuditEntry]) throws {
    try writing { db in
      _ = try AuditTable.append(entries, session: session.identifier, clock: clock, db)
    }
  }

  func writing<Value>(_ body: (Database) throws -> Value) throws -> Value {
    guard mode == .readWrite else {
      throw CaseFileError(
        .readOnly, "the case file at \(CaseText.shown(path)) was opened for reading only",
        cure: "Open it for work to change it.")
    }
    return try CaseFileError.translating(path: path) {
      try connection.pool.writeWithoutTransaction { db in
        var result: Value?
        try db.inTransaction(.immediate) {
          result = try body(db)
          return .commit
        }
        guard let result else { throw CancellationError() }
        return result
      }
    }
  }

  func check(_ condition: Condition, _ db: Database) throws {
    guard condition != .any else { return }
    let row = try Row.fetchOne(db, sql: "SELECT reference, closed_at, purged_at FROM case_detail")
    let name = CaseText.shown(row?["reference"] ?? "")
    if let purged: String = row?["purged_at"] {
      throw CaseFileError(
        .casePurged, "the content of case \(name) was erased at \(purged)",
        cure: "Only its log is left; work on the photos needs a new case.")
    }
    if condition == .open, let closed: String = row?["closed_at"] {
      throw CaseFileError(
        .caseClosed, "case \(name) was closed at \(closed)",
        cure: "Open it again with `imeikit case reopen` if there is more to do.")
    }
  }

  static func ledger(_ db: Database) throws -> RowLedger {
    guard let salt = try Data.fetchOne(db, sql: "SELECT salt FROM secret") else {
      throw CaseFileError(
        .caseDamaged, "the case file has lost the salt of its digests",
        cure: "Go back to the last copy that verifies.")
    }
    return RowLedger(salt: Array(salt))
  }
}
