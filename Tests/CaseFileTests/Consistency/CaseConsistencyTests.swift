import CaseFile
import Foundation
import Testing

@Suite struct CaseConsistencyTests {
  private static let number = "356938035643809"

  /// A case in which everything was done once.
  private func fixture() throws -> CaseFixture {
    let fixture = try CaseFixture()
    let file = fixture.file
    for (name, number, role) in [
      ("Ann", "1", OperatorRole.reader), ("Bob", "2", .reader), ("Cy", "3", .settler),
    ] { try file.addOperator(name: name, number: number, role: role) }
    try file.setRole(.officerInCharge, of: "Cy")
    try file.setDetails(CaseDetails(reference: "OP HERON/12", officerInCharge: "DS Cole"))
    try fixture.record([
      made(
        "a.jpg", readings: [MadeReading(status: "review")],
        crops: [RecordedCrop(position: 0, png: [1, 2])]), made("b.jpg"),
      made("b2.jpg", bytes: "b.jpg"),
    ])
    try fixture.record([made("a.jpg")], settings: CaseFixture.otherSettings)
    try fixture.record(
      [made("a.jpg", readings: [MadeReading(status: "review")], note: "third")],
      settings: RunSettings(toolVersion: "0.6.0", components: [:], values: [:]))
    var unread = made("c.jpg", readings: [], status: "refused")
    unread.result = unread.result.replacingOccurrences(
      of: "\"sha256\":\"\(digest("c.jpg"))\"", with: "\"sha256\":null")
    unread.sha256 = nil
    try fixture.record([unread])
    try fixture.record([unread])
    try file.addExhibit("AB/1")
    try file.setExhibit("AB/1", details: Exhibit.Details(description: "phone"))
    try file.addSeal(BagSeal(number: "A1"), to: "AB/1")
    try file.addSeal(BagSeal(number: "A2"), to: "AB/1")
    try file.openSeal(of: "AB/1")
    try file.assign([PhotoAssignment(photo: digest("a.jpg"), exhibit: "AB/1", source: .folder)])
    let subject = ReadingSubject(photo: digest("a.jpg"), number: .read(0))
    try file.decide(Decision(subject: subject, act: .accept, note: "n"), person: "1")
    let keyed = try file.decide(
      Decision(subject: subject, act: .key("490154203237518")), person: "2")
    try file.decide(Decision(subject: subject, act: .settle(Self.number)), person: "3")
    let assigned = try file.decideExhibit(of: digest("b.jpg"), is: "AB/1", person: "1")
    try file.undo(event: assigned.sequence, person: "1")
    #expect(keyed.sequence > 0)
    try file.addFindings([CaseFinding(kind: "pair", severity: "look", subjects: ["x"], text: "y")])
    try file.acknowledge(finding: 1)
    try file.recordOriginalChecks([
      OriginalCheck(path: Array("/photos/b.jpg".utf8), sha256: digest("b.jpg"), outcome: .missing)
    ])
    try file.acknowledge(original: 1)
    try file.closeCase()
    try file.setLegalHold(true, reason: "r")
    try file.reopenCase()
    return fixture
  }

  private func faults(_ fixture: CaseFixture) throws -> [CaseFault] {
    try CaseConsistency(fixture.file).faults()
  }

  @Test func whateverWasDoneTheRowsAreAsTheLogTells() throws {
    #expect(try faults(fixture()) == [])
  }

  @Test(arguments: [
    // What was done behind the log's back, the kind of fault, and what it names.
    ("UPDATE photo SET status = 'none' WHERE id = 1", CaseFault.Kind.changed, "photo:1"),
    ("UPDATE photo SET flagged = 1 - flagged WHERE id = 2", .changed, "photo:2"),
    ("UPDATE photo SET reading_id = 1 WHERE id = 1", .changed, "photo:1"),
    (
      "UPDATE photo SET sha256 = zeroblob(32) WHERE id = 2", .photo,
      "photo:" + String(repeating: "0", count: 64)
    ),
    ("UPDATE photo_name SET path = x'2f78' WHERE id = 1", .changed, "photo_name:1"),
    ("DELETE FROM photo_name WHERE id = 2", .removed, "photo_name:2"),
    (
      "UPDATE reading_text SET result = replace(result, '356938035643809', '490154203237518') WHERE reading_id = 1",
      .result, "reading:1"
    ),
    ("UPDATE reading_row SET imei = '490154203237518' WHERE id = 1", .changed, "reading:1"),
    ("UPDATE reading_row SET answer = 'flagged' WHERE id = 2", .changed, "reading:2"),
    ("DELETE FROM reading_row WHERE id = 1", .changed, "reading:1"),
    (
      "INSERT INTO reading_row SELECT NULL, reading_id, photo_id, 9, imei, reversed, status, check_digit, body, answer, lists, slot, page, place, crop FROM reading_row WHERE id = 1",
      .changed, "reading:1"
    ),
    ("UPDATE crop SET png = x'00'", .crop, "reading:1"),
    ("DELETE FROM crop", .changed, "reading:1"),
    ("DELETE FROM reading_text WHERE reading_id = 2", .result, "reading:2"),
    ("DELETE FROM reading WHERE id = 2", .removed, "reading:2"),
    (
      "INSERT INTO photo SELECT 99, zeroblob(32), size, width, height, camera_time, perceptual_hash, status, flagged, NULL, run_id, recorded_at FROM photo WHERE id = 1",
      .added, "photo:99"
    ),
    (
      "UPDATE decision SET number = '111111111111116' WHERE kind = 'settle'", .changed, "decision:3"
    ),
    ("UPDATE decision SET person = 'Eve 9' WHERE id = 1", .changed, "decision:1"),
    ("DELETE FROM decision WHERE id = 2", .removed, "decision:2"),
    (
      "INSERT INTO decision SELECT 99, 999, kind, photo_id, reading_id, position, number, reversed, answer, assignment_id, undoes, 'Eve 9', role, note, decided_at FROM decision WHERE id = 1",
      .added, "decision:99"
    ),
    ("UPDATE assignment SET exhibit_id = 1, withdrawn_at = NULL", .changed, "assignment:2"),
    ("UPDATE exhibit SET reference = 'ZZ/1'", .changed, "exhibit:1"),
    ("UPDATE seal SET number = 'A9' WHERE id = 1", .changed, "seal:1"),
    ("UPDATE operator SET role = 'officerInCharge' WHERE id = 1", .changed, "operator:1"),
    ("UPDATE run SET lists = '[]' WHERE id = 1", .changed, "run:1"),
    (
      "UPDATE settings SET text = replace(text, 'auto', 'off') WHERE id = 1", .changed, "settings:1"
    ),
    ("UPDATE finding SET text = 'nothing'", .changed, "finding:1"),
    ("UPDATE original_deviation SET outcome = 'same'", .changed, "original_deviation:1"),
    ("UPDATE original_check SET missing = 0, same = 1", .changed, "original_check:1"),
    ("UPDATE unread_file SET status = 'none'", .changed, "unread_file:1"),
    ("UPDATE case_detail SET legal_hold = 0", .changed, "case_detail:1"),
    ("UPDATE case_detail SET identifier = 'other'", .identity, "case_detail:1"),
    ("DROP TABLE seal", .schema, "table seal"),
    ("DROP INDEX photo_status", .schema, "index photo_status"),
    ("ALTER TABLE decision ADD COLUMN more TEXT", .schema, "table decision"),
    (
      "CREATE TRIGGER sly AFTER INSERT ON photo BEGIN DELETE FROM photo; END", .schema,
      "trigger sly"
    ),
    ("CREATE VIEW sly AS SELECT 1", .schema, "view sly"),
    ("UPDATE secret SET salt = zeroblob(32)", .changed, "photo:1"),
  ])
  func whatWasDoneBehindTheLogIsNamed(sql: String, kind: CaseFault.Kind, subject: String) throws {
    let fixture = try fixture()
    try fixture.tamper(sql)
    let found = try faults(fixture)
    #expect(
      found.contains { $0.kind == kind && $0.subject == subject },
      "\(found.map { "\($0.kind) \($0.subject)" })")
    #expect(found.allSatisfy { $0.message.hasSuffix(".") })
  }

  @Test func anErasedCaseIsStillCompared() throws {
    let fixture = try fixture()
    try fixture.file.closeCase(despiteOpenWork: true)
    try fixture.file.setLegalHold(false, reason: "over")
    try fixture.file.purge()
    #expect(try faults(fixture) == [])
    try fixture.tamper("UPDATE decision SET person = 'Eve 9' WHERE id = 1")
    #expect(try faults(fixture).map(\.kind) == [.changed])
    try fixture.tamper("DELETE FROM photo WHERE id = 2")
    #expect(
      try faults(fixture).contains { $0.kind == .photo && $0.subject == "photo:\(digest("b.jpg"))" }
    )
  }
}
