import CaseFile
import Foundation
import Testing

@Suite struct RevealTests {
  private static let number = "356938035643809"

  private func fixture() throws -> CaseFixture {
    let fixture = try CaseFixture()
    for (name, number) in [("Ann", "1"), ("Bob", "2")] {
      try fixture.file.addOperator(name: name, number: number, role: .reader)
    }
    try fixture.record([
      made(
        "a",
        readings: [
          MadeReading(status: "review"), MadeReading(imei: "490154203237518", status: "review"),
        ])
    ])
    return fixture
  }

  private func subject(_ number: ReadingSubject.Number) -> ReadingSubject {
    ReadingSubject(photo: digest("a"), number: number)
  }

  @Test func whoSawAValueCannotKeyItBlind() throws {
    let fixture = try fixture()
    let file = fixture.file
    let key = Decision(subject: subject(.read(0)), act: .key(Self.number))
    try file.recordReveal(of: subject(.read(0)), person: "1")
    #expect(try file.hasSeen(subject(.read(0)), person: "Ann"))
    #expect(try !file.hasSeen(subject(.read(1)), person: "Ann"))
    #expect(try !file.hasSeen(subject(.read(0)), person: "Bob"))
    #expect(throws: CaseFileError.self) { try file.decide(key, person: "1") }
    #expect(code { try file.decide(key, person: "1") } == .decisionRefused)
    // What is not claimed to be blind is not refused, nor another number of the photo.
    try file.decide(Decision(subject: subject(.read(1)), act: .key(Self.number)), person: "1")
    try file.decide(Decision(subject: subject(.read(0)), act: .accept), person: "1")
    try file.decide(key, person: "2")
  }

  @Test func itIsRecordedOnce() throws {
    let fixture = try fixture()
    let file = fixture.file
    for _ in 0..<3 {
      try file.recordReveal(
        of: [subject(.read(0)), subject(.read(1)), subject(.read(0))], person: "1")
    }
    let events = try file.events(kinds: ["photo.reveal"])
    #expect(events.count == 1)
    #expect(events[0].entry.person == "Ann 1")
    #expect(events[0].entry.act == .consultation)
    #expect(events[0].entry.subject == "photo:\(digest("a"))")
    #expect(try CaseConsistency(file).faults() == [])
  }

  @Test func itHoldsForAnotherResultOfThePhoto() throws {
    let fixture = try fixture()
    let file = fixture.file
    try file.recordReveal(of: subject(.read(0)), person: "1")
    // The same digits now stand second, and the first place reads something else.
    try fixture.record(
      [
        made(
          "a",
          readings: [
            MadeReading(imei: "490154203237518", status: "review"), MadeReading(status: "review"),
          ], note: "again")
      ], settings: CaseFixture.otherSettings)
    #expect(try file.hasSeen(subject(.read(1)), person: "1"))
    #expect(try !file.hasSeen(subject(.read(0)), person: "1"))
    // A result that reads neither: then the place counts.
    try fixture.record(
      [
        made("a", readings: [MadeReading(imei: "356938035643000", status: "review")], note: "third")
      ],
      settings: RunSettings(toolVersion: "0.6.0", components: [:], values: [:]))
    #expect(try file.hasSeen(subject(.read(0)), person: "1"))
  }

  @Test func lookingAtAClosedCaseIsRecordedToo() throws {
    let fixture = try fixture()
    try fixture.file.closeCase(despiteOpenWork: true)
    try fixture.file.recordReveal(of: subject(.read(0)), person: "1")
    #expect(try fixture.file.hasSeen(subject(.read(0)), person: "1"))
    #expect(
      code { try fixture.file.recordReveal(of: subject(.read(0)), person: "Eve") }
        == .operatorMissing)
    #expect(
      code { try fixture.file.recordReveal(of: subject(.read(7)), person: "1") } == .itemMissing)
  }
}
