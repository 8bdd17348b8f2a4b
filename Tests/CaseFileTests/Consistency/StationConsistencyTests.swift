import CaseFile
import Foundation
import Testing

/// The rows that the review station writes, compared with the log.
@Suite struct StationConsistencyTests {
  /// A case in which the station did everything once.
  private func fixture() throws -> CaseFixture {
    let fixture = try CaseFixture()
    let file = fixture.file
    try file.addOperator(name: "Ann", number: "1", role: .reader)
    _ = try file.issueToken(for: "1")
    _ = try file.issueToken(for: "1")
    let kept = try file.recordUploads(
      ["a", "b", "c"].map {
        NewUpload(name: Array($0.utf8), sha256: digest($0), size: 1, exhibit: "AB/1")
      }, key: "k", keyDigest: digest("request"), person: "Ann 1")
    try fixture.record([made("a"), made("b", readings: [MadeReading(status: "review")])])
    try file.finishUploads([kept[2].id], state: .refused, reason: "No picture.")
    let subject = ReadingSubject(photo: digest("a"), number: .read(0))
    try file.recordReveal(of: subject, person: "1")
    try file.recordControl(
      ControlAnswer(
        subject: subject, passed: false, digitsDiffering: 3, keyed: "490154203237518", seconds: 1),
      person: "1")
    let threes = [0, 4].map { DigitPlace(photo: digest("b"), position: 0, place: $0) }
    try file.recordDigits(
      DigitSheet(digit: 3, confirmed: [threes[0]], struck: [threes[1]]), person: "1")
    return fixture
  }

  @Test func whatTheStationDidIsAsTheLogTells() throws {
    let fixture = try fixture()
    #expect(try CaseConsistency(fixture.file).faults() == [])
  }

  @Test(arguments: [
    // What was done behind the log's back, the kind of fault, and what it names.
    ("UPDATE token SET withdrawn_at = NULL WHERE id = 1", CaseFault.Kind.changed, "token:1"),
    ("UPDATE token SET sha256 = zeroblob(32) WHERE id = 2", .changed, "token:2"),
    ("DELETE FROM token WHERE id = 2", .removed, "token:2"),
    (
      "INSERT INTO token VALUES (9, 1, zeroblob(32), '2026-11-21T17:20:00.123Z', NULL)", .added,
      "token:9"
    ),
    ("UPDATE upload SET name = x'41' WHERE id = 1", .changed, "upload:1"),
    ("UPDATE upload SET state = 'waiting' WHERE id = 2", .changed, "upload:2"),
    ("UPDATE upload SET exhibit = 'ZZ/1' WHERE id = 1", .changed, "upload:1"),
    ("DELETE FROM upload WHERE id = 3", .removed, "upload:3"),
    ("DELETE FROM reveal", .removed, "reveal:1"),
    ("UPDATE reveal SET person = 'Bob 2'", .changed, "reveal:1"),
    ("UPDATE control_answer SET passed = 1, digits_differing = 0", .changed, "control_answer:1"),
    ("DELETE FROM control_answer", .removed, "control_answer:1"),
    ("UPDATE digit_sheet SET person = 'Bob 2'", .changed, "digit_sheet:1"),
    ("UPDATE digit_mark SET struck = 0", .changed, "digit_sheet:1"),
    ("DELETE FROM digit_mark WHERE number = 1", .changed, "digit_sheet:1"),
    ("DELETE FROM digit_sheet", .removed, "digit_sheet:1"),
    ("DROP INDEX upload_state", .schema, "index upload_state"),
    ("DROP TABLE reveal", .schema, "table reveal"),
  ])
  func whatWasDoneBehindTheLogIsNamed(sql: String, kind: CaseFault.Kind, subject: String) throws {
    let fixture = try fixture()
    try fixture.tamper(sql)
    let found = try CaseConsistency(fixture.file).faults()
    #expect(
      found.contains { $0.kind == kind && $0.subject == subject },
      "\(found.map { "\($0.kind) \($0.subject)" })")
  }

  @Test func anErasedCaseIsStillCompared() throws {
    let fixture = try fixture()
    try fixture.file.closeCase(despiteOpenWork: true)
    try fixture.file.purge()
    #expect(try CaseConsistency(fixture.file).faults() == [])
    try fixture.tamper("UPDATE control_answer SET passed = 1")
    #expect(try CaseConsistency(fixture.file).faults().map(\.kind) == [.changed])
  }
}
