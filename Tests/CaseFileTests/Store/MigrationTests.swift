import BlockList
@testable import CaseFile
import Foundation
import GRDB
import Testing

@Suite struct MigrationTests {
  private static let withoutDecisionAnswers = "DROP TABLE decision_answer;"
  private static let withoutRechecks =
    withoutDecisionAnswers + """
      DROP TABLE renewed_lead; DROP TABLE renewed_answer; DROP TABLE recheck;
      """
  private static let withoutStation = """
    DROP TABLE digit_mark; DROP TABLE digit_sheet; DROP TABLE control_answer; DROP TABLE reveal;
    DROP TABLE upload; DROP TABLE token; DROP INDEX assignment_current;
    """

  /// A case as an earlier release left it.
  private func olderCase(without tables: String, migrations: String) throws -> CaseFixture {
    let fixture = try CaseFixture()
    try fixture.record([made("a", readings: [MadeReading(status: "review")])])
    try fixture.file.close()
    try fixture.tamper(
      """
      \(tables)
      DELETE FROM grdb_migrations WHERE identifier NOT IN (\(migrations));
      """)
    return fixture
  }

  @Test func anOlderCaseIsBroughtUpToDateWithItsContent() throws {
    let fixture = try olderCase(
      without: Self.withoutRechecks + Self.withoutStation, migrations: "'1: case'")
    #expect(code { _ = try fixture.open(.readOnly) } == .caseTooOld)
    let file = try fixture.open()
    #expect(try file.openItems().map(\.photo.sha256) == [digest("a")])
    try file.recordUploads(
      [NewUpload(name: [65], sha256: digest("a"), size: 1)], person: "Ann 1")
    #expect(try CaseConsistency(file).faults() == [])
    try file.close()
  }

  @Test func aCaseOfBeforeRechecksIsBroughtUpToDateAndCanBeRechecked() throws {
    let fixture = try olderCase(
      without: Self.withoutRechecks, migrations: "'1: case', '2: review station'")
    #expect(code { _ = try fixture.open(.readOnly) } == .caseTooOld)
    let file = try fixture.open()
    #expect(try file.lastRecheck() == nil)
    #expect(try file.recheck(flagging: ["356938035643809"])?.recheck.newlyFlagged == 1)
    #expect(try CaseConsistency(file).faults() == [])
    try file.close()
  }

  @Test func decisionsOfBeforeTheirAnswersWereKeptVerifyAndReadAsTheyWere() throws {
    let fixture = try CaseFixture()
    try fixture.record([made("a", readings: [MadeReading(status: "review")])])
    try fixture.file.addOperator(name: "Ann", number: "1", role: .reader)
    try fixture.file.decide(
      Decision(
        subject: ReadingSubject(photo: digest("a"), number: .read(0)), act: .key("356938035643809"),
        answer: .withoutLists(.notFlagged)), person: "1")
    try fixture.file.close()
    try fixture.tamper(
      """
      \(Self.withoutDecisionAnswers)
      DELETE FROM grdb_migrations WHERE identifier LIKE '4:%';
      """)
    let file = try fixture.open()
    let decisions = try file.content { _ in }.decisions
    #expect(decisions.map(\.answer) == [.notFlagged])
    #expect(decisions.map(\.fullAnswer) == [nil])
    #expect(try CaseConsistency(file).faults() == [])
    try file.close()
  }
}
