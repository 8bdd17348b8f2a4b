internal import Foundation
internal import GRDB

/// The log's tables in a case file. Everything runs inside the caller's transaction.
struct AuditTable {
  /// Adds `entries` to the log, each as an event that builds on the one before.
  ///
  /// - Throws: ``CaseFileError`` `entryUnsuitable`, `logDamaged`; `DatabaseError`.
  static func append(
    _ entries: [AuditEntry], session: String, clock: AuditClock, _ db: Database
  ) throws -> [AuditEvent] {
    guard !entries.isEmpty else { return [] }
    let identifier = try identifier(db)
    let tip = try Row.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT sequence, CAST(hash AS BLOB) FROM main.audit_event
          ORDER BY sequence DESC LIMIT 1
          """))
    var sequence: Int64 = tip?[0] ?? 0
    var previous = tip.map { Array($0[1] as Data) } ?? AuditLine.origin
    guard previous.count == AuditLine.origin.count else { throw damaged(sequence) }
    let insert = try db.cachedStatement(
      sql: """
        INSERT INTO main.audit_event (sequence, kind, subject, line, hash) VALUES (?, ?, ?, ?, ?)
        """)
    let reading = clock.reading()
    var events: [AuditEvent] = []
    events.reserveCapacity(entries.count)
    for entry in entries {
      guard AuditValue.object(entry.details).depth < AuditValue.depthLimit else {
        throw CaseFileError(
          .entryUnsuitable, "the details of an event “\(entry.kind)” lie too deep in one another",
          cure: "This is a fault of the program; report it.")
      }
      sequence += 1
      let event = AuditLine.event(
        entry, case: identifier, sequence: sequence, session: session, at: reading,
        previous: previous)
      try insert.execute(arguments: [
        sequence, entry.kind, entry.subject, event.line, Data(event.hash),
      ])
      previous = event.hash
      events.append(event)
    }
    return events
  }

  /// The case that the log belongs to, a UUID.
  static func identifier(_ db: Database) throws -> String {
    let identifier = try String.fetchOne(
      db.cachedStatement(sql: "SELECT identifier FROM main.audit_log"))
    guard let identifier else {
      throw CaseFileError(
        .logDamaged, "the audit log does not say which case it belongs to",
        cure: "Run `imeikit audit verify`, and go back to a copy that verifies.")
    }
    return identifier
  }

  /// Events behind sequence `after`, oldest first: all of them or those of some kinds.
  ///
  /// - Throws: ``CaseFileError`` `logDamaged` for an event that cannot be read; `DatabaseError`.
  static func events(
    after: Int64, kinds: Set<String>?, limit: Int?, _ db: Database
  ) throws -> [AuditEvent] {
    var condition = "sequence > ?"
    var arguments: StatementArguments = [after]
    if let kinds {
      condition += " AND kind IN (\(databaseQuestionMarks(count: kinds.count)))"
      arguments += StatementArguments(kinds.sorted())
    }
    return try events(where: condition, arguments, limit: limit, db)
  }

  /// Events about one subject, oldest first.
  ///
  /// - Throws: as ``events(after:kinds:limit:_:)``.
  static func events(about subject: String, _ db: Database) throws -> [AuditEvent] {
    try events(where: "subject = ?", [subject], limit: nil, db)
  }

  /// The end of the log; `nil` when it is empty.
  ///
  /// - Throws: ``CaseFileError`` `logDamaged` when the last event is not as it was hashed.
  static func head(_ db: Database) throws -> AuditHead? {
    try position(at: nil, db).head
  }

  /// The end of the log, and the hash that it has at `sequence`.
  ///
  /// Both are made anew from the lines, so that no head is signed over a line that was changed.
  ///
  /// - Throws: ``CaseFileError`` `logDamaged`; `DatabaseError`.
  static func position(at sequence: Int64?, _ db: Database) throws -> AuditPosition {
    let identifier = try identifier(db)
    let columns = "SELECT sequence, CAST(line AS BLOB), CAST(hash AS BLOB) FROM main.audit_event"
    let last = try Row.fetchOne(
      db.cachedStatement(sql: columns + " ORDER BY sequence DESC LIMIT 1"))
    guard let event = try last.map(event) else { return AuditPosition(caseIdentifier: identifier) }
    guard event.caseIdentifier == identifier else { throw damaged(event.sequence) }
    let earlier = try sequence.flatMap {
      try Row.fetchOne(
        db.cachedStatement(sql: columns + " WHERE sequence = ?"), arguments: [$0])
    }
    return AuditPosition(
      caseIdentifier: identifier,
      head: AuditHead(
        caseIdentifier: identifier, sequence: event.sequence, hash: event.hash, time: event.time),
      hashThere: try earlier.map { try Self.event($0).hash })
  }

  /// Events that fit a condition of SQL, oldest first unless told otherwise.
  ///
  /// - Throws: as ``events(after:kinds:limit:_:)``.
  static func events(
    where condition: String, _ arguments: StatementArguments, isNewestFirst: Bool = false,
    limit: Int?, _ db: Database
  ) throws -> [AuditEvent] {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT sequence, CAST(line AS BLOB), CAST(hash AS BLOB) FROM main.audit_event
        WHERE \(condition) ORDER BY sequence\(isNewestFirst ? " DESC" : "")
        LIMIT \(limit ?? -1)
        """, arguments: arguments)
    var events: [AuditEvent] = []
    while let row = try rows.next() { events.append(try event(row)) }
    return events
  }

  private static func event(_ row: Row) throws -> AuditEvent {
    let sequence: Int64 = row[0]
    guard let event = try? AuditLine.event(line: Array(row[1] as Data)),
      event.sequence == sequence, event.hash.elementsEqual(row[2] as Data)
    else { throw damaged(sequence) }
    return event
  }

  private static func damaged(_ sequence: Int64) -> CaseFileError {
    CaseFileError(
      .logDamaged, "event \(sequence) of the audit log is not as it was written",
      cure: "Run `imeikit audit verify`, and go back to a copy that verifies.")
  }
}
