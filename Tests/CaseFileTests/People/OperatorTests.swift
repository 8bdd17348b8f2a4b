import CaseFile
import Testing

@Suite struct OperatorTests {
  @Test func peopleAreFoundByNameOrNumber() throws {
    let fixture = try CaseFixture()
    try fixture.file.addOperator(name: "Ann Lee", number: "4711", role: .reader)
    try fixture.file.addOperator(name: "Ann Lee", number: "4712", role: .settler)
    try fixture.file.addOperator(name: "Cole", role: .officerInCharge)
    #expect(try fixture.file.findOperator("4712").role == .settler)
    #expect(try fixture.file.findOperator("ann lee 4711").person == "Ann Lee 4711")
    #expect(try fixture.file.findOperator("COLE").person == "Cole")
    #expect(code { _ = try fixture.file.findOperator("Ann Lee") } == .operatorMissing)
    #expect(code { _ = try fixture.file.findOperator("Zed") } == .operatorMissing)
  }

  @Test func onePersonIsKnownOnce() throws {
    let fixture = try CaseFixture()
    try fixture.file.addOperator(name: "Ann", number: "1", role: .reader)
    #expect(
      code { try fixture.file.addOperator(name: "ann", number: "1", role: .settler) }
        == .operatorExists)
    #expect(code { try fixture.file.addOperator(name: " ", role: .reader) } == .badValue)
  }

  @Test func aRoleCanChangeAndTheLogSaysSo() throws {
    let fixture = try CaseFixture()
    try fixture.file.addOperator(name: "Ann", number: "1", role: .reader)
    try fixture.file.setRole(.settler, of: "1", person: "Cole")
    #expect(try fixture.file.operators().map(\.role) == [.settler])
    let event = try #require(try fixture.file.events(kinds: ["operator.role"]).first)
    #expect(event.entry.person == "Cole")
    #expect(event.entry.details["before"] == .text("reader"))
  }
}
