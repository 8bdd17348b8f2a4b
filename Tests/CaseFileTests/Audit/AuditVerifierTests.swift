import Foundation
import GRDB
import Testing

@testable import CaseFile

@Suite struct AuditVerifierTests {
  @Test func aSessionThatJustStopsIsToldAsOpen() throws {
    let scene = try AuditScene()
    try scene.append([AuditSample.open("B. Jones"), AuditSample.read(1)])
    let verdict = try scene.verdict()
    #expect(verdict.isWhole)
    let note = try #require(verdict.notes.first { $0.kind == .sessionOpen })
    #expect(note.sequence == 13)
    #expect(note.message.contains("B. Jones"))
    #expect(note.message.contains("open (no close)"))
  }

  @Test func aSessionThatWasKilledIsANoteWhenAnotherFollowed() throws {
    let scene = try AuditScene()
    try scene.append([AuditSample.open(), AuditSample.read(1)], session: "killed")
    try scene.append([AuditSample.open(), AuditSample.close], session: "next")
    let verdict = try scene.verdict()
    #expect(verdict.isWhole)
    #expect(verdict.notes.map(\.kind).contains(.sessionWithoutClose))
    #expect(!verdict.notes.map(\.kind).contains(.sessionOpen))
  }

  @Test func anEventOfASessionThatWasNeverOpenedIsANote() throws {
    let scene = try AuditScene()
    try scene.append([AuditSample.read(1), AuditSample.read(2)], session: "stranger")
    let notes = try scene.verdict().notes.filter { $0.kind == .sessionUnknown }
    #expect(notes.map(\.sequence) == [13])
    #expect(notes[0].message.contains("never opened"))
  }

  @Test func eventsBehindTheLastHeadAreToldAsCoveredByNone() throws {
    let scene = try AuditScene()
    try scene.append([AuditSample.open(), AuditSample.close])
    let verdict = try scene.verdict()
    #expect(verdict.covered == 12)
    let note = try #require(verdict.notes.first { $0.kind == .beyondHead })
    #expect(note.message.contains("2 event(s) from event 13 on"))
  }

  @Test func timeThatGoesBackwardsBetweenSessionsIsANote() throws {
    let scene = try AuditScene()
    _ = try scene.queue.write {
      try AuditTable.append(
        [AuditSample.open(), AuditSample.close], session: "s3",
        clock: .fixed(AuditSample.start - 60_000), $0)
    }
    let notes = try scene.verdict().notes.filter { $0.kind == .timeBackwards }
    #expect(notes.map(\.sequence) == [13])
    #expect(notes[0].message.contains("time goes backwards: event 13 is dated 2026-11-21T17:19:00"))
  }

  @Test func aClockThatIsMovedWithinASessionIsANote() throws {
    let scene = try AuditScene()
    for (time, monotonic) in [(100_000, 5_100_000), (4_000_000, 5_101_000)] as [(Int64, Int64)] {
      _ = try scene.queue.write {
        try AuditTable.append(
          [AuditSample.read(1)], session: "s3",
          clock: .fixed(AuditSample.start + time, monotonic: monotonic), $0)
      }
    }
    let notes = try scene.verdict().notes.filter { $0.kind == .clockMoved }
    #expect(notes.map(\.sequence) == [14])
    #expect(notes[0].message.contains("moved by 3899 s"))
  }

  @Test func anOlderHeadIsStillComparedWhenTheLatestIsLost() throws {
    let scene = try AuditScene()
    try FileManager.default.removeItem(atPath: scene.headFile)
    try FileManager.default.removeItem(atPath: scene.signatureFile)
    try scene.falsify("DELETE FROM audit_event WHERE sequence > 9")
    let verdict = try scene.verdict()
    #expect(verdict.faults.map(\.kind) == [.truncated])
    #expect(verdict.notes.map(\.kind).contains(.headFilesIncomplete))
  }

  @Test func aHeadSignedByAnotherStationIsNamed() throws {
    let scene = try AuditScene()
    let other = try StationKey.create(inFolder: scene.folder.path + "/other")
    let faults = try scene.verdict(with: other.publicKey).faults
    #expect(Set(faults.map(\.kind)) == [.headKeyOther])
    #expect(faults[0].message.contains(scene.key.identifier))
    #expect(faults[0].message.contains(other.identifier))
  }

  @Test func withoutAKeyTheHashesAreComparedAndTheVerdictSaysThatSignaturesWereNot() throws {
    let scene = try AuditScene()
    try scene.falsify("DELETE FROM audit_event WHERE sequence > 9")
    let verdict = try scene.queue.read { db in
      try AuditVerifier.verdict(of: db, key: nil) {
        try scene.heads.read(case: $0, caseFile: nil)
      }
    }
    #expect(verdict.faults.map(\.kind) == [.truncated])
    #expect(verdict.notes.map(\.kind).contains(.signatureNotChecked))
  }

  @Test func aCodeFromAReportIsFoundAnywhereInTheLogHoweverItIsTyped() throws {
    let scene = try AuditScene()
    let events = try scene.queue.read {
      try AuditTable.events(after: 0, kinds: nil, limit: nil, $0)
    }
    let codes = events.map { ShortCode.text($0.hash) }
    #expect(try scene.verdict(codes: codes).isWhole)
    #expect(try scene.verdict(codes: [codes[3].lowercased()]).isWhole)
    #expect(
      try scene.verdict(codes: [codes[3].replacingOccurrences(of: "-", with: " ")]).isWhole)
  }

  @Test(arguments: ["AAAA-AAAA-AAAA-AAAA", "", "AAAA", "AAAA-AAAA-AAAA-AAA1"])
  func aCodeThatNoEventHasIsAFault(_ code: String) throws {
    let faults = try AuditScene().verdict(codes: [code]).faults
    #expect(faults.map(\.kind) == [.codeUnknown])
  }

  @Test func aCodePrintedBeforeARewriteIsEnoughToFindItWithoutAnyHead() throws {
    let scene = try AuditScene(signedAt: [])
    let code = try #require(try scene.queue.read { try AuditTable.head($0) }).shortCode
    #expect(try scene.verdict(codes: [code]).isWhole)
    try scene.falsify { db in
      var rows = try ForgedRow.all(db)
      rows[5].fields["person"] = "B. Jones"
      ForgedRow.chain(&rows)
      try ForgedRow.store(rows, db)
    }
    #expect(try scene.verdict(codes: [code]).faults.map(\.kind) == [.codeUnknown])
  }

  @Test func anEmptyLogWithoutAHeadIsWholeAndSaysThatNothingIsOutside() throws {
    let queue = try DatabaseQueue()
    try queue.write { try AuditTable.create($0) }
    let verdict = try queue.read { db in
      try AuditVerifier.verdict(of: db, key: nil) { _ in OutsideHeads() }
    }
    #expect(verdict.isWhole)
    #expect(verdict.head == nil)
    #expect(verdict.notes.map(\.kind) == [.headMissing])
  }

  @Test func faultsAreCountedBeyondThoseThatAreTold() throws {
    let scene = try AuditScene(signedAt: [])
    for _ in 0..<30 { try scene.append((0..<10).map(AuditSample.read), session: "s3") }
    try scene.falsify("UPDATE audit_event SET kind = 'x'")
    let verdict = try scene.verdict()
    #expect(verdict.faultCount == 312)
    #expect(verdict.faults.count == 200)
  }
}
