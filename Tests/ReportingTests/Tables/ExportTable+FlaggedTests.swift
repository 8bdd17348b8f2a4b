import BlockList
import Testing

@testable import Reporting

@Suite struct ExportTableFlaggedTests {
  @Test func hasARowForAnAnswerThatWasKeptWithoutLists() {
    var record = SampleHaul.record
    record.exhibits[0].numbers[0].answer = .withoutLists(.flagged)
    #expect(
      FlaggedRow.all(of: record).map(\.number.digits) == ["356938035643809", "012345678901237"])
    #expect(FlaggedRow.all(of: record).map { $0.match == nil } == [true, false])
  }

  @Test func hasARowForEachEntryAndSaysHowFarTheNumberIs() throws {
    var record = SampleHaul.record
    let number = record.exhibits[1].numbers[0]
    let other = ListReference(
      name: "own register", date: SampleHaul.list.date, sha256: SampleHaul.list.sha256,
      kind: .stolen)
    var open = number
    open.standing = .open
    open.answer = Answer(
      matches: number.answer.matches + [
        Match(
          list: other, listed: "01234567890123-01234567890199", checkDigit: .listHasNone,
          reason: nil, date: nil, line: 9)
      ], lists: [SampleHaul.list, other])
    record.exhibits[1].numbers = [open]
    let scratch = try ExportScratch()
    _ = try scratch.export(record)
    let table = try scratch.csv("flagged.csv")
    #expect(table.column("list_name") == ["national block list", "own register"])
    #expect(table.column("list_kind") == ["block", "stolen"])
    #expect(table.column("review_state") == ["open", "open"])
    #expect(table.column("listed_as") == ["01234567890123", "01234567890123-01234567890199"])
    #expect(table.column("list_line") == ["17", "9"])
    #expect(table.column("listed_on") == ["2026-10-01", ""])
  }
}
