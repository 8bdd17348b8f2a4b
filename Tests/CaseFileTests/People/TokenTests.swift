import CaseFile
import Foundation
import Testing

@Suite struct TokenTests {
  private func fixture() throws -> CaseFixture {
    let fixture = try CaseFixture()
    try fixture.file.addOperator(name: "Ann", number: "1", role: .reader)
    try fixture.file.addOperator(name: "Cy", number: "3", role: .officerInCharge)
    return fixture
  }

  private func owner(_ secret: String, _ file: CaseFile) throws -> String? {
    try file.tokenOwner(digest: OperatorToken.digest(of: secret))?.person
  }

  @Test func aTokenHas256BitsAndTellsItsOwner() throws {
    let fixture = try fixture()
    let token = try fixture.file.issueToken(for: "1")
    #expect(token.person == "Ann 1")
    #expect(token.secret.wholeMatch(of: /imk_[A-Za-z0-9_\-]{43}/) != nil)
    #expect(try owner(token.secret, fixture.file) == "Ann 1")
    #expect(try owner(token.secret + "x", fixture.file) == nil)
    #expect(try fixture.file.tokenOwner(digest: []) == nil)
    #expect(try fixture.file.tokenOwner(digest: [UInt8](repeating: 0, count: 32)) == nil)
    let other = try fixture.file.issueToken(for: "Cy")
    #expect(other.secret != token.secret)
    #expect(
      try fixture.file.tokenOwner(digest: OperatorToken.digest(of: other.secret))?.role
        == .officerInCharge)
  }

  @Test func anOlderTokenCountsNoMore() throws {
    let fixture = try fixture()
    let first = try fixture.file.issueToken(for: "Ann 1")
    let other = try fixture.file.issueToken(for: "Cy")
    let second = try fixture.file.issueToken(for: "ann 1")
    #expect(try owner(first.secret, fixture.file) == nil)
    #expect(try owner(second.secret, fixture.file) == "Ann 1")
    #expect(try fixture.file.withdrawTokens(of: "1") == 1)
    #expect(try owner(second.secret, fixture.file) == nil)
    #expect(try fixture.file.withdrawTokens(of: "1") == 0)
    #expect(try owner(other.secret, fixture.file) == "Cy 3")
    #expect(code { _ = try fixture.file.issueToken(for: "Eve") } == .operatorMissing)
  }

  @Test func theSecretIsNowhereInTheCase() throws {
    let fixture = try fixture()
    let secret = try fixture.file.issueToken(for: "1").secret
    try fixture.file.close()
    for name in try FileManager.default.contentsOfDirectory(atPath: fixture.folder) {
      let bytes = try Data(contentsOf: URL(fileURLWithPath: fixture.folder + "/" + name))
      #expect(bytes.range(of: Data(secret.dropFirst(4).utf8)) == nil)
    }
  }

  @Test func issuingAndWithdrawingAreEvents() throws {
    let fixture = try fixture()
    _ = try fixture.file.issueToken(for: "1", by: "Cy 3")
    try fixture.file.withdrawTokens(of: "1", by: "Cy 3")
    let events = try fixture.file.events(kinds: ["operator.token", "operator.withdraw"])
    #expect(events.map(\.entry.kind) == ["operator.token", "operator.withdraw"])
    #expect(events.allSatisfy { $0.entry.person == "Cy 3" && $0.entry.subject == "operator:Ann 1" })
  }

  @Test func aTokenWorksOnAClosedCaseAndGoesWithTheErasure() throws {
    let fixture = try fixture()
    let token = try fixture.file.issueToken(for: "1")
    try fixture.file.closeCase()
    #expect(try owner(token.secret, fixture.file) == "Ann 1")
    let second = try fixture.file.issueToken(for: "1")
    #expect(try owner(second.secret, fixture.file) == "Ann 1")
    try fixture.file.purge()
    #expect(try owner(second.secret, fixture.file) == nil)
    #expect(code { _ = try fixture.file.issueToken(for: "1") } == .casePurged)
    #expect(try CaseConsistency(fixture.file).faults() == [])
  }
}
