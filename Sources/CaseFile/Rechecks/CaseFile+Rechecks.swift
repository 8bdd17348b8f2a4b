public import BlockList
internal import Foundation
internal import GRDB

extension CaseFile {
  /// What is to be asked so that every number of the case has the answer of `lists`.
  ///
  /// Numbers of former results are asked for too, so that one that is put in force again has its answer.
  ///
  /// - Parameter lists: the lists in force, by name, as answers name them.
  /// - Throws: ``CaseFileError``: `caseClosed`, `casePurged`.
  public func recheckQuestion(for lists: [ListReference]) throws -> RecheckQuestion {
    try read { db in
      try check(.open, db)
      let last = try Row.fetchOne(
        db, sql: "SELECT id, lists, readings_to, decisions_to FROM recheck ORDER BY id DESC LIMIT 1"
      )
      let numbers = try String.fetchAll(
        db,
        sql: """
          SELECT imei FROM reading_row WHERE imei IS NOT NULL
          UNION SELECT number FROM decision WHERE number IS NOT NULL ORDER BY 1
          """)
      let isOfTheseLists = try last.map { try $0["lists"] == Self.text(of: lists) } ?? true
      return RecheckQuestion(
        numbers: numbers,
        isAnswered: try numbers.isEmpty
          || (isOfTheseLists
            && Self.isAnswered(
              by: lists, after: last?["readings_to"] ?? 0, last?["decisions_to"] ?? 0, db)),
        readings: try Int64.fetchOne(db, sql: "SELECT max(id) FROM reading") ?? 0,
        decisions: try Int64.fetchOne(db, sql: "SELECT max(event) FROM decision") ?? 0,
        former: last?["id"] ?? 0)
    }
  }

  /// Whether what was recorded after a recheck was asked for in these lists.
  private static func isAnswered(
    by lists: [ListReference], after reading: Int64, _ decision: Int64, _ db: Database
  ) throws -> Bool {
    let others = try Int.fetchOne(
      db,
      sql: """
        SELECT EXISTS (SELECT 1 FROM reading_row
            WHERE reading_id > ? AND imei IS NOT NULL AND lists <> ?)
          OR EXISTS (SELECT 1 FROM decision WHERE event > ? AND number IS NOT NULL)
        """, arguments: [reading, lines(lists), decision])
    guard others == 0 else { return false }
    // A list may have come to mean something else: rows do not tell, the run does.
    let runs = try String.fetchAll(
      db,
      sql: "SELECT DISTINCT lists FROM run WHERE id IN (SELECT run_id FROM reading WHERE id > ?)",
      arguments: [reading])
    return try runs.allSatisfy { text in
      let asked = try JSONDecoder().decode([ListReference].self, from: Data(text.utf8))
      return lists.allSatisfy { list in
        asked.allSatisfy { $0.name != list.name || $0.kind == list.kind }
      }
    }
  }

  /// Records what the lists say of all numbers, in one transaction: the answers, which photos are flagged
  /// now, and the events that tell of them. Former answers stay as they were.
  ///
  /// - Parameter person: who asks, as known to the case; the session's person otherwise.
  /// - Returns: `nil` when another recheck was recorded since the question was put; nothing is written then.
  /// - Throws: ``CaseFileError``: `caseClosed`, `casePurged`, `diskFull`, `caseBusy`.
  public func record(
    _ answers: RecheckAnswers, to question: RecheckQuestion, person: String? = nil
  ) throws -> RecheckReport? {
    try change(person: person) { change in
      let last = try Int64.fetchOne(change.db, sql: "SELECT max(id) FROM recheck") ?? 0
      guard last == question.former else { return nil }
      let recorder = RecheckRecorder(
        change: change, question: question, answers: answers, person: person ?? session.person)
      return try recorder.record()
    }.value
  }

  /// Every recheck, oldest first.
  ///
  /// - Throws: ``CaseFileError``.
  public func rechecks() throws -> [RecordedRecheck] { try read(Self.rechecks) }

  static func rechecks(_ db: Database) throws -> [RecordedRecheck] {
    try Row.fetchAll(db, sql: "SELECT * FROM recheck ORDER BY id").map(RecordedRecheck.init)
  }

  /// The last recheck; `nil` when there was none.
  ///
  /// - Throws: ``CaseFileError``.
  public func lastRecheck() throws -> RecordedRecheck? {
    try read { db in
      try Row.fetchOne(db, sql: "SELECT * FROM recheck ORDER BY id DESC LIMIT 1")
        .map(RecordedRecheck.init)
    }
  }

  /// Lists as the rows of readings have them, `NAME DATE SHA256` each.
  static func lines(_ lists: [ListReference]) -> String {
    lists.map { "\($0.name) \($0.date) \($0.sha256)" }.joined(separator: "\n")
  }
}

extension RecordedRecheck {
  init(_ row: Row) throws {
    let lists: String = row["lists"]
    self.init(
      event: row["event"],
      lists: try JSONDecoder().decode([ListReference].self, from: Data(lists.utf8)),
      asked: row["asked"], flagged: row["flagged"], newlyFlagged: row["newly_flagged"],
      noLongerFlagged: row["no_longer_flagged"], person: row["person"], askedAt: row["asked_at"])
  }
}
