import BlockList
import CaseFile
import Testing

@testable import Reporting

@Suite struct ReturnRowTests {
  private func rows(_ change: (inout ExhibitRecord) -> Void) -> [ReturnRow] {
    var record = SampleHaul.record
    record.exhibits = [record.exhibits[0]]
    change(&record.exhibits[0])
    return ReturnRow.all(of: record)
  }

  private func flagged(reference: String?, kind: ListKind = .stolen) -> NumberRecord {
    let list = ListReference(
      name: "register", date: SampleHaul.list.date, sha256: SampleHaul.list.sha256, kind: kind)
    var number = SampleHaul.number(
      "356938035643809", formatted: "35-693803-564380-9", standing: .settled, photo: "")
    number.answer = Answer(
      matches: [
        Match(
          list: list, listed: "356938035643809", checkDigit: .agrees, reason: "stolen", date: nil,
          reference: reference, reportedBy: "Northshire", line: 4)
      ], lists: [list])
    return number
  }

  @Test func takesWhatIsSettledAndNotFlagged() {
    let rows = rows { _ in }
    #expect(rows.map(\.reason) == [.notFlagged])
    #expect(rows.map(\.references) == [[]])
  }

  @Test func takesWhatIsFlaggedUnderAnOwnersReference() {
    let rows = rows {
      $0.answer = .flagged
      $0.numbers = [flagged(reference: "CR/1")]
    }
    #expect(rows.map(\.reason) == [.ownerReference])
    #expect(rows.map(\.references) == [["Northshire: CR/1"]])
  }

  @Test(arguments: [nil, "", " "])
  func leavesOutWhatIsFlaggedWithoutReference(reference: String?) {
    #expect(
      rows {
        $0.answer = .flagged
        $0.numbers = [flagged(reference: reference)]
      }.isEmpty)
  }

  @Test func leavesOutWhatIsFlaggedByNobodyKnowsWhom() {
    #expect(
      rows {
        $0.answer = .flagged
        $0.numbers[0].answer = .withoutLists(.flagged)
        $0.numbers.append(flagged(reference: "CR/1"))
      }.isEmpty)
  }

  @Test func leavesOutWhatAWatchListAsksFor() {
    #expect(
      rows {
        $0.answer = .flagged
        $0.numbers = [flagged(reference: "OP 7", kind: .watch)]
      }.isEmpty)
  }

  @Test func leavesOutWhatDoesNotFitTogetherUntilSomebodyKnows() {
    #expect(rows { $0.conflicts = ["a clone", "two makes"] }.isEmpty)
    #expect(
      rows {
        $0.conflicts = ["a clone", "two makes"]
        $0.acknowledgedConflicts = ["a clone"]
      }.isEmpty)
    var record = SampleHaul.record
    record.exhibits = [record.exhibits[0]]
    #expect(ReturnRow.countHeldBack(of: record) == 0)
    record.exhibits[0].conflicts = ["a clone"]
    #expect(ReturnRow.countHeldBack(of: record) == 1)
    record.exhibits[0].answer = .unresolved
    #expect(ReturnRow.countHeldBack(of: record) == 0)
    let known = rows {
      $0.conflicts = ["a clone", "two makes"]
      $0.acknowledgedConflicts = ["a clone", "two makes"]
    }
    #expect(known.map(\.exhibit.conflicts) == [["a clone", "two makes"]])
  }

  @Test func leavesOutWhatIsNotResolved() {
    #expect(rows { $0.answer = .unresolved }.isEmpty)
    #expect(rows { $0.numbers = [] }.isEmpty)
    #expect(rows { $0.numbers[0].standing = .open }.isEmpty)
    #expect(rows { $0.numbers[0].answer = .notChecked(because: .noListLoaded) }.isEmpty)
    #expect(
      rows {
        $0.answer = .flagged
        $0.numbers.append(flagged(reference: "CR/1"))
        $0.numbers[0].standing = .open
      }.isEmpty)
  }
}
