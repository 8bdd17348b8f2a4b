import Foundation
import Testing

@testable import CaseFile

@Suite struct CaseFileAuditTests {
  private let fixture: CaseFixture
  private let key: StationKey
  private let heads: HeadFolder

  init() throws {
    fixture = try CaseFixture()
    key = try StationKey.create(inFolder: fixture.folder + "/station")
    heads = HeadFolder(path: fixture.folder + "/heads")
  }

  private func verdict(_ codes: [String] = []) throws -> AuditVerdict {
    try fixture.file.auditVerdict(heads: heads, key: key.publicKey, codes: codes)
  }

  @Test func aCaseThatIsWorkedOnVerifiesUpToItsHead() throws {
    let head = try #require(try fixture.file.signHead(in: heads, key: key))
    #expect(head.head == (try fixture.file.auditHead()))
    #expect(try verdict([head.head.shortCode]).isWhole)
    #expect(try verdict().notes.map(\.kind) == [.sessionOpen])
    _ = try fixture.begin()
    let later = try verdict()
    #expect(later.isWhole)
    #expect(later.covered == head.head.sequence)
    #expect(later.notes.map(\.kind).contains(.beyondHead))
    #expect(try fixture.file.signHead(in: heads, key: key) != head)
    #expect(try verdict().covered == fixture.file.auditHead()?.sequence)
  }

  @Test func withoutHeadsTheVerdictSaysThatNothingIsOutside() throws {
    let verdict = try fixture.file.auditVerdict(heads: nil, key: nil)
    #expect(verdict.isWhole)
    #expect(verdict.covered == nil)
    #expect(verdict.notes.map(\.kind).contains(.headMissing))
  }

  @Test func aCutMadeBehindTheProgramsBackIsFoundAndSignedOverByNobody() throws {
    _ = try fixture.begin()
    try fixture.file.signHead(in: heads, key: key)
    try fixture.file.close()
    try fixture.tamper(
      """
      DROP TRIGGER audit_event_delete;
      DELETE FROM audit_event WHERE sequence = (SELECT max(sequence) FROM audit_event)
      """)
    // Closing came after the head, so one more has to go for the cut to reach it.
    try fixture.tamper(
      "DELETE FROM audit_event WHERE sequence = (SELECT max(sequence) FROM audit_event)")
    let reader = try fixture.open(.readOnly)
    let faults = try reader.auditVerdict(heads: heads, key: key.publicKey).faults
    #expect(Set(faults.map(\.kind)) == [.truncated, .schemaChanged])
    let error = try #require(throws: CaseFileError.self) {
      try reader.signHead(in: heads, key: key)
    }
    #expect(error.code == .headDisagrees)
  }

  @Test func handingTheLogOutIsInTheLogThatIsHandedOut() throws {
    let folder = fixture.folder + "/export"
    let head = try fixture.file.exportAudit(
      to: folder, heads: heads, key: key, recipient: "J. Doe & Partners")
    let verdict = try AuditVerdict(
      ofExport: folder, key: key.publicKey, codes: [head.head.shortCode])
    #expect(verdict.isWhole)
    #expect(verdict.covered == verdict.events)
    let text = try String(contentsOfFile: folder + "/audit.jsonl", encoding: .utf8)
    let last = try #require(text.split(separator: "\n").last)
    #expect(last.contains("\"act\":\"disclosure\""))
    #expect(last.contains("\"kind\":\"audit.export\""))
    #expect(last.contains("J. Doe & Partners"))
  }
}
