internal import BlockList
internal import Foundation
internal import GRDB

extension CaseFile {
  /// Begins a run; its results are recorded under the identifier returned.
  ///
  /// - Throws: ``CaseFileError``.
  public func beginRun(_ details: RunDetails, person: String? = nil) throws -> RunID {
    let id = RunID(UUID().uuidString.lowercased())
    _ = try change(person: person) { change in
      var rows: [RowKey] = []
      let known = try Int64.fetchOne(
        change.db, sql: "SELECT id FROM settings WHERE digest = ?",
        arguments: [details.settings.digest])
      let settings: Int64
      if let known {
        settings = known
      } else {
        let row = try change.insert(
          "settings", ["digest": details.settings.digest, "text": details.settings.text])
        rows.append(row)
        settings = row.id
      }
      rows.append(
        try change.insert(
          "run",
          [
            "identifier": id.text, "person": person ?? session.person, "settings_id": settings,
            "lists": try Self.text(of: details.lists), "sandbox": details.sandbox,
            "machine": details.machine, "started_at": change.time,
          ]))
      try change.log(
        .combination, "run.begin", subject: "run:\(id)",
        details: [
          "settings": .text(details.settings.digest),
          "tool": .text(CaseText.logged(details.settings.toolVersion)),
          "components": .object(
            details.settings.components.mapValues { .text(CaseText.shown($0)) }),
          "lists": .list(
            details.lists.map {
              .object([
                "name": .text(CaseText.logged($0.name)), "date": .text("\($0.date)"),
                "sha256": .text($0.sha256),
              ])
            }),
          "sandbox": .text(CaseText.logged(details.sandbox)),
          "machine": .text(CaseText.logged(details.machine)),
        ], rows: rows)
    }
    return id
  }

  /// Ends a run and gives its claims back.
  ///
  /// - Parameters:
  ///   - outcome: how it ended, in a word: `finished`, `stopped`, `failed`.
  ///   - counts: the photos by status, for the log.
  /// - Throws: ``CaseFileError`` `runMissing`.
  public func endRun(
    _ run: RunID, outcome: String, counts: [String: Int] = [:], person: String? = nil
  ) throws {
    _ = try change(person: person) { change in
      let id = try Self.openRun(run, change.db).id
      try change.execute("DELETE FROM claim WHERE run_id = ?", [id])
      try change.execute(
        "UPDATE run SET ended_at = ?, outcome = ? WHERE id = ?", [change.time, outcome, id])
      try change.log(
        .combination, "run.end", subject: "run:\(run)",
        details: [
          "outcome": .text(CaseText.logged(outcome)),
          "counts": .object(counts.mapValues { .integer(Int64($0)) }),
        ], rows: [RowKey(table: "run", id: id)])
    }
  }

  /// Every run, oldest first.
  ///
  /// - Throws: ``CaseFileError``.
  public func runs() throws -> [Run] { try read(Self.runs) }

  static func runs(_ db: Database) throws -> [Run] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT run.*, settings.text AS settings,
          (SELECT COUNT(*) FROM reading WHERE reading.run_id = run.id) AS photos
        FROM run JOIN settings ON settings.id = run.settings_id ORDER BY run.id
        """
    ).map(Run.init)
  }

  /// One run.
  ///
  /// - Throws: ``CaseFileError`` `runMissing`.
  public func run(_ id: RunID) throws -> Run {
    guard let run = try runs().first(where: { $0.id == id }) else { throw Self.noRun(id) }
    return run
  }

  /// The row of a run that goes on, and of its settings.
  static func openRun(_ run: RunID, _ db: Database) throws -> (id: Int64, settings: Int64) {
    let row = try Row.fetchOne(
      db, sql: "SELECT id, settings_id, ended_at FROM run WHERE identifier = ?",
      arguments: [run.text])
    guard let row, row["ended_at"] == nil else { throw noRun(run) }
    return (row["id"], row["settings_id"])
  }

  static func noRun(_ run: RunID) -> CaseFileError {
    CaseFileError(
      .runMissing, "the case has no run \(CaseText.shown(run.text, limit: 80)) that goes on",
      cure: "Begin a run first.")
  }

  static func text(of lists: [ListReference]) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(lists), as: UTF8.self)
  }
}

extension Run {
  init(_ row: Row) throws {
    let lists: String = row["lists"]
    let text: String = row["settings"]
    guard let settings = RunSettings(text: text),
      let lists = try? JSONDecoder().decode([ListReference].self, from: Data(lists.utf8))
    else {
      throw CaseFileError(
        .caseDamaged, "run \(CaseText.shown(row["identifier"])) cannot be read",
        cure: "Run `imeikit audit verify`, and go back to the last copy that verifies.")
    }
    self.init(
      id: RunID(row["identifier"]), person: row["person"],
      details: RunDetails(
        settings: settings, lists: lists, sandbox: row["sandbox"], machine: row["machine"]),
      startedAt: row["started_at"], endedAt: row["ended_at"], outcome: row["outcome"],
      photoCount: row["photos"])
  }
}
