internal import GRDB

/// One change of a case: rows and the events that tell of them, in one transaction.
final class CaseChange {
  let db: Database
  let ledger: RowLedger
  /// The time as rows hold it, UTC. What counts in an audit is the time in the event.
  let time: String
  private let defaultPerson: String
  private(set) var entries: [AuditEntry] = []
  private let firstSequence: Int64

  init(_ db: Database, ledger: RowLedger, person: String, clock: AuditClock) throws {
    self.db = db
    time = AuditTime.text(clock.reading().time)
    self.ledger = ledger
    defaultPerson = person
    firstSequence = (try AuditTable.head(db)?.sequence ?? 0) + 1
  }

  /// The sequence number that the next logged event will have.
  var nextSequence: Int64 { firstSequence + Int64(entries.count) }

  /// Adds an event, to be called once the rows are as they are to stay.
  ///
  /// - Parameter rows: every row that the change wrote or took out.
  func log(
    _ act: AuditAct, _ kind: String, person: String? = nil, subject: String? = nil,
    details: [String: AuditValue] = [:], rows: [RowKey] = []
  ) throws {
    var details = details
    if !rows.isEmpty {
      var digests: [String: AuditValue] = [:]
      for row in rows {
        digests[row.text] = try ledger.digest(row, db).map { .text($0) } ?? .null
      }
      details["rows"] = .object(digests)
    }
    entries.append(
      AuditEntry(
        act: act, kind: kind, person: person ?? defaultPerson, subject: subject, details: details))
  }

  /// Runs one statement.
  func execute(_ sql: String, _ arguments: StatementArguments = StatementArguments()) throws {
    let statement = try db.cachedStatement(sql: sql)
    try statement.execute(arguments: arguments)
  }

  /// Runs one INSERT and tells the new row.
  func insert(_ table: String, _ values: KeyValuePairs<String, (any DatabaseValueConvertible)?>)
    throws -> RowKey
  {
    let columns = values.map(\.key).joined(separator: ", ")
    let marks = values.map { _ in "?" }.joined(separator: ", ")
    try execute(
      "INSERT INTO \(table) (\(columns)) VALUES (\(marks))",
      StatementArguments(values.map(\.value)))
    return RowKey(table: table, id: db.lastInsertedRowID)
  }
}
