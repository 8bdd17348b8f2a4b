import CaseFile
import Foundation
import Reporting
import Testing

@Suite struct StampedBagTests {
  private func reply(_ head: SignedHead, _ authority: TestAuthority = .shared) throws -> [UInt8] {
    try authority.reply(to: TimeStamps.query(for: head.bytes))
  }

  @Test func aStampOfItsOwnHeadIsCheckedByItsInstructions() throws {
    let scene = try BagScene()
    let head = try scene.sign()
    let stamp = try StampedHead(head: head, reply: try reply(head))
    let (folder, _, files) = try scene.write(try scene.bag(stamps: [stamp]))
    #expect(files.contains { $0.path == "data/audit/head.tsr" })
    #expect(!files.contains { $0.path.contains("stamped") })
    let unnamed = try BagScene.follow(folder)
    #expect(unnamed.status == 0, "\(unnamed.output)")
    #expect(unnamed.lines.contains("head.tsr: NOT CHECKED, AUTHORITY names no file"))
    let named = try BagScene.follow(folder, authority: TestAuthority.shared.certificates)
    #expect(named.status == 0, "\(named.output)")
    #expect(named.lines.contains("Verification: OK"))
    let other = try BagScene.follow(folder, authority: TestAuthority.other.certificates)
    #expect(other.status != 0)
    #expect(other.lines.contains("head.tsr: FAILED"))
  }

  @Test func aStampOfAnEarlierHeadCoversTheLogUpToIt() throws {
    let scene = try BagScene()
    let head = try scene.sign()
    let stamp = try StampedHead(head: head, reply: try reply(head))
    try scene.haul.file.log([AuditEntry(act: .consultation, kind: "report.look", person: "Ann 1")])
    let (folder, _, files) = try scene.write(try scene.bag(stamps: [stamp]))
    let stem = "data/audit/stamped-\(head.head.sequence)"
    for ending in ["json", "sig", "tsr"] {
      #expect(files.contains { $0.path == "\(stem).\(ending)" })
    }
    let outcome = try BagScene.follow(folder, authority: TestAuthority.shared.certificates)
    #expect(outcome.status == 0, "\(outcome.output)")
    #expect(outcome.lines.contains("Verification: OK"))
    #expect(outcome.lines.count { $0 == "Signature Verified Successfully" } == 3)
  }

  @Test func aHeadOfAnotherLogIsFoundThoughItsStampIsTrue() throws {
    let scene = try BagScene()
    let other = try BagScene()
    let head = try other.sign()
    let stamp = try StampedHead(head: head, reply: try reply(head))
    let (folder, _, _) = try scene.write(try scene.bag(stamps: [stamp]))
    let outcome = try BagScene.follow(folder, authority: TestAuthority.shared.certificates)
    #expect(outcome.status != 0)
    #expect(outcome.output.contains("FAILED, it is no head of this log"))
  }

  @Test func aReplyIsKeptBesideTheHeadThatItIsFor() throws {
    let scene = try BagScene()
    let first = try scene.sign()
    try scene.haul.file.log([AuditEntry(act: .consultation, kind: "report.look", person: "Ann 1")])
    let second = try scene.sign()
    let heads = try scene.heads.read(case: scene.haul.file.identifier, caseFile: nil).heads
    #expect(heads.count == 2)
    let store = StampStore(scene.heads)
    #expect(try store.stamped(heads) == [])
    let reply = try reply(first)
    #expect(try store.keep(reply, heads: heads).head == first)
    #expect(try store.keep(reply, heads: heads).reply == reply)
    #expect(try store.stamped(heads).map(\.head) == [first])
    #expect(try store.keep(try self.reply(second), heads: heads).head == second)
    #expect(try store.stamped(heads).map(\.head) == [first, second])
    let names = try FileManager.default.contentsOfDirectory(atPath: scene.heads.path)
    #expect(!names.contains { $0.hasSuffix(".part") })
    // The heads themselves are read as before.
    #expect(try scene.heads.read(case: scene.haul.file.identifier, caseFile: nil).heads == heads)
  }

  @Test func aReplyThatIsForNoHeadOrASecondOneIsNotKept() throws {
    let scene = try BagScene()
    let head = try scene.sign()
    let store = StampStore(scene.heads)
    let other = try TestAuthority.shared.reply(to: TimeStamps.query(for: Array("x".utf8)))
    #expect { try store.keep(other, heads: [head]) } throws: {
      ($0 as? ReportingError)?.code == .stampRefused
    }
    #expect { try store.keep(Array("no reply".utf8), heads: [head]) } throws: {
      ($0 as? ReportingError)?.code == .stampRefused
    }
    _ = try store.keep(try reply(head), heads: [head])
    #expect { try store.keep(try reply(head, .other), heads: [head]) } throws: {
      ($0 as? ReportingError)?.code == .alreadyThere
    }
  }

  @Test func aKeptReplyThatWasExchangedIsTold() throws {
    let scene = try BagScene()
    let head = try scene.sign()
    let path = "\(scene.heads.path)/\(head.head.caseIdentifier).\(head.head.sequence).tsr"
    try Data("no reply".utf8).write(to: URL(fileURLWithPath: path))
    #expect { try StampStore(scene.heads).stamped([head]) } throws: {
      ($0 as? ReportingError)?.code == .stampRefused
    }
  }
}
