internal import Foundation
internal import GRDB

extension CaseFile {
  /// A claim whose process gave no sign of life for so long, in milliseconds, is taken over.
  static let claimLife: Int64 = 60_000

  /// Asks for files to read, so that several processes share the work and none is done twice.
  ///
  /// A claim lives while its process does and calls ``heartbeat(run:)`` at least once a minute;
  /// ``record(_:run:)`` and ``endRun(_:outcome:counts:person:)`` give it back. Claims are no part of the case
  /// and are not logged.
  ///
  /// - Parameter limit: how many to grant at most; the order is kept.
  /// - Throws: ``CaseFileError`` `runMissing`.
  public func claim(_ files: [FileClaim], run: RunID, limit: Int) throws -> ClaimAnswer {
    let process = ProcessIdentity.current
    return try changeClaims { db in
      let (runID, settings) = try Self.openRun(run, db)
      let now = clock.reading().time
      var answer = ClaimAnswer()
      for (index, file) in files.enumerated() {
        guard answer.granted.count < limit else {
          answer.remaining = Array(files[index...])
          break
        }
        let sha256 = try file.sha256.map { try PhotoDigest.bytes($0) }
        if let sha256, try Self.isRead(sha256, settings: settings, db) {
          answer.alreadyRead.append(file)
          continue
        }
        guard try Self.freeClaims(on: file.path, sha256, now: now, db) else {
          answer.held.append(file)
          continue
        }
        let insert = try db.cachedStatement(
          sql: """
            INSERT INTO claim (path, sha256, run_id, session, process, pid, heartbeat)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """)
        try insert.execute(arguments: [
          Data(file.path), sha256, runID, session.identifier, process.text, process.pid, now,
        ])
        answer.granted.append(file)
      }
      return answer
    }
  }

  /// Says that this process is still reading what it claimed in the run.
  ///
  /// - Throws: ``CaseFileError``.
  public func heartbeat(run: RunID) throws {
    try changeClaims { db in
      try db.execute(
        sql: """
          UPDATE claim SET heartbeat = ? WHERE session = ?
            AND run_id = (SELECT id FROM run WHERE identifier = ?)
          """, arguments: [clock.reading().time, session.identifier, run.text])
    }
  }

  /// Gives claims back unread.
  ///
  /// - Throws: ``CaseFileError``.
  public func release(_ files: [FileClaim]) throws {
    try changeClaims { db in
      for file in files {
        try db.execute(
          sql: "DELETE FROM claim WHERE path = ? AND session = ?",
          arguments: [Data(file.path), session.identifier])
      }
    }
  }

  /// How many files are claimed, by the session that reads them.
  ///
  /// - Throws: ``CaseFileError``.
  public func claimCounts() throws -> [String: Int] {
    try read { db in
      let rows = try Row.fetchAll(
        db, sql: "SELECT session, COUNT(*) AS count FROM claim GROUP BY session")
      return Dictionary(uniqueKeysWithValues: rows.map { ($0["session"], $0["count"]) })
    }
  }

  static func isRead(_ sha256: Data, settings: Int64, _ db: Database) throws -> Bool {
    let statement = try db.cachedStatement(
      sql: """
        SELECT 1 FROM reading JOIN photo ON photo.id = reading.photo_id
        WHERE photo.sha256 = ? AND reading.settings_id = ?
        """)
    return try Int.fetchOne(statement, arguments: [sha256, settings]) != nil
  }

  /// Takes dead claims on a file away.
  ///
  /// - Returns: whether there is no living one.
  private static func freeClaims(
    on path: [UInt8], _ sha256: Data?, now: Int64, _ db: Database
  ) throws -> Bool {
    let statement = try db.cachedStatement(
      sql: "SELECT path, process, pid, heartbeat FROM claim WHERE path = ? OR sha256 = ?")
    for row in try Row.fetchAll(statement, arguments: [Data(path), sha256]) {
      let heartbeat: Int64 = row["heartbeat"]
      let isDead =
        abs(now - heartbeat) > claimLife
        || ProcessIdentity.isGone(pid: row["pid"], text: row["process"])
      guard isDead else { return false }
      try db.execute(sql: "DELETE FROM claim WHERE path = ?", arguments: [row["path"] as Data])
    }
    return true
  }
}
