import GRDB
import Testing

@testable import CaseFile

@Suite struct AuditVerdictTests {
  @Test func aWholeLogIsToldWithItsCodeAndHowFarItIsSigned() throws {
    let scene = try AuditScene()
    let lines = try scene.verdict().lines
    let code = try #require(try scene.queue.read { try AuditTable.head($0) }).shortCode
    #expect(
      lines == [
        "The log is whole and the one signed outside up to event 12: 12 event(s), the last of "
          + "2026-11-21T17:20:11.000Z, code \(code)" + "."
      ])
  }

  @Test func aChainThatNoHeadVouchesForIsNotCalledTheOneSigned() throws {
    let lines = try AuditScene(signedAt: []).verdict().lines
    #expect(lines[0].hasPrefix("The chain is whole in itself, and no signed head vouches for it:"))
    #expect(lines[1].hasPrefix("note   there is nothing outside to compare with"))
  }

  @Test func faultsComeFirstEachOnALineOfItsOwnAndTheRestIsCounted() throws {
    let scene = try AuditScene(signedAt: [])
    for _ in 0..<30 { try scene.append((0..<10).map(AuditSample.read), session: "s3") }
    try scene.falsify("UPDATE audit_event SET kind = 'x'")
    let lines = try scene.verdict().lines
    #expect(lines[0] == "The log is NOT whole: 312 fault(s) in 312 event(s).")
    #expect(
      lines[1] == "FAULT  event 1 was changed: the columns beside its line say something else.")
    #expect(lines[201] == "FAULT  112 more.")
    #expect(lines[202].hasPrefix("note   "))
  }
}
