import BlockList
import Testing

@testable import Reporting

@Suite struct DIRBSRowTests {
  private func record(
    _ digits: String = "356938035643809", _ standing: NumberRecord.Standing = .settled,
    entries: [(date: String?, reason: String?)]
  ) -> HaulRecord {
    var number = SampleHaul.number(digits, formatted: digits, standing: standing, photo: "")
    number.answer = Answer(
      matches: entries.map {
        Match(
          list: SampleHaul.list, listed: digits, checkDigit: .agrees, reason: $0.reason,
          date: $0.date, line: 1)
      }, lists: [SampleHaul.list])
    var record = SampleHaul.record
    record.exhibits = [record.exhibits[0]]
    record.exhibits[0].numbers = [number]
    return record
  }

  @Test(arguments: [
    ("2026-10-01", "20261001"), ("20261001", "20261001"), ("2026-10-01T08:00:00Z", "20261001"),
    // The list's own day stands where an entry's has no reading, or two.
    (nil, "20261120"), ("03/04/2026", "20261120"), ("2026-10-011", "20261120"),
    ("20261341", "20261120"), ("", "20261120"), ("T", "20261120"),
  ])
  func givesTheListedDayInOneForm(date: String?, day: String) {
    #expect(DIRBSRow.all(of: record(entries: [(date, "stolen")])).map(\.blockDate) == [day])
  }

  @Test func joinsReasonsAndTakesTheEarliestDay() {
    let rows = DIRBSRow.all(
      of: record(entries: [
        ("2026-10-01", "stolen"), ("2026-09-01", "lost|found"), (nil, "stolen"), (nil, nil),
      ]))
    #expect(rows.map(\.reasons) == ["stolen|lost/found|on list national block list"])
    #expect(rows.map(\.blockDate) == ["20260901"])
  }

  @Test func givesTheDayOfAnAnswerThatWasKeptWithoutLists() {
    var record = record(entries: [])
    record.exhibits[0].numbers[0].answer = .withoutLists(.flagged)
    #expect(DIRBSRow.all(of: record).map(\.blockDate) == ["20261121"])
    #expect(DIRBSRow.all(of: record).map(\.reasons) == ["flagged"])
  }

  @Test func leavesOutWhatDoesNotCountOrIsNotFlagged() {
    #expect(DIRBSRow.all(of: record("356938035643809", .open, entries: [(nil, "stolen")])) == [])
    #expect(DIRBSRow.all(of: record(entries: [])) == [])
  }

  @Test func writesNoSoftwareVersionAsACheckDigit() {
    let rows = DIRBSRow.all(of: record("0049015420323751", .accepted, entries: [(nil, "stolen")]))
    #expect(rows.map(\.imei) == ["00490154203237"])
  }
}
