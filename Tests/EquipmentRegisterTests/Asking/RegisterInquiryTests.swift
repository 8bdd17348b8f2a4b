import BlockList
import Foundation
import IMEI
import Testing

@testable import EquipmentRegister

@Suite("Register inquiry")
struct RegisterInquiryTests {
  private let scratch: ScratchFolder

  init() throws {
    scratch = try ScratchFolder()
  }

  private func inquiry(_ server: String, perSecond: Double? = nil) throws -> RegisterInquiry {
    var limits = RegisterClient.Limits()
    limits.perSecond = perSecond
    limits.timeout = .seconds(10)
    let log = try DisclosureLog(path: scratch.path("log.jsonl"))
    return RegisterInquiry(
      client: RegisterClient(
        address: try RegisterAddress(server), purpose: try DisclosurePurpose("Case 4711"), log: log,
        limits: limits))
  }

  private func source(_ lines: [String]) -> ListSource {
    .bytes(Array(lines.joined(separator: "\n").utf8), name: "test")
  }

  @Test func answersComeInTheOrderOfTheListHoweverTheyArrive() async throws {
    let server = try CannedServer { request, number in
      if number % 3 == 0 { usleep(20_000) }
      return .status(request.contains("1 HTTP") ? "BLACKLISTED" : "WHITELISTED")
    }
    let numbers = (0..<60).map { "35693803\(100_000 + $0)\($0 % 2)" }
    var seen: [String] = []
    let tally = try await inquiry(server.address).run(source(numbers)) { asked in
      seen.append(asked.input.text)
      guard case .answer(let answer, let question) = asked.result else {
        Issue.record("\(asked.input.text) was not asked")
        return
      }
      #expect(question.pei == "imei-\(asked.input.text)")
      #expect((answer.state == .flagged) == asked.input.text.hasSuffix("1"))
    }
    #expect(seen == numbers)
    #expect(tally.flagged == 30)
    #expect(tally.notFlagged == 30)
    #expect(server.requests.count == 60)
  }

  @Test func whatIsListedTwiceIsAskedOnceAndAnsweredTwice() async throws {
    let server = try CannedServer { _, _ in
      usleep(10_000)
      return .status("BLACKLISTED")
    }
    let tally = try await inquiry(server.address).run(
      source(["356938035643809", "35-693803-564380-9", "35693803564380", "nonsense"])
    ) { _ in }
    #expect(tally.flagged == 3)
    #expect(tally.refused == 1)
    // The third has no check digit, so that the question to the register is another one.
    #expect(Set(server.requests).count == 1)
    #expect(server.requests.count <= 2)
    #expect(try scratch.objects("log.jsonl").count == 2 * server.requests.count)
  }

  @Test func aDeadRegisterIsNotAskedForTheWholeList() async throws {
    let port = try CannedServer { _, _ in .status("WHITELISTED") }.port
    let numbers = (0..<200).map { "35693803\(100_000 + $0)0" }
    let error = try await #require(throws: EquipmentRegisterError.self) {
      _ = try await inquiry("http://127.0.0.1:\(port)").run(source(numbers)) { _ in }
    }
    #expect(error.code == .noAnswers)
    let asked = try scratch.objects("log.jsonl").count { $0["event"] as? String == "asked" }
    #expect(asked >= RegisterInquiry.maximumSilences)
    #expect(asked < 20)
  }

  @Test func theRateIsKept() async throws {
    let server = try CannedServer { _, _ in .status("WHITELISTED") }
    let numbers = (0..<11).map { "35693803\(100_000 + $0)0" }
    let start = ContinuousClock.now
    _ = try await inquiry(server.address, perSecond: 20).run(source(numbers)) { _ in }
    #expect(ContinuousClock.now - start >= .milliseconds(500))
  }

  @Test func anErrorOfTheReceiverEndsTheInquiry() async throws {
    struct Full: Error {}
    let server = try CannedServer { _, _ in .status("WHITELISTED") }
    let numbers = (0..<100).map { "35693803\(100_000 + $0)0" }
    await #expect(throws: Full.self) {
      _ = try await inquiry(server.address).run(source(numbers)) { _ in throw Full() }
    }
    #expect(server.requests.count < 20)
  }
}
