import Foundation
import GRDB
import Glibc
import Testing

@testable import CaseFile

@Suite struct HeadFolderTests {
  private func files(_ scene: AuditScene) throws -> [String: Data] {
    var result: [String: Data] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: scene.heads.path) {
      result[name] = try Data(contentsOf: URL(fileURLWithPath: "\(scene.heads.path)/\(name)"))
    }
    return result
  }

  private func read(_ scene: AuditScene) throws -> OutsideHeads {
    try scene.heads.read(case: AuditScene.caseIdentifier, caseFile: scene.caseFile)
  }

  @Test func headsAreKeptInTheirOrderAndTheLatestHasFilesThatOpensslChecks() throws {
    let scene = try AuditScene()
    let outside = try read(scene)
    #expect(outside.heads.map(\.head.sequence) == [4, 8, 12])
    #expect(outside.faults == [])
    #expect(outside.notes == [])
    #expect(outside.latest?.head == (try scene.queue.read { try AuditTable.head($0) }))
    #expect(outside.heads[0].previous == nil)
    #expect(outside.heads[1].previous == outside.heads[0].digest)
    let outcome = try Shell.run(
      """
      openssl pkeyutl -verify -rawin -pubin -inkey station/station.pub.pem \
        -in heads/*.head.json -sigfile heads/*.head.sig
      """, in: scene.folder.path)
    #expect(outcome.status == 0, "\(outcome.output)")
    for name in try files(scene).keys where !name.hasSuffix(".lock") {
      var status = stat()
      #expect(lstat("\(scene.heads.path)/\(name)", &status) == 0)
      #expect(status.st_mode & 0o777 == 0o600, "\(name)")
    }
  }

  @Test func signingAgainWithoutANewEventWritesNothing() throws {
    let scene = try AuditScene()
    let before = try files(scene)
    #expect(try scene.sign() == read(scene).latest)
    #expect(try files(scene) == before)
  }

  @Test func nothingIsSignedForALogWithoutEvents() throws {
    let scene = try AuditScene(signedAt: [])
    try scene.falsify("DELETE FROM audit_event")
    #expect(try scene.sign() == nil)
    #expect(try read(scene).heads == [])
  }

  @Test func aHeadNeverGoesBackToALowerSequence() throws {
    let scene = try AuditScene()
    try scene.falsify("DELETE FROM audit_event WHERE sequence > 9")
    let before = try files(scene)
    let error = try #require(throws: CaseFileError.self) { try scene.sign() }
    #expect(error.code == .headDisagrees)
    #expect(error.message.contains("ends at event 9, but the head outside is at event 12"))
    #expect(try files(scene) == before)
  }

  @Test func aHeadIsNotReplacedByOneOfALogThatDoesNotGoOnFromIt() throws {
    let scene = try AuditScene()
    try scene.falsify { db in
      var rows = try ForgedRow.all(db)
      rows[2].fields["person"] = "B. Jones"
      ForgedRow.chain(&rows)
      try ForgedRow.store(rows, db)
    }
    try scene.append([AuditSample.open()])
    let before = try files(scene)
    let error = try #require(throws: CaseFileError.self) { try scene.sign() }
    #expect(error.code == .headDisagrees)
    #expect(error.message.contains("event 12 is not the one"))
    #expect(try files(scene) == before)
  }

  @Test func aHeadOfAnotherKeyIsNotReplaced() throws {
    let scene = try AuditScene()
    try scene.append([AuditSample.open()])
    let other = try StationKey.create(inFolder: scene.folder.path + "/other")
    let error = try #require(throws: CaseFileError.self) { try scene.sign(with: other) }
    #expect(error.code == .headUnusable)
    #expect(error.message.contains("another key"))
  }

  @Test func aCaseFilePutInThePlaceOfAnotherGetsNoHead() throws {
    let scene = try AuditScene()
    let stranger = "99999999-1111-4222-8333-444455556666"
    let other = try AuditScene(signedAt: [], identifier: stranger)
    let error = try #require(throws: CaseFileError.self) {
      try scene.heads.write(
        case: stranger, caseFile: scene.caseFile, key: scene.key, clock: .system
      ) { sequence in try other.queue.read { try AuditTable.position(at: sequence, $0) } }
    }
    #expect(error.code == .headDisagrees)
    #expect(error.message.contains(AuditScene.caseIdentifier))
    // A file at another place is another case.
    let head = try scene.heads.write(
      case: stranger, caseFile: other.caseFile, key: scene.key, clock: .system
    ) { sequence in try other.queue.read { try AuditTable.position(at: sequence, $0) } }
    #expect(head?.head.sequence == 12)
    #expect(try scene.verdict().isWhole)
  }

  @Test func aCaseFileMayBeMovedAndRenamed() throws {
    let scene = try AuditScene()
    try scene.append([AuditSample.open()])
    let moved = scene.folder.path + "/renamed.case"
    let head = try scene.heads.write(
      case: AuditScene.caseIdentifier, caseFile: moved, key: scene.key, clock: .system
    ) { sequence in try scene.queue.read { try AuditTable.position(at: sequence, $0) } }
    #expect(head?.head.sequence == 13)
  }

  /// The states that a kill can leave: after the history, and between the two renamings.
  @Test(arguments: ["none renamed", "signature renamed"])
  func aKillWhileAHeadIsWrittenLeavesTheOldOrTheNewHeadAndNoFault(_ state: String) throws {
    let scene = try AuditScene()
    let oldHead = try Data(contentsOf: URL(fileURLWithPath: scene.headFile))
    let oldSignature = try Data(contentsOf: URL(fileURLWithPath: scene.signatureFile))
    try scene.append([AuditSample.open(), AuditSample.close])
    try scene.sign()
    try oldHead.write(to: URL(fileURLWithPath: scene.headFile))
    if state == "none renamed" {
      try oldSignature.write(to: URL(fileURLWithPath: scene.signatureFile))
    }
    try Data("half a head".utf8).write(
      to: URL(fileURLWithPath: FileIO.temporaryName(for: scene.headFile)))

    #expect(try read(scene).latest?.head.sequence == 14)
    #expect(try scene.verdict().faults == [])
    // The next to sign makes the files whole again.
    #expect(try scene.sign()?.head.sequence == 14)
    #expect(try Data(contentsOf: URL(fileURLWithPath: scene.headFile)) != oldHead)
    #expect(try scene.verdict().faults == [])
    try scene.append([AuditSample.open(), AuditSample.close])
    #expect(try scene.sign()?.head.sequence == 16)
    #expect(try scene.verdict().faults == [])
    #expect(try scene.verdict().covered == 16)
  }

  @Test func aKillBeforeTheFirstHeadsFilesAreThereLosesNothing() throws {
    let scene = try AuditScene(signedAt: [12])
    unlink(scene.headFile)
    unlink(scene.signatureFile)
    #expect(try scene.verdict().isWhole)
    #expect(try scene.sign()?.head.sequence == 12)
    #expect(try scene.verdict().notes == [])
  }

  @Test(arguments: [1, 40, 300])
  func aLineOfTheHistoryThatWasNeverFinishedCountsForNothing(_ count: Int) throws {
    let scene = try AuditScene()
    let line = HeadHistory.line(try #require(try read(scene).latest))
    let handle = try #require(FileHandle(forWritingAtPath: scene.historyFile))
    try handle.seekToEnd()
    try handle.write(contentsOf: Data(line.prefix(count)))
    try handle.close()
    #expect(try scene.verdict().faults == [])
    try scene.append([AuditSample.open(), AuditSample.close])
    #expect(try scene.sign()?.head.sequence == 14)
    #expect(try read(scene).heads.map(\.head.sequence) == [4, 8, 12, 14])
    #expect(try scene.verdict().faults == [])
  }

  @Test func theHistoryIsFollowedBeyondWhatIsReadOfItToSign() throws {
    let scene = try AuditScene()
    for number in 0..<40 {
      try scene.append([AuditSample.read(number)])
      try scene.sign()
    }
    let size = try Data(contentsOf: URL(fileURLWithPath: scene.historyFile)).count
    #expect(size > 2 * HeadHistory.tail)
    let outside = try read(scene)
    #expect(outside.heads.count == 43)
    #expect(outside.faults == [])
    #expect(try scene.verdict().covered == 52)
  }

  @Test func whoeverSignsAtOnceGoesForwardTogether() async throws {
    let scene = try AuditScene()
    let (queue, heads, key) = (scene.queue, scene.heads, scene.key)
    await withTaskGroup(of: Void.self) { group in
      for worker in 0..<4 {
        group.addTask {
          for number in 0..<10 {
            do {
              _ = try await queue.write {
                try AuditTable.append(
                  [AuditSample.read(number)], session: "w\(worker)", clock: .system, $0)
              }
              _ = try heads.write(
                case: AuditScene.caseIdentifier, caseFile: nil, key: key, clock: .system
              ) { sequence in try queue.read { try AuditTable.position(at: sequence, $0) } }
            } catch {
              Issue.record(error)
            }
          }
        }
      }
    }
    let outside = try read(scene)
    #expect(outside.faults == [])
    #expect(outside.latest?.head.sequence == 52)
    let sequences = outside.heads.map(\.head.sequence)
    #expect(sequences == sequences.sorted())
    #expect(try scene.verdict().isWhole)
  }

  @Test(arguments: ["../../etc/passwd", "", "x", "0f2c5b7e-1111-4222-8333-44445555666/"])
  func anIdentifierThatIsNoneNeverBecomesAFileName(_ identifier: String) throws {
    let scene = try AuditScene()
    let error = try #require(throws: CaseFileError.self) {
      try scene.heads.read(case: identifier, caseFile: nil)
    }
    #expect(error.code == .headUnusable)
  }

  @Test func aLinkInTheHeadsPlaceIsNotFollowed() throws {
    let scene = try AuditScene()
    let elsewhere = scene.folder.path + "/elsewhere"
    try FileManager.default.moveItem(atPath: scene.headFile, toPath: elsewhere)
    symlink(elsewhere, scene.headFile)
    let error = try #require(throws: CaseFileError.self) { try read(scene) }
    #expect(error.code == .fileUnreadable)
    #expect(error.message.contains("is a link"))
  }
}
