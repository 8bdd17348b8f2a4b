internal import Foundation
internal import GRDB

extension AuditVerifier {
  /// Checks the log in a case file, on one unchanging state of it.
  ///
  /// - Parameters:
  ///   - heads: gives the heads for the case that the log says it belongs to.
  /// - Throws: what `heads` throws; `DatabaseError` when the file cannot be read at all.
  static func verdict(
    of db: Database, key: StationPublicKey?, codes: [String] = [],
    heads: (_ identifier: String) throws -> OutsideHeads
  ) throws -> AuditVerdict {
    let schemaFaults = try AuditTable.schemaFaults(db)
    var identifier: String?
    var unreadable: String?
    do {
      identifier = try AuditTable.identifier(db)
    } catch let error as DatabaseError {
      unreadable = error.message
    } catch let error as CaseFileError {
      unreadable = error.message
    }
    var verifier = AuditVerifier(
      identifier: identifier, heads: try identifier.map(heads) ?? OutsideHeads(), key: key,
      codes: codes)
    for fault in schemaFaults { verifier.add(AuditFault(.schemaChanged, nil, fault)) }
    if let unreadable {
      verifier.add(
        AuditFault(
          .schemaChanged, nil,
          "the log does not say which case it belongs to: \(Shown.text(unreadable))"))
    }
    do {
      try AuditTable.forEachRow(db) { verifier.take($0) }
    } catch let error as DatabaseError
      where error.resultCode.primaryResultCode == .SQLITE_ERROR
    {
      verifier.add(
        AuditFault(
          .schemaChanged, nil,
          "the events cannot be read: \(Shown.text(error.message ?? "\(error.resultCode)"))"))
    }
    return verifier.finish()
  }
}

extension AuditTable {
  /// Hands over every row as it stands, in the order of the table's sequence.
  static func forEachRow(_ db: Database, _ body: (AuditRow) throws -> Void) throws {
    // Bytes, since text would end at a zero byte that somebody put into it.
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT CAST(sequence AS INTEGER), CAST(line AS BLOB), CAST(hash AS BLOB),
          CAST(kind AS BLOB), CAST(subject AS BLOB)
        FROM main.audit_event ORDER BY sequence
        """)
    while let row = try rows.next() {
      try body(
        AuditRow(
          number: row[0] ?? 0, line: Array(row[1] ?? Data()), hash: Array(row[2] ?? Data()),
          columns: AuditRow.Columns(
            kind: (row[3] as Data?).map { Array($0) }, subject: (row[4] as Data?).map { Array($0) })
        ))
    }
  }
}
