import CaseFile
import Testing

@Suite struct FindingTests {
  private let finding = CaseFinding(
    kind: "sameIMEIOnExhibits", severity: "look", subjects: ["exhibit:AB/1", "exhibit:AB/2"],
    text: "356938035643809 stands on AB/1 and AB/2.")

  @Test func aFindingIsKeptOnceUntilSomebodyKnowsOfIt() throws {
    let fixture = try CaseFixture()
    #expect(try fixture.file.addFindings([finding, finding]) == 1)
    #expect(try fixture.file.addFindings([finding]) == 0)
    let kept = try #require(try fixture.file.findings(all: false).first)
    #expect(kept.finding == finding)
    try fixture.file.acknowledge(finding: kept.id, note: "two of one kind", person: "Cole")
    #expect(try fixture.file.findings(all: false).isEmpty)
    #expect(try fixture.file.findings().first?.acknowledgedBy == "Cole")
    #expect(code { try fixture.file.acknowledge(finding: kept.id) } == .itemMissing)
    #expect(code { try fixture.file.acknowledge(finding: kept.id, note: "a\u{7}") } == .badValue)
    #expect(try !fixture.file.events().map(\.line).joined().contains("356938035643809"))
  }
}
