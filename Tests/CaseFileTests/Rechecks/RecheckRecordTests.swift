import BlockList
import Foundation
import GRDB
import Testing

@testable import CaseFile

/// What is kept of rechecks, and how it answers to the log.
@Suite("What rechecks leave") struct RecheckRecordTests {
  private static let number = "356938035643809"

  private func fixture() throws -> CaseFixture {
    let fixture = try CaseFixture()
    try fixture.record([made("a"), made("b", readings: [MadeReading(imei: "490154203237518")])])
    try fixture.file.recheck(flagging: [Self.number], person: "Ann Lee 1")
    return fixture
  }

  @Test func theLogTellsListsAndCountsAndNoNumber() throws {
    let fixture = try fixture()
    let file = fixture.file
    defer { withExtendedLifetime(fixture) {} }
    let event = try #require(try file.events(kinds: ["answers.renew"]).first)
    #expect(event.entry.act == .combination)
    #expect(event.entry.person == "Ann Lee 1")
    #expect(event.entry.details["asked"] == 2)
    #expect(event.entry.details["newlyFlagged"] == 1)
    #expect(event.entry.details["noLongerFlagged"] == 0)
    #expect(
      event.entry.details["lists"]
        == .list([
          .object([
            "name": "Stolen", "date": "2026-05-01", "sha256": .text(digest("2026-05-01")),
          ])
        ]))
    #expect(
      event.words == "Asked the lists again for 2 numbers: 1 newly flagged, 0 no longer flagged.")
    #expect(!(try file.events().map(\.line).joined().contains(Self.number)))
  }

  @Test func theHistoryOfThePhotoTellsTheFirstAnswerAndTheNewOne() throws {
    let fixture = try fixture()
    let file = fixture.file
    defer { withExtendedLifetime(fixture) {} }
    try file.recheck(flagging: [], date: "2026-06-01")
    #expect(
      try file.history(ofPhoto: digest("a")).filter { $0.kind == "photo.renewed" }.map(\.text) == [
        "The number read was not flagged by “Stolen” of 2026-03-04; it is flagged by “Stolen” of "
          + "2026-05-01.",
        "The number read was flagged by “Stolen” of 2026-05-01; it is not flagged by “Stolen” of "
          + "2026-06-01.",
      ])
    #expect(try file.history(ofPhoto: digest("b")).allSatisfy { $0.kind != "photo.renewed" })
  }

  @Test func resultsKeepTheFirstAnswerAndShowTheLatest() throws {
    let fixture = try fixture()
    let file = fixture.file
    defer { withExtendedLifetime(fixture) {} }
    let kept = try #require(try file.resultInForce(of: digest("a")))
    #expect(kept.json.contains(#""state":"notFlagged""#))
    #expect(kept.current.contains(#""state":"flagged""#))
    #expect(kept.current.contains(#""date":"2026-05-01""#))
    #expect(PhotoDigest.text(PhotoDigest.of(kept.json)) == kept.digest)
    // Everything but the answers stands as it was written.
    let answer = try #require(kept.current.range(of: #""answer":"#))
    #expect(kept.json.hasPrefix(kept.current[..<answer.upperBound]))
    let other = try #require(try file.resultInForce(of: digest("b")))
    #expect(other.current.contains(#""date":"2026-05-01""#))
    #expect(other.current.contains(#""state":"notFlagged""#))
    var told: [String] = []
    try file.forEachResult { told.append($0.current) }
    #expect(told == [kept.current, other.current])
  }

  @Test func leadsOfReadingsInReviewAreReplacedAndTakenAway() throws {
    let fixture = try CaseFixture()
    let file = fixture.file
    var photo = made("a", readings: [MadeReading(status: "review")])
    photo.result = photo.result.replacing(
      #""crop":null"#, with: #""crop":null,"alternatives":[{"imei":"1","answer":null}],"leads":[1]"#
    )
    try fixture.record([photo])
    for (date, leads) in [("2026-05-01", "[2,3]"), ("2026-06-01", "[]")] {
      let list = try newerList(date)
      let question = try file.recheckQuestion(for: [list])
      let answers = RecheckAnswers(
        lists: [list], plain: try RenewedAnswer(Answer(matches: [], lists: [list])),
        leads: [
          RenewedLeads(
            photo: digest("a"), position: 0, leads: leads, alternatives: #"[{"state":"flagged"}]"#)
        ])
      #expect(try file.record(answers, to: question)?.leads == (leads == "[]" ? 0 : 1))
      let current = try #require(try file.resultInForce(of: digest("a"))?.current)
      #expect(current.contains(#""leads":[2,3]"#) == (leads != "[]"))
      #expect(!current.contains(#""leads":[1]"#))
      #expect(current.contains(#""alternatives":[{"imei":"1","answer":{"state":"flagged"}}]"#))
    }
    #expect(try CaseConsistency(file).faults() == [])
  }

  @Test(arguments: [
    "UPDATE recheck SET flagged = 0", "DELETE FROM recheck",
    "INSERT OR REPLACE INTO recheck SELECT * FROM recheck",
    "UPDATE renewed_answer SET state = 'notFlagged'", "DELETE FROM renewed_answer",
    "INSERT OR REPLACE INTO renewed_answer SELECT * FROM renewed_answer",
    "INSERT INTO renewed_answer VALUES (7, '1', 'flagged', '{}')",
    "UPDATE renewed_lead SET leads = '[]'",
  ])
  func rowsAreOnlyEverAddedTo(sql: String) throws {
    let fixture = try fixture()
    if sql.contains("renewed_lead") {
      try fixture.tamper("INSERT INTO renewed_lead VALUES (1, 1, '[]', '[]')")
    }
    #expect(throws: DatabaseError.self) { try fixture.tamper(sql) }
  }

  @Test(arguments: [
    // What was done behind the log's back, the kind of fault, and what it names.
    ("recheck_update", "UPDATE recheck SET newly_flagged = 0", CaseFault.Kind.changed, "recheck:1"),
    ("recheck_update", "UPDATE recheck SET lists = '[]'", .changed, "recheck:1"),
    ("recheck_delete", "DELETE FROM recheck", .removed, "recheck:1"),
    (
      "recheck_insert",
      """
      INSERT INTO recheck SELECT 2, 99, lists, answer, readings_to, decisions_to, 0, 0, 0, 0, '', ''
      FROM recheck
      """, .added, "recheck:2"
    ),
    (
      "renewed_answer_update", "UPDATE renewed_answer SET state = 'notFlagged'", .changed,
      "recheck:1"
    ),
    ("renewed_answer_delete", "DELETE FROM renewed_answer", .changed, "recheck:1"),
    (
      "renewed_answer_insert", "INSERT INTO renewed_answer VALUES (1, '1', 'flagged', '{}')",
      .changed, "recheck:1"
    ),
    (
      "renewed_lead_insert", "INSERT INTO renewed_lead VALUES (1, 2, '[]', '[]')", .changed,
      "recheck:1"
    ),
  ])
  func tamperingIsFoundByTheLog(
    trigger: String, sql: String, kind: CaseFault.Kind, subject: String
  ) throws {
    let fixture = try fixture()
    let declared = try fixture.file.read { db in
      try #require(
        try String.fetchOne(
          db, sql: "SELECT sql FROM sqlite_master WHERE name = ?", arguments: [trigger]))
    }
    try fixture.tamper("DROP TRIGGER \(trigger); \(sql); \(declared)")
    let faults = try CaseConsistency(fixture.file).faults()
    #expect(faults.map(\.kind) == [kind])
    #expect(faults.map(\.subject) == [subject])
  }

  @Test func aTriggerThatWasTakenOutIsFound() throws {
    let fixture = try fixture()
    try fixture.tamper("DROP TRIGGER renewed_answer_delete")
    #expect(
      try CaseConsistency(fixture.file).faults().map(\.subject)
        == ["trigger renewed_answer_delete"])
  }

  @Test func anErasureTakesTheNumbersAndLeavesWhoAskedWhen() throws {
    let fixture = try fixture()
    let file = fixture.file
    try file.closeCase(despiteOpenWork: true)
    try file.purge()
    #expect(try file.rechecks().map(\.asked) == [2])
    #expect(
      try file.read { try Int.fetchOne($0, sql: "SELECT COUNT(*) FROM renewed_answer") } == 0)
    #expect(try CaseConsistency(file).faults() == [])
    let bytes = try Data(contentsOf: URL(filePath: fixture.path))
    #expect(bytes.range(of: Data(Self.number.utf8)) == nil)
  }

  @Test func aFaultInTheMiddleLeavesNothing() throws {
    let fixture = try CaseFixture()
    try fixture.record([made("a")])
    try fixture.tamper(
      """
      CREATE TRIGGER stop BEFORE INSERT ON renewed_answer BEGIN SELECT RAISE(ABORT, 'stop'); END
      """)
    let events = try fixture.file.events().count
    #expect(code { try fixture.file.recheck(flagging: [Self.number]) } == .caseUnavailable)
    try fixture.tamper("DROP TRIGGER stop")
    #expect(try fixture.file.rechecks().isEmpty)
    #expect(try fixture.file.events().count == events)
    #expect(try fixture.file.recheck(flagging: [Self.number]) != nil)
  }
}
