internal import Foundation
internal import GRDB

extension CaseFile {
  /// Every original by path, with what it was when it was recorded: the newest photo of each path.
  ///
  /// - Parameter run: only those recorded in this run; all when `nil`.
  /// - Throws: ``CaseFileError``.
  public func originals(of run: RunID? = nil) throws -> [OriginalToCheck] {
    try read { db in
      let condition =
        run == nil
        ? ""
        : """
        AND photo.id IN (SELECT photo_id FROM reading
          WHERE run_id = (SELECT id FROM run WHERE identifier = ?))
        """
      return try Row.fetchAll(
        db,
        sql: """
          SELECT path, photo.sha256 FROM photo_name JOIN photo ON photo.id = photo_id
          WHERE photo_name.id = (SELECT MAX(newest.id) FROM photo_name AS newest
            WHERE newest.path_key = photo_name.path_key) \(condition) ORDER BY photo_name.id
          """, arguments: run.map { [$0.text] } ?? StatementArguments()
      ).map { row in
        OriginalToCheck(
          path: Array(row["path"] as Data), sha256: PhotoDigest.text(row["sha256"]))
      }
    }
  }

  /// Records what hashing originals again showed; what was not the same waits to be acknowledged.
  ///
  /// - Throws: ``CaseFileError``: `photoMissing`, `badValue`.
  public func recordOriginalChecks(
    _ checks: [OriginalCheck], run: RunID? = nil, person: String? = nil
  ) throws {
    func count(_ outcome: OriginalCheck.Outcome) -> Int {
      checks.count { $0.outcome == outcome }
    }
    _ = try change(person: person) { change in
      let runID = try run.flatMap {
        try Int64.fetchOne(
          change.db, sql: "SELECT id FROM run WHERE identifier = ?", arguments: [$0.text])
      }
      let row = try change.insert(
        "original_check",
        [
          "run_id": runID, "checked_at": change.time, "same": count(.same),
          "changed": count(.changed), "missing": count(.missing),
          "unreadable": count(.unreadable),
        ])
      try change.log(
        .consultation, "originals.checked", subject: run.map { "run:\($0)" },
        details: Dictionary(
          uniqueKeysWithValues: OriginalCheck.Outcome.allCases.map {
            ($0.rawValue, .integer(Int64(count($0))))
          }), rows: [row])
      for check in checks where check.outcome != .same {
        let deviation = try change.insert(
          "original_deviation",
          [
            "check_id": row.id, "photo_id": try Self.photoID(check.sha256, change.db),
            "path": Data(check.path), "outcome": check.outcome.rawValue,
            "found": try check.found.map(PhotoDigest.bytes),
          ])
        try change.log(
          .consultation, "original.\(check.outcome.rawValue)", subject: "photo:\(check.sha256)",
          details: [
            "path": .text(
              CaseText.logged(String(decoding: check.path, as: UTF8.self), limit: 1_000)),
            "pathDigest": .text(change.ledger.digest(of: check.path)),
            "found": check.found.map { .text($0) } ?? .null,
          ], rows: [deviation])
      }
    }
  }

  /// Originals that were not as recorded and that nobody has acknowledged; they hold a report up.
  ///
  /// - Parameter all: also those acknowledged.
  /// - Throws: ``CaseFileError``.
  public func originalDeviations(all: Bool = false) throws -> [OriginalDeviation] {
    try read { try Self.deviations(all: all, $0) }
  }

  static func deviations(all: Bool, _ db: Database) throws -> [OriginalDeviation] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT original_deviation.*, checked_at, sha256 FROM original_deviation
        JOIN original_check ON original_check.id = check_id JOIN photo ON photo.id = photo_id
        WHERE \(all ? "1" : "acknowledged_at IS NULL") ORDER BY original_deviation.id
        """
    ).map { row in
      OriginalDeviation(
        id: row["id"],
        check: OriginalCheck(
          path: Array(row["path"] as Data), sha256: PhotoDigest.text(row["sha256"]),
          outcome: OriginalCheck.Outcome(rawValue: row["outcome"]) ?? .unreadable,
          found: (row["found"] as Data?).map(PhotoDigest.text)),
        checkedAt: row["checked_at"], acknowledgedBy: row["acknowledged_by"])
    }
  }

  /// Records that a person knows of a changed or missing original.
  ///
  /// - Throws: ``CaseFileError`` `itemMissing`.
  public func acknowledge(original id: Int64, note: String? = nil, person: String? = nil) throws {
    _ = try change(person: person) { change in
      try change.execute(
        """
        UPDATE original_deviation SET acknowledged_by = ?, acknowledged_at = ?
        WHERE id = ? AND acknowledged_at IS NULL
        """, [person ?? session.person, change.time, id])
      guard change.db.changesCount == 1 else {
        throw CaseFileError(
          .itemMissing, "there is no changed or missing original \(id) to acknowledge",
          cure: "List them first.")
      }
      let row = RowKey(table: "original_deviation", id: id)
      try change.log(
        .alteration, "original.acknowledge", subject: row.text,
        details: ["note": .logged(note)], rows: [row])
    }
  }

  /// The newest look at the originals; `nil` when there was none.
  ///
  /// - Throws: ``CaseFileError``.
  public func lastOriginalsCheck() throws -> OriginalsSummary? { try read(Self.lastCheck) }

  static func lastCheck(_ db: Database) throws -> OriginalsSummary? {
    try Row.fetchOne(db, sql: "SELECT * FROM original_check ORDER BY id DESC LIMIT 1").map { row in
      OriginalsSummary(
        checkedAt: row["checked_at"],
        counts: Dictionary(
          uniqueKeysWithValues: OriginalCheck.Outcome.allCases.map { ($0, row[$0.rawValue]) }))
    }
  }
}
