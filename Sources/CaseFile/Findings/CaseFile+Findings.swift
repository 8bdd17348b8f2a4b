internal import Crypto
internal import Foundation
internal import GRDB

extension CaseFile {
  /// Keeps findings; one that is kept already is not added again.
  ///
  /// - Returns: how many were new.
  /// - Throws: ``CaseFileError``.
  @discardableResult
  public func addFindings(_ findings: [CaseFinding], person: String? = nil) throws -> Int {
    try change(person: person) { change in
      try findings.count { try Self.add($0, change) }
    }.value
  }

  /// - Returns: whether the case did not have it.
  static func add(_ finding: CaseFinding, _ change: CaseChange) throws -> Bool {
    let subjects = try text(of: finding.subjects)
    let digest = PhotoDigest.of("\(finding.kind)\n\(subjects)\n\(finding.text)")
    let known = try Int.fetchOne(
      change.db, sql: "SELECT 1 FROM finding WHERE digest = ?", arguments: [digest])
    guard known == nil else { return false }
    let row = try change.insert(
      "finding",
      [
        "digest": digest, "kind": finding.kind, "severity": finding.severity,
        "subjects": subjects, "text": finding.text, "added_at": change.time,
      ])
    try change.log(
      .combination, "finding.add", subject: row.text,
      details: [
        "kind": .text(CaseText.logged(finding.kind)),
        "severity": .text(CaseText.logged(finding.severity)),
        "subjects": .integer(Int64(finding.subjects.count)),
      ], rows: [row])
    return true
  }

  /// Every finding, oldest first.
  ///
  /// - Parameter all: also those acknowledged.
  /// - Throws: ``CaseFileError``.
  public func findings(all: Bool = true) throws -> [KeptFinding] {
    try read { try Self.findings(all: all, $0) }
  }

  static func findings(all: Bool, _ db: Database) throws -> [KeptFinding] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT * FROM finding WHERE \(all ? "1" : "acknowledged_at IS NULL") ORDER BY id
        """
    ).map { row in
      let subjects: String = row["subjects"]
      return KeptFinding(
        id: row["id"],
        finding: CaseFinding(
          kind: row["kind"], severity: row["severity"],
          subjects: (try? JSONDecoder().decode([String].self, from: Data(subjects.utf8))) ?? [],
          text: row["text"]),
        addedAt: row["added_at"], acknowledgedBy: row["acknowledged_by"],
        acknowledgedAt: row["acknowledged_at"])
    }
  }

  /// Records that a person knows of a finding.
  ///
  /// - Throws: ``CaseFileError`` `itemMissing`; `badValue` for a note that is empty or cannot be shown.
  public func acknowledge(finding id: Int64, note: String? = nil, person: String? = nil) throws {
    let note = try CaseText.checked(note, as: "the note", limit: 1_000)
    _ = try change(person: person) { change in
      try change.execute(
        """
        UPDATE finding SET acknowledged_by = ?, acknowledged_at = ?
        WHERE id = ? AND acknowledged_at IS NULL
        """, [person ?? session.person, change.time, id])
      guard change.db.changesCount == 1 else {
        throw CaseFileError(
          .itemMissing, "there is no finding \(id) to acknowledge", cure: "List them first.")
      }
      let row = RowKey(table: "finding", id: id)
      try change.log(
        .alteration, "finding.acknowledge", subject: row.text,
        details: ["note": .logged(note)], rows: [row])
    }
  }

  private static func text(of subjects: [String]) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.withoutEscapingSlashes]
    return String(decoding: try encoder.encode(subjects), as: UTF8.self)
  }
}
