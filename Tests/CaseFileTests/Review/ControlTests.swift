import BlockList
@testable import CaseFile
import Foundation
import Testing

@Suite struct ControlTests {
  private static let number = "356938035643809"
  private static let other = "490154203237518"

  private func fixture() throws -> CaseFixture {
    let fixture = try CaseFixture()
    for (name, number) in [("Ann", "1"), ("Bob", "2"), ("Cy", "3")] {
      try fixture.file.addOperator(name: name, number: number, role: .settler)
    }
    return fixture
  }

  private func subject(_ bytes: String) -> ReadingSubject {
    ReadingSubject(photo: digest(bytes), number: .read(0))
  }

  /// A photo whose one reading has as many sources.
  private func sourced(_ name: String, sources: Int, status: String = "accepted") -> RecordedPhoto {
    var photo = made(name, readings: [MadeReading(status: status)])
    let list = (0..<sources).map { "\"source\($0)\"" }.joined(separator: ",")
    photo.result = photo.result.replacingOccurrences(
      of: "\"page\":1", with: "\"page\":1,\"sources\":[\(list)]")
    return photo
  }

  private func candidates(_ person: String, _ file: CaseFile) throws -> Set<String> {
    let found = try file.controlCandidates(limit: 99, excluding: person)
    #expect(found.allSatisfy { $0.item.kind == .blind && $0.number == Self.number })
    return Set(found.map(\.item.photo.sha256))
  }

  @Test func onlyWhatTwoSourcesOrTwoPeopleSayIsAskedAbout() throws {
    let fixture = try fixture()
    let file = fixture.file
    try fixture.record([
      sourced("two", sources: 2), sourced("one", sources: 1),
      sourced("open", sources: 3, status: "review"),
      sourced("people", sources: 1, status: "review"),
      sourced("settled", sources: 1, status: "review"),
    ])
    try file.decide(Decision(subject: subject("people"), act: .accept), person: "1")
    try file.decide(Decision(subject: subject("people"), act: .key(Self.number)), person: "2")
    try file.decide(Decision(subject: subject("settled"), act: .accept), person: "1")
    try file.decide(Decision(subject: subject("settled"), act: .key(Self.other)), person: "2")
    #expect(try candidates("3", file) == [digest("two"), digest("people")])
    #expect(try candidates("1", file) == [digest("two")])
    #expect(try file.controlCandidates(limit: 1, excluding: "3").count == 1)
  }

  @Test func whoWasAskedOrLookedIsNotAsked() throws {
    let fixture = try fixture()
    let file = fixture.file
    let names = (0..<6).map { "p\($0)" }
    try fixture.record(names.map { sourced($0, sources: 2) })
    #expect(try candidates("1", file) == Set(names.map(digest)))
    try file.recordControl(
      ControlAnswer(subject: subject("p0"), passed: true, digitsDiffering: 0), person: "1")
    try file.recordReveal(of: subject("p1"), person: "1")
    try file.log([
      AuditEntry(
        act: .consultation, kind: "photo.look", person: "Ann 1",
        subject: "photo:\(digest("p2"))")
    ])
    try file.decide(Decision(subject: subject("p3"), act: .accept), person: "1")
    #expect(try candidates("1", file) == [digest("p4"), digest("p5")])
    #expect(try candidates("2", file) == Set(names.map(digest)))
  }

  @Test func answersAreTalliedByPersonAndDecideNothing() throws {
    let fixture = try fixture()
    let file = fixture.file
    try fixture.record([sourced("a", sources: 2), sourced("b", sources: 2)])
    for (name, differing, person) in [("a", 0, "1"), ("b", 2, "1"), ("b", 0, "2")] {
      let event = try file.recordControl(
        ControlAnswer(
          subject: subject(name), passed: differing == 0, digitsDiffering: differing,
          keyed: differing == 0 ? nil : Self.other, seconds: 2.5), person: person)
      #expect(event.entry.details["milliseconds"] == .integer(2_500))
    }
    #expect(
      try file.controlTally().map { "\($0.person) \($0.answered) \($0.differing)" } == [
        "Ann 1 2 1", "Bob 2 1 0",
      ])
    #expect(try file.haulOverview().controls == HaulOverview.Controls(answered: 3, differing: 1))
    #expect(try file.standing(of: digest("b")).numbers[0].state.phase == .accepted)
    let finding = try #require(try file.findings().first)
    #expect(finding.finding.kind == CaseFile.differingControl)
    #expect(finding.finding.severity == "look")
    #expect(finding.finding.text.contains("keyed \(Self.other), which differs in 2 digits"))
    #expect(try file.findings().count == 1)
    #expect(try CaseConsistency(file).faults() == [])
  }

  @Test(arguments: [
    (true, 1, 1.0), (false, 0, 1.0), (false, 16, 1.0), (true, 0, -1.0), (true, 0, .nan),
    (true, 0, 1e9),
  ])
  func anAnswerThatCannotBeIsRefused(passed: Bool, differing: Int, seconds: Double) throws {
    let fixture = try fixture()
    try fixture.record([sourced("a", sources: 2)])
    let answer = ControlAnswer(
      subject: subject("a"), passed: passed, digitsDiffering: differing, seconds: seconds)
    #expect(code { try fixture.file.recordControl(answer, person: "1") } == .badValue)
    #expect(try fixture.file.controlTally() == [])
  }

  @Test func aKeyedNumberGoesWithTheErasure() throws {
    let fixture = try fixture()
    let file = fixture.file
    try fixture.record([sourced("a", sources: 2)])
    try file.recordControl(
      ControlAnswer(
        subject: subject("a"), passed: false, digitsDiffering: 15, keyed: Self.other),
      person: "1")
    try file.closeCase(despiteOpenWork: true)
    try file.purge()
    #expect(try CaseConsistency(file).faults() == [])
    #expect(code { _ = try file.controlCandidates(limit: 1, excluding: "1") } == .casePurged)
    try file.close()
    for name in try FileManager.default.contentsOfDirectory(atPath: fixture.folder) {
      let bytes = try Data(contentsOf: URL(fileURLWithPath: fixture.folder + "/" + name))
      #expect(bytes.range(of: Data(Self.other.utf8)) == nil)
    }
  }
}
