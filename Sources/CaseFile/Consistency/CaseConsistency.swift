internal import Foundation
internal import GRDB

/// Compares the rows of a case with its log.
///
/// The log itself is for `audit verify` to check: what is found here is only as good as the log.
public struct CaseConsistency: Sendable {
  private let file: CaseFile

  /// A comparison of `file`.
  public init(_ file: CaseFile) { self.file = file }

  /// Everything that is not as the log tells; empty when all of it is.
  ///
  /// - Throws: ``CaseFileError`` when the file cannot be read.
  public func faults() throws -> [CaseFault] {
    try file.read { db in
      // Rows of tables that are not as they should be would only mislead.
      var faults = try Self.damage(db) + Self.schema(db)
      guard faults.isEmpty else { return faults }
      faults += try Self.identity(db)
      var told = ToldRows()
      var photos = ToldPhotos()
      var last: Int64 = 0
      while true {
        let events = try AuditTable.events(after: last, kinds: nil, limit: 2_000, db)
        guard let end = events.last else { break }
        last = end.sequence
        for event in events {
          told.add(event)
          photos.add(event)
        }
      }
      let ledger = try CaseFile.ledger(db)
      faults += try told.compare(ledger, db)
      faults += try photos.compare(db)
      if !told.isPurged { faults += try Self.contents(db) }
      return faults
    }
  }

  private static func damage(_ db: Database) throws -> [CaseFault] {
    try String.fetchAll(db, sql: "PRAGMA integrity_check(20)").filter { $0 != "ok" }.map {
      CaseFault(
        kind: .damage, subject: "file",
        message: "The file is damaged: \(CaseText.shown($0)).")
    }
  }

  /// Tables, indexes, triggers and views against those of a new case.
  private static func schema(_ db: Database) throws -> [CaseFault] {
    let fresh = try DatabaseQueue()
    try CaseSchema.migrator.migrate(fresh)
    let expected = try fresh.read(declarations)
    let found = try declarations(db)
    func fault(_ name: String, _ what: String) -> CaseFault {
      let name = CaseText.shown(name, limit: 80)
      return CaseFault(
        kind: .schema, subject: name, message: "\(name) \(what) behind the program's back.")
    }
    return Set(expected.keys).union(found.keys).sorted().compactMap { name in
      switch (expected[name], found[name]) {
      case (nil, _): fault(name, "was added")
      case (_, nil): fault(name, "was taken out")
      case (let one, let two): one == two ? nil : fault(name, "was changed")
      }
    }
  }

  private static func declarations(_ db: Database) throws -> [String: String] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT CAST(type || ' ' || name AS TEXT), CAST(coalesce(sql, '') AS TEXT)
        FROM main.sqlite_master WHERE name NOT LIKE 'sqlite|_%' ESCAPE '|'
        """)
    return Dictionary(rows.map { ($0[0] ?? "", $0[1] ?? "") }) { first, _ in first }
  }

  private static func identity(_ db: Database) throws -> [CaseFault] {
    let identifiers = try String.fetchAll(db, sql: "SELECT identifier FROM case_detail")
    guard identifiers == [try AuditTable.identifier(db)] else {
      return [
        CaseFault(
          kind: .identity, subject: "case_detail:1",
          message: "The case is not the one that the log is of.")
      ]
    }
    return []
  }

  /// Results and crops against the digests beside them.
  private static func contents(_ db: Database) throws -> [CaseFault] {
    var faults: [CaseFault] = []
    let results = try Row.fetchCursor(
      db,
      sql: """
        SELECT reading.id, result_sha256, result FROM reading
        LEFT JOIN reading_text ON reading_id = reading.id ORDER BY reading.id
        """)
    while let row = try results.next() {
      let text: String? = row["result"]
      if text.map(PhotoDigest.of) != row["result_sha256"] {
        faults.append(
          CaseFault(
            kind: .result, subject: "reading:\(row["id"] as Int64)",
            message: "The result of reading \(row["id"] as Int64) is not the one recorded."))
      }
    }
    let crops = try Row.fetchCursor(db, sql: "SELECT reading_id, sha256, png FROM crop")
    while let row = try crops.next() {
      let png: Data? = row["png"]
      if png.map({ PhotoDigest.of(bytes: Array($0)) }) != row["sha256"] {
        faults.append(
          CaseFault(
            kind: .crop, subject: "reading:\(row["reading_id"] as Int64)",
            message: "A crop of reading \(row["reading_id"] as Int64) is not the one recorded."))
      }
    }
    return faults
  }
}
