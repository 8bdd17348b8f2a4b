import Foundation
import Reporting
import Testing

@Suite struct TimeStampsTests {
  private let head = Array("{\"case\":\"6f1c2a9e\",\"sequence\":412}\n".utf8)

  private static func code(_ body: () throws -> Void) -> ReportingError.Code? {
    do {
      try body()
      return nil
    } catch {
      return (error as? ReportingError)?.code
    }
  }

  private func folder() throws -> String {
    let folder = FileManager.default.temporaryDirectory.path + "/stamps-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try Data(head).write(to: URL(fileURLWithPath: folder + "/head.json"))
    return folder
  }

  @Test func theQuestionIsTheOneThatOpensslWrites() throws {
    let folder = try folder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let query = TimeStamps.query(for: head)
    #expect(query == TimeStamps.query(for: head))
    try Data(query).write(to: URL(fileURLWithPath: folder + "/head.tsq"))
    let outcome = try Terminal.run(
      """
      openssl ts -query -data head.json -sha256 -cert -no_nonce 2> /dev/null | cmp - head.tsq && echo same
      openssl ts -query -in head.tsq -text 2> /dev/null
      """, in: folder)
    #expect(outcome.lines.first == "same")
    for line in [
      "Version: 1", "Hash Algorithm: sha256", "Nonce: unspecified", "Certificate required: yes",
    ] {
      #expect(outcome.lines.contains(line), "\(outcome.output)")
    }
  }

  @Test(
    arguments: [
      ([0x01], "0x01"), ([0x00, 0x00], "0x0"), ([0xFF, 0x10], "0xFF10"),
      ([0x00, 0x12, 0x34], "0x1234"),
      (Array(repeating: 0xA5, count: 16), "0xA5A5A5A5A5A5A5A5A5A5A5A5A5A5A5A5"),
    ] as [([UInt8], String)])
  func aNonceIsInTheQuestionWhereItIsAskedFor(nonce: [UInt8], text: String) throws {
    let folder = try folder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try Data(TimeStamps.query(for: head, nonce: nonce))
      .write(to: URL(fileURLWithPath: folder + "/head.tsq"))
    let outcome = try Terminal.run("openssl ts -query -in head.tsq -text 2> /dev/null", in: folder)
    #expect(outcome.lines.contains("Nonce: \(text)"), "\(outcome.output)")
  }

  @Test func aReplyTellsTimePolicyAndNumber() throws {
    let before = Date()
    let reply = try TestAuthority.shared.reply(to: TimeStamps.query(for: head))
    let token = try TimeStamps.check(reply: reply, head: head)
    #expect(token.policy == "1.2.3.4.1")
    #expect(token.serial == "0a1b2c3e")
    let time = try Date.ISO8601FormatStyle(includingFractionalSeconds: true).parse(token.genTime)
    #expect(abs(time.timeIntervalSince(before)) < 3_600)
    #expect(
      try TimeStamps.verify(
        reply: reply, head: head, authority: TestAuthority.shared.certificates) == token)
  }

  @Test func aReplyForAChangedHeadIsRefused() throws {
    let reply = try TestAuthority.shared.reply(to: TimeStamps.query(for: head))
    var changed = head
    changed[3] ^= 1
    #expect(Self.code { _ = try TimeStamps.check(reply: reply, head: changed) } == .stampRefused)
    #expect(
      Self.code {
        _ = try TimeStamps.verify(
          reply: reply, head: changed, authority: TestAuthority.shared.certificates)
      } == .stampRefused)
  }

  @Test func aReplyOfAnotherAuthorityIsRefused() throws {
    let reply = try TestAuthority.other.reply(to: TimeStamps.query(for: head))
    _ = try TimeStamps.check(reply: reply, head: head)
    #expect(
      Self.code {
        _ = try TimeStamps.verify(
          reply: reply, head: head, authority: TestAuthority.shared.certificates)
      } == .stampRefused)
  }

  @Test func aReplyWhoseTimeWasChangedIsRefused() throws {
    var reply = try TestAuthority.shared.reply(to: TimeStamps.query(for: head))
    // The year of the time in the stamp: behind the tag of a time with 15 characters.
    let place = try #require(
      reply.indices.dropLast(4).first { reply[$0] == 0x18 && reply[$0 + 1] == 0x0F })
    reply[place + 5] ^= 1
    let token = try TimeStamps.check(reply: reply, head: head)
    #expect(token.genTime.hasPrefix("202"))
    #expect(
      Self.code {
        _ = try TimeStamps.verify(
          reply: reply, head: head, authority: TestAuthority.shared.certificates)
      } == .stampRefused)
  }

  @Test func aReplyToAnotherQuestionForTheSameHeadIsRefusedByItsNonce() throws {
    let nonce: [UInt8] = [0x00, 0x9F, 0x11, 0x22]
    let reply = try TestAuthority.shared.reply(to: TimeStamps.query(for: head, nonce: nonce))
    _ = try TimeStamps.check(reply: reply, head: head, nonce: nonce)
    #expect(
      Self.code { _ = try TimeStamps.check(reply: reply, head: head, nonce: [1]) } == .stampRefused)
    let plain = try TestAuthority.shared.reply(to: TimeStamps.query(for: head))
    #expect(
      Self.code { _ = try TimeStamps.check(reply: plain, head: head, nonce: nonce) }
        == .stampRefused)
  }

  @Test func aReplyThatGrantsNothingTellsTheAuthoritysWords() throws {
    let folder = try folder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    _ = try Terminal.run(
      "openssl ts -query -data head.json -sha512 -no_nonce -out q.tsq 2> /dev/null", in: folder)
    let query = Array(try Data(contentsOf: URL(fileURLWithPath: folder + "/q.tsq")))
    let reply = try TestAuthority.shared.reply(to: query)
    let error = try #require(throws: ReportingError.self) {
      try TimeStamps.check(reply: reply, head: head)
    }
    #expect(error.code == .stampRefused)
    #expect(error.message.contains("granted no time stamp: status 02"))
    #expect(error.message.contains("algorithm"))
  }

  @Test func certificatesThatCannotBeReadAreNamed() throws {
    let reply = try TestAuthority.shared.reply(to: TimeStamps.query(for: head))
    for path in ["/nowhere/ca.pem", "/dev/zero", "/tmp"] {
      #expect(
        Self.code { _ = try TimeStamps.verify(reply: reply, head: head, authority: path) }
          == .badValue)
    }
    let folder = try folder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    #expect(
      Self.code {
        _ = try TimeStamps.verify(reply: reply, head: head, authority: folder + "/head.json")
      } == .stampRefused)
  }

  @Test func everyBeginningOfAReplyIsRefused() throws {
    let reply = try TestAuthority.shared.reply(to: TimeStamps.query(for: head))
    for count in reply.indices {
      #expect(
        Self.code { _ = try TimeStamps.check(reply: Array(reply.prefix(count)), head: head) }
          == .stampRefused)
    }
    #expect(Self.code { _ = try TimeStamps.check(reply: reply + [0], head: head) } == .stampRefused)
    let large = reply + [UInt8](repeating: 0, count: 1 << 16)
    #expect(Self.code { _ = try TimeStamps.check(reply: large, head: head) } == .stampRefused)
  }

  @Test func changedRepliesAreReadOrRefusedAndNothingElse() throws {
    let reply = try TestAuthority.shared.reply(to: TimeStamps.query(for: head))
    var random = Steps(state: 0x9E37_79B9_7F4A_7C15)
    for _ in 0..<4_000 {
      var changed = reply
      for _ in 0...Int.random(in: 0..<4, using: &random) {
        let place = Int.random(in: changed.indices, using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0: changed[place] = UInt8.random(in: 0...255, using: &random)
        case 1: changed[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
        case 2: changed.remove(at: place)
        default: changed.insert(UInt8.random(in: 0...255, using: &random), at: place)
        }
      }
      let code = Self.code { _ = try TimeStamps.check(reply: changed, head: head) }
      #expect(code == nil || code == .stampRefused)
    }
  }

  /// Numbers in a fixed order (xorshift).
  private struct Steps: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return state
    }
  }
}
