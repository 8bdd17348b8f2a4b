@testable import CaseFile
import Foundation
import GRDB
import Testing

@Suite struct MigrationTests {
  /// A case as the release before the review station left it.
  private func olderCase() throws -> CaseFixture {
    let fixture = try CaseFixture()
    try fixture.record([made("a", readings: [MadeReading(status: "review")])])
    try fixture.file.close()
    try fixture.tamper(
      """
      DROP TABLE digit_mark; DROP TABLE digit_sheet; DROP TABLE control_answer; DROP TABLE reveal;
      DROP TABLE upload; DROP TABLE token; DROP INDEX assignment_current;
      DELETE FROM grdb_migrations WHERE identifier <> '1: case';
      """)
    return fixture
  }

  @Test func anOlderCaseIsBroughtUpToDateWithItsContent() throws {
    let fixture = try olderCase()
    #expect(code { _ = try fixture.open(.readOnly) } == .caseTooOld)
    let file = try fixture.open()
    #expect(try file.openItems().map(\.photo.sha256) == [digest("a")])
    try file.recordUploads(
      [NewUpload(name: [65], sha256: digest("a"), size: 1)], person: "Ann 1")
    #expect(try CaseConsistency(file).faults() == [])
    try file.close()
  }
}
