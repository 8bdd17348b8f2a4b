import CaseFile
import Foundation
import Testing

@Suite struct DecisionTests {
  private static let number = "356938035643809"
  private static let other = "490154203237518"

  private func fixture(
    _ readings: [MadeReading] = [MadeReading(status: "review")], status: String? = nil
  )
    throws -> CaseFixture
  {
    let fixture = try CaseFixture()
    for (name, number, role) in [
      ("Ann", "1", OperatorRole.reader), ("Bob", "2", .reader), ("Cy", "3", .settler),
      ("Dee", "4", .officerInCharge),
    ] { try fixture.file.addOperator(name: name, number: number, role: role) }
    try fixture.record([made("a.jpg", readings: readings, status: status)])
    return fixture
  }

  private let subject = ReadingSubject(photo: digest("a.jpg"), number: .read(0))

  private func phase(_ fixture: CaseFixture) throws -> ReadingState.Phase? {
    try fixture.file.standing(of: digest("a.jpg")).numbers.first?.state.phase
  }

  @Test func twoPeopleSettleADoubtfulReading() throws {
    let fixture = try fixture()
    #expect(try phase(fixture) == .open)
    try fixture.file.decide(Decision(subject: subject, act: .accept, note: "clear"), person: "1")
    #expect(try phase(fixture) == .secondNeeded)
    let event = try fixture.file.decide(
      Decision(subject: subject, act: .key("35 693803 564380 9")), person: "Bob")
    #expect(try phase(fixture) == .settled)
    #expect(try fixture.file.standing(of: digest("a.jpg")).isResolved)
    #expect(event.entry.kind == "decision.key")
    #expect(event.entry.person == "Bob 2")
    #expect(event.entry.subject == "reading:\(digest("a.jpg"))/r0")
  }

  @Test func numbersAndNotesStandInNoEvent() throws {
    let fixture = try fixture()
    try fixture.file.decide(
      Decision(subject: subject, act: .key(Self.number), note: "like \(Self.other)"), person: "1")
    let lines = try fixture.file.events().map(\.line).joined()
    #expect(!lines.contains(Self.number))
    #expect(!lines.contains(Self.other))
  }

  @Test func theRuleThatIsAgainstItIsNamed() throws {
    let fixture = try fixture()
    try fixture.file.decide(Decision(subject: subject, act: .accept), person: "Ann")
    let events = try fixture.file.events().count
    do {
      try fixture.file.decide(Decision(subject: subject, act: .key(Self.number)), person: "Ann")
      Issue.record("was recorded")
    } catch let error as CaseFileError {
      #expect(error.code == .decisionRefused)
      #expect(error.message.contains("Ann 1 has decided already"))
    }
    #expect(try fixture.file.events().count == events)
    #expect(
      code { try fixture.file.decide(Decision(subject: subject, act: .settle(nil)), person: "Cy") }
        == .decisionRefused)
  }

  @Test func aHostileNameIsVisibleInTheRefusal() throws {
    let fixture = try fixture()
    try fixture.file.addOperator(name: "E\u{202E}ve", number: "5", role: .reader)
    try fixture.file.decide(Decision(subject: subject, act: .accept), person: "5")
    do {
      try fixture.file.decide(Decision(subject: subject, act: .key(Self.number)), person: "5")
      Issue.record("was recorded")
    } catch let error as CaseFileError {
      #expect(error.message.contains(#"E\u{202E}ve 5 has decided already"#), "\(error.message)")
    }
  }

  @Test func strangersAndNonsenseAreRefused() throws {
    let fixture = try fixture()
    #expect(
      code { try fixture.file.decide(Decision(subject: subject, act: .accept), person: "Zed") }
        == .operatorMissing)
    #expect(
      code { try fixture.file.decide(Decision(subject: subject, act: .key("12")), person: "1") }
        == .badValue)
    #expect(
      code {
        try fixture.file.decide(
          Decision(
            subject: ReadingSubject(photo: digest("a.jpg"), number: .read(4)), act: .accept),
          person: "1")
      } == .itemMissing)
    #expect(
      code {
        try fixture.file.decide(
          Decision(subject: ReadingSubject(photo: digest("z"), number: .read(0)), act: .accept),
          person: "1")
      } == .photoMissing)
  }

  @Test func aThirdSettlesAndUndoingOpensItAgain() throws {
    let fixture = try fixture()
    try fixture.file.decide(Decision(subject: subject, act: .accept), person: "Ann")
    try fixture.file.decide(Decision(subject: subject, act: .key(Self.other)), person: "Bob")
    #expect(try phase(fixture) == .mismatch)
    let settled = try fixture.file.decide(
      Decision(subject: subject, act: .settle(Self.number)), person: "Cy")
    #expect(try phase(fixture) == .settled)
    let undone = try fixture.file.undo(event: settled.sequence, note: "wrong photo", person: "Cy")
    #expect(undone.entry.subject == "event:\(settled.sequence)")
    #expect(try phase(fixture) == .mismatch)
    #expect(
      code { try fixture.file.undo(event: settled.sequence, person: "Cy") } == .decisionRefused)
    #expect(code { try fixture.file.undo(event: 1, person: "Cy") } == .itemMissing)
    // Events are never taken back: all four are still there.
    #expect(
      try fixture.file.events().map(\.entry.kind).filter { $0.hasPrefix("decision") } == [
        "decision.accept", "decision.key", "decision.settle", "decision.undo",
      ])
  }

  @Test func aPhotoThatCouldNotBeReadWaitsForPeople() throws {
    let fixture = try fixture([], status: "unreadable")
    #expect(try phase(fixture) == .open)
    #expect(try fixture.file.unresolvedPhotos(limit: 10).count == 1)
    let seen = ReadingSubject(photo: digest("a.jpg"), number: .seen(0))
    try fixture.file.decide(Decision(subject: seen, act: .correct(Self.number)), person: "1")
    try fixture.file.decide(Decision(subject: seen, act: .key(Self.number)), person: "2")
    #expect(try phase(fixture) == .settled)
    #expect(try fixture.file.unresolvedPhotos(limit: 10).isEmpty)
  }

  @Test func aNumberThatWasOverlookedCanBeAdded() throws {
    let fixture = try fixture([MadeReading()])
    let seen = ReadingSubject(photo: digest("a.jpg"), number: .seen(0))
    let event = try fixture.file.decide(
      Decision(subject: seen, act: .key(Self.other)), person: "1")
    #expect(try fixture.file.standing(of: digest("a.jpg")).numbers.count == 2)
    #expect(try fixture.file.unresolvedPhotos(limit: 10).count == 1)
    try fixture.file.undo(event: event.sequence, person: "1")
    #expect(try fixture.file.standing(of: digest("a.jpg")).numbers.count == 1)
  }

  @Test func decisionsHoldForTheSameDigitsOfANewerResult() throws {
    let fixture = try fixture([MadeReading(imei: Self.other), MadeReading(status: "review")])
    let second = ReadingSubject(photo: digest("a.jpg"), number: .read(1))
    try fixture.file.decide(Decision(subject: second, act: .accept), person: "1")
    try fixture.record(
      [made("a.jpg", readings: [MadeReading(status: "review")])],
      settings: CaseFixture.otherSettings)
    #expect(try phase(fixture) == .secondNeeded)
    try fixture.file.decide(Decision(subject: subject, act: .key(Self.number)), person: "2")
    #expect(try phase(fixture) == .settled)
  }

  @Test func decisionsThatFitNoNewerReadingAreNamed() throws {
    let fixture = try fixture()
    let event = try fixture.file.decide(Decision(subject: subject, act: .accept), person: "1")
    try fixture.record(
      [made("a.jpg", readings: [MadeReading(imei: Self.other)])],
      settings: CaseFixture.otherSettings)
    let standing = try fixture.file.standing(of: digest("a.jpg"))
    #expect(standing.orphaned == [event.sequence])
    #expect(!standing.isResolved)
    try fixture.file.undo(event: event.sequence, person: "1")
    #expect(try fixture.file.standing(of: digest("a.jpg")).isResolved)
  }

  @Test func aPersonSaysWhichExhibitItIs() throws {
    let fixture = try fixture()
    try fixture.file.addExhibit("AB/1")
    let event = try fixture.file.decideExhibit(of: digest("a.jpg"), is: "ab1", person: "Ann")
    #expect(try fixture.file.photo(digest("a.jpg"))?.exhibits == ["AB/1"])
    #expect(
      code { try fixture.file.decideExhibit(of: digest("a.jpg"), is: "AB 1", person: "Ann") }
        == .decisionRefused)
    #expect(
      code { try fixture.file.undo(event: event.sequence, person: "Bob") } == .decisionRefused)
    try fixture.file.undo(event: event.sequence, person: "Dee")
    #expect(try fixture.file.photo(digest("a.jpg"))?.exhibits == [])
    #expect(
      code { try fixture.file.undo(event: event.sequence, person: "Ann") } == .decisionRefused)
    try fixture.file.decideExhibit(of: digest("a.jpg"), is: "AB/1", person: "Bob")
    #expect(try fixture.file.photo(digest("a.jpg"))?.exhibits == ["AB/1"])
  }

  @Test func photosOfOneExhibitAreOneAnswer() throws {
    let fixture = try fixture()
    try fixture.record([made("b.jpg", readings: [MadeReading(status: "review")])])
    #expect(try fixture.file.unresolvedPhotos(limit: 10).count == 2)
    try fixture.file.assign(
      ["a.jpg", "b.jpg"].map {
        PhotoAssignment(photo: digest($0), exhibit: "AB/1", source: .folder, detail: "AB1")
      }, addingExhibits: true)
    let state = try fixture.file.exhibitState("ab1")
    #expect(state.numbers.map(\.standing) == [.agreed])
    #expect(state.isResolved)
    #expect(try fixture.file.unresolvedPhotos(limit: 10).isEmpty)
    #expect(code { _ = try fixture.file.exhibitState("ZZ/9") } == .exhibitMissing)
  }

  @Test func givenNumbersAreFound() throws {
    let fixture = try fixture()
    try fixture.file.decide(Decision(subject: subject, act: .key(Self.other)), person: "1")
    let found = try fixture.file.search("4901")
    #expect(found.map(\.number) == [Self.other])
    #expect(found.first?.person == "Ann 1")
    #expect(try fixture.file.search("7518", end: true).count == 1)
  }
}
