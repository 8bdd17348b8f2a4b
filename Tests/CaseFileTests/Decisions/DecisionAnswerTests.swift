import BlockList
import CaseFile
import Foundation
import Testing

@Suite struct DecisionAnswerTests {
  private static let number = "490154203237518"
  private let subject = ReadingSubject(photo: digest("a.jpg"), number: .read(0))

  /// A case in which Bob took the reading as it is, and Ann keyed a number that a list flags.
  private func fixture() throws -> CaseFixture {
    let fixture = try CaseFixture()
    try fixture.file.addOperator(name: "Ann", number: "1", role: .officerInCharge)
    try fixture.file.addOperator(name: "Bob", number: "2", role: .reader)
    try fixture.record([made("a.jpg", readings: [MadeReading(status: "review")])])
    try fixture.file.decide(
      Decision(subject: subject, act: .key(Self.number), answer: try Self.answer()), person: "1")
    try fixture.file.decide(Decision(subject: subject, act: .accept), person: "2")
    return fixture
  }

  private static func answer() throws -> Answer {
    let list = try newerList("2026-04-20")
    return Answer(
      matches: [
        Match(
          list: list, listed: number, checkDigit: .agrees, reason: "stolen", date: "2026-03-01",
          reference: "CR/1", reportedBy: "Northshire", line: 4)
      ], lists: [list])
  }

  @Test func whichListsFlaggedANumberThatAPersonGaveIsKept() throws {
    let fixture = try fixture()
    let decision = try #require(try fixture.file.content { _ in }.decisions.first)
    #expect(decision.answer == .flagged)
    #expect(decision.fullAnswer == (try Self.answer()))
    #expect(decision.answeredAt == decision.decidedAt)
  }

  @Test func newerListsSayWhatCountsAndTheHistoryWhichListSaidSoBefore() throws {
    let fixture = try fixture()
    let report = try #require(try fixture.file.recheck(flagging: []))
    let change = try #require(report.changes.first { $0.number == Self.number })
    #expect(change.before.lists.map(\.name) == ["Stolen"])
    let decision = try #require(try fixture.file.content { _ in }.decisions.first)
    #expect(decision.fullAnswer?.state == .notFlagged)
  }

  @Test(arguments: [
    "UPDATE decision_answer SET answer = replace(answer, 'Northshire', 'Southshire')",
    "DELETE FROM decision_answer",
    """
    INSERT INTO decision_answer SELECT id, '{}' FROM decision
    WHERE id NOT IN (SELECT decision_id FROM decision_answer)
    """,
  ])
  func anAnswerThatWasChangedBehindTheLogIsFound(sql: String) throws {
    let fixture = try fixture()
    #expect(try CaseConsistency(fixture.file).faults().isEmpty)
    try fixture.file.close()
    try fixture.tamper(sql)
    let file = try fixture.open(.readOnly)
    #expect(try !CaseConsistency(file).faults().isEmpty)
    try file.close()
  }

  @Test func anErasureTakesItAway() throws {
    let fixture = try fixture()
    try fixture.file.closeCase(despiteOpenWork: true)
    try fixture.file.purge()
    try fixture.file.close()
    for name in try FileManager.default.contentsOfDirectory(atPath: fixture.folder) {
      let bytes = try Data(contentsOf: URL(fileURLWithPath: fixture.folder + "/" + name))
      #expect(bytes.range(of: Data("Northshire".utf8)) == nil, "\(name)")
    }
  }
}
