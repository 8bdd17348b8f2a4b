import BlockList
import Foundation
import Testing

@testable import CaseFile

@Suite("Rechecks of a case") struct RecheckTests {
  private static let number = "356938035643809"
  private static let other = "490154203237518"
  private let subject = ReadingSubject(photo: digest("a"), number: .read(0))

  private func fixture(_ photos: [RecordedPhoto] = [made("a")]) throws -> CaseFixture {
    let fixture = try CaseFixture()
    for (name, number, role) in [
      ("Ann", "1", OperatorRole.reader), ("Bob", "2", .reader), ("Cy", "3", .settler),
    ] { try fixture.file.addOperator(name: name, number: number, role: role) }
    try fixture.record(photos)
    return fixture
  }

  private func state(_ file: CaseFile, _ photo: String = "a") throws -> ReadingState? {
    try file.standing(of: digest(photo)).numbers.first?.state
  }

  @Test func anAcceptedNumberThatIsNewlyFlaggedNeedsPeople() throws {
    let fixture = try fixture()
    let file = fixture.file
    #expect(try state(file)?.phase == .accepted)
    #expect(try file.openItems().isEmpty)
    let before = try #require(try file.standing(of: digest("a")).numbers.first?.version)
    let report = try #require(try file.recheck(flagging: [Self.number]))
    #expect(report.recheck.asked == 1)
    #expect(report.recheck.newlyFlagged == 1)
    #expect(report.recheck.noLongerFlagged == 0)
    let change = try #require(report.changes.first)
    #expect(change.isNewlyFlagged)
    #expect(change.before.lists.map(\.date) == ["2026-03-04"])
    #expect(try state(file)?.phase == .open)
    #expect(try state(file)?.isFlagged == true)
    #expect(try file.photo(digest("a"))?.isFlagged == true)
    #expect(try file.photos(PhotoFilter(flaggedOnly: true), limit: 9).count == 1)
    let item = try #require(try file.openItems().first)
    // As a number that was flagged when it was read.
    #expect(item.kind == .blind)
    #expect(item.version != before)
    #expect(try file.haulOverview().photos.flagged == 1)
    #expect(try file.haulOverview().review.blind == 1)
    #expect(try file.unresolvedPhotos(limit: 9).count == 1)
    #expect(try file.search("3569").map(\.answer) == ["flagged"])
  }

  @Test func whatIsNoLongerFlaggedNeedsNobody() throws {
    let fixture = try fixture([made("a", readings: [MadeReading(answer: "flagged")])])
    let file = fixture.file
    #expect(try file.haulOverview().review.total == 1)
    let report = try #require(try file.recheck(flagging: []))
    #expect(report.recheck.noLongerFlagged == 1)
    #expect(try state(file)?.phase == .accepted)
    #expect(try file.photo(digest("a"))?.isFlagged == false)
    #expect(try file.haulOverview().review.total == 0)
    #expect(try file.haulOverview().photos.flagged == 0)
  }

  @Test func peopleWhoSettledANumberHaveSettledItWhenItIsFlagged() throws {
    let fixture = try fixture([made("a", readings: [MadeReading(status: "review")])])
    let file = fixture.file
    try file.addExhibit("AB/1")
    try file.assign(
      [PhotoAssignment(photo: digest("a"), exhibit: "AB/1", source: .folder, detail: nil)],
      addingExhibits: false)
    try file.decide(Decision(subject: subject, act: .accept), person: "Ann")
    try file.decide(
      Decision(subject: subject, act: .key(Self.number), answer: .withoutLists(.notFlagged)),
      person: "Bob")
    #expect(try file.exhibitAnswers() == ["AB/1": .notFlagged])
    try file.recheck(flagging: [Self.number])
    #expect(try state(file)?.phase == .settled)
    #expect(try state(file)?.isFlagged == true)
    #expect(try file.exhibitAnswers() == ["AB/1": .flagged])
    #expect(try file.exhibitState("AB/1").numbers.map(\.isFlagged) == [true])
  }

  @Test func aNumberThatAPersonGaveIsAskedForToo() throws {
    let fixture = try fixture()
    let file = fixture.file
    try file.decide(
      Decision(subject: subject, act: .correct(Self.other), answer: .withoutLists(.notFlagged)),
      person: "Ann")
    try file.decide(
      Decision(subject: subject, act: .key(Self.other), answer: .withoutLists(.notFlagged)),
      person: "Bob")
    #expect(try state(file)?.phase == .settled)
    let report = try #require(try file.recheck(flagging: [Self.other]))
    #expect(report.recheck.asked == 2)
    #expect(report.recheck.newlyFlagged == 1)
    #expect(report.changes.map(\.person) == ["Ann 1", "Bob 2"])
    #expect(try state(file)?.isFlagged == true)
    // The photo's own reading is not flagged.
    #expect(try file.photo(digest("a"))?.isFlagged == false)
  }

  @Test func anUndoneNumberIsNotCountedAsFlagged() throws {
    let fixture = try fixture()
    let event = try fixture.file.decide(
      Decision(subject: subject, act: .correct(Self.other), answer: .withoutLists(.notFlagged)),
      person: "Ann")
    try fixture.file.undo(event: event.sequence, person: "Ann")
    let report = try #require(try fixture.file.recheck(flagging: [Self.other]))
    #expect(report.recheck.asked == 1)
    #expect(report.recheck.flagged == 0)
    #expect(report.changes.isEmpty)
  }

  @Test func theSameListsWriteNothing() throws {
    let fixture = try fixture()
    try fixture.file.recheck(flagging: [Self.number])
    let events = try fixture.file.events().count
    #expect(try fixture.file.recheck(flagging: [Self.number]) == nil)
    #expect(try fixture.file.events().count == events)
    #expect(try fixture.file.rechecks().count == 1)
  }

  @Test func whatWasReadWithOtherListsSinceIsAskedForAgain() throws {
    let fixture = try fixture()
    let file = fixture.file
    try file.recheck(flagging: [Self.number])
    // Read by a worker that had the former list still.
    try fixture.record([made("b")])
    #expect(try state(file, "b")?.isFlagged == false)
    let report = try #require(try file.recheck(flagging: [Self.number]))
    #expect(report.recheck.newlyFlagged == 1)
    #expect(try state(file, "b")?.isFlagged == true)
  }

  @Test func aListThatComesToMeanSomethingElseIsAskedAgain() throws {
    let fixture = try fixture()
    let file = fixture.file
    try file.recheck(flagging: [])
    #expect(try file.recheckQuestion(for: [try newerList("2026-05-01")]).isAnswered)
    #expect(
      !(try file.recheckQuestion(for: [try newerList("2026-05-01", kind: .allow)]).isAnswered))
  }

  @Test func onlyTheFirstOfTwoThatAskedAtOnceIsRecorded() throws {
    let fixture = try fixture()
    let file = fixture.file
    let list = try newerList("2026-06-01")
    let question = try file.recheckQuestion(for: [list])
    try file.recheck(flagging: [])
    let answers = RecheckAnswers(
      lists: [list], plain: try RenewedAnswer(Answer(matches: [], lists: [list])))
    #expect(try file.record(answers, to: question) == nil)
    #expect(try file.rechecks().map { $0.lists.map(\.date.description) } == [["2026-05-01"]])
  }

  @Test func anUncheckedHaulIsCheckedByTheFirstList() throws {
    let fixture = try fixture([made("a", readings: [MadeReading(answer: "notChecked")])])
    let file = fixture.file
    try file.addExhibit("AB/1")
    try file.assign(
      [PhotoAssignment(photo: digest("a"), exhibit: "AB/1", source: .folder, detail: nil)],
      addingExhibits: false)
    #expect(try file.exhibitAnswers() == ["AB/1": .unresolved])
    let report = try #require(try file.recheck(flagging: []))
    #expect(report.changes.isEmpty)
    #expect(try file.exhibitAnswers() == ["AB/1": .notFlagged])
    #expect(try fixture.open(.readOnly).exhibitAnswers() == ["AB/1": .notFlagged])
    #expect(try file.search("3569").map(\.answer) == ["notFlagged"])
  }

  @Test func aClosedCaseIsNotAsked() throws {
    let fixture = try fixture()
    try fixture.file.closeCase()
    #expect(code { try fixture.file.recheck(flagging: []) } == .caseClosed)
  }

  @Test func aFormerResultThatIsPutInForceAgainHasTheLatestAnswer() throws {
    let fixture = try fixture()
    let file = fixture.file
    try fixture.record(
      [made("a", readings: [MadeReading(imei: Self.other)])], settings: CaseFixture.otherSettings)
    let report = try #require(try file.recheck(flagging: [Self.number]))
    // Nobody sees the former result, so it is not told.
    #expect(report.changes.isEmpty)
    #expect(try file.photo(digest("a"))?.isFlagged == false)
    let run = try fixture.begin(CaseFixture.settings)
    try file.putInForce([digest("a")], run: run)
    #expect(try file.photo(digest("a"))?.isFlagged == true)
    #expect(try state(file)?.isFlagged == true)
  }

  @Test func manyRandomRechecksLeaveWhatANewOpeningFinds() throws {
    let numbers = (10..<40).map { "3569380356438\($0)" }
    let fixture = try fixture(
      numbers.enumerated().map { made("p\($0)", readings: [MadeReading(imei: $1)]) })
    for index in 0..<8 {
      try fixture.file.recheck(
        flagging: numbers.filter { _ in .random() }, date: "2026-05-0\(index + 1)")
      let fresh = try fixture.open()
      #expect(try fixture.file.openItems() == fresh.openItems())
      #expect(try fixture.file.haulOverview().photos == fresh.haulOverview().photos)
      try fresh.close()
    }
    #expect(try CaseConsistency(fixture.file).faults() == [])
  }
}
