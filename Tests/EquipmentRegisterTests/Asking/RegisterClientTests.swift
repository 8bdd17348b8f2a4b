import Foundation
import IMEI
import Synchronization
import Testing

@testable import EquipmentRegister

@Suite("Register client")
struct RegisterClientTests {
  private let scratch: ScratchFolder

  init() throws {
    scratch = try ScratchFolder()
  }

  private func client(
    _ server: String, timeout: Duration = .seconds(60), log: DisclosureLog? = nil
  ) throws -> RegisterClient {
    var limits = RegisterClient.Limits()
    limits.timeout = timeout
    limits.perSecond = nil
    limits.longestWait = .seconds(2)
    return RegisterClient(
      address: try RegisterAddress(server), purpose: try DisclosurePurpose("Case 4711"),
      log: try log ?? DisclosureLog(path: scratch.path("log.jsonl")), limits: limits)
  }

  private var question: RegisterQuestion {
    get throws { try #require(RegisterQuestion(IdentifierInput.parse("356938035643809"))) }
  }

  @Test func aQuestionIsLoggedBeforeItIsSentAndItsAnswerAfter() async throws {
    let path = scratch.path("log.jsonl")
    let logAtArrival = Mutex("")
    let server = try CannedServer { _, _ in
      logAtArrival.withLock { $0 = (try? String(contentsOfFile: path, encoding: .utf8)) ?? "" }
      return .status("BLACKLISTED")
    }
    let answer = try await client(server.address).ask(question)
    #expect(answer.state == .flagged)
    #expect(logAtArrival.withLock { $0 }.contains(#""pei":"imei-356938035643809""#))
    #expect(logAtArrival.withLock { $0 }.split(separator: "\n").count == 1)

    let lines = try scratch.objects("log.jsonl")
    #expect(lines.count == 2)
    #expect(lines[0]["event"] as? String == "asked")
    #expect(lines[0]["server"] as? String == server.address)
    #expect(lines[0]["purpose"] as? String == "Case 4711")
    #expect((lines[0]["user"] as? String)?.isEmpty == false)
    #expect((lines[0]["at"] as? String)?.hasSuffix("Z") == true)
    #expect(lines[1]["event"] as? String == "answered")
    #expect(lines[1]["status"] as? String == "BLACKLISTED")
    #expect(lines[0]["id"] as? String == lines[1]["id"] as? String)

    let request = try #require(server.requests.first)
    #expect(
      request.hasPrefix(
        "GET /n5g-eir-eic/v1/equipment-status?pei=imei-356938035643809 HTTP/1.1\r\n"))
    #expect(!request.lowercased().contains("cookie:"))
  }

  @Test func aLogThatCannotBeWrittenKeepsTheQuestionBack() async throws {
    let server = try CannedServer { _, _ in .status("WHITELISTED") }
    let log = try DisclosureLog(path: scratch.path("log.jsonl"))
    let client = try client(server.address, log: log)
    try FileManager.default.removeItem(atPath: scratch.path("log.jsonl"))
    let question = try question
    let error = await #expect(throws: EquipmentRegisterError.self) {
      try await client.ask(question)
    }
    #expect(error?.code == .logUnwritable)
    #expect(server.requests.isEmpty)
  }

  @Test(arguments: [
    "301 Moved Permanently", "302 Found", "307 Temporary Redirect", "308 Permanent Redirect",
  ])
  func aRedirectIsNotFollowed(status: String) async throws {
    let other = try CannedServer { _, _ in .status("WHITELISTED") }
    let location = "Location: \(other.address)/n5g-eir-eic/v1/equipment-status\r\n"
    let server = try CannedServer { _, _ in
      .response(status, headers: location, body: "{}")
    }
    let answer = try await client(server.address).ask(question)
    #expect(answer.state == .notChecked)
    #expect(answer.httpStatus == Int(status.prefix(3)))
    #expect(answer.explanation.contains("sends elsewhere"))
    #expect(other.requests.isEmpty)
    #expect(server.requests.count == 1)
  }

  @Test func aResponseWithoutEndIsCutOff() async throws {
    let piece = [UInt8](repeating: UInt8(ascii: " "), count: 16_384)
    let server = try CannedServer { _, _ in
      CannedServer.Reply(
        pieces: [Array("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n".utf8)]
          + Array(repeating: piece, count: 4_096), pauseMicroseconds: 0)
    }
    let answer = try await client(server.address).ask(question)
    #expect(answer.state == .notChecked)
    #expect(answer.explanation.contains("longer than 65536 bytes"))
  }

  @Test func aServerThatDripsIsLeftAtTheDeadline() async throws {
    let server = try CannedServer { _, _ in
      CannedServer.Reply(
        pieces: [Array("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n".utf8)]
          + Array(repeating: [UInt8(ascii: " ")], count: 4_096), pauseMicroseconds: 200_000)
    }
    let start = ContinuousClock.now
    let answer = try await client(server.address, timeout: .seconds(1)).ask(question)
    #expect(answer.state == .notChecked)
    #expect(answer.isSilence)
    #expect(answer.explanation.contains("no answer within"))
    // The whole answer would take more than 13 minutes.
    #expect(ContinuousClock.now - start < .seconds(300))
  }

  @Test(arguments: [
    "", "HTTP/1.1 200 OK\r\n", "SSH-2.0-OpenSSH_9\r\n", "HTTP/9.9 abc\r\n\r\n",
    "HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n{\"status\":\"WHITELISTED\"}",
    "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
  ])
  func whatIsNoResponseIsNotChecked(text: String) async throws {
    let server = try CannedServer { _, _ in CannedServer.Reply(text) }
    let answer = try await client(server.address, timeout: .seconds(5)).ask(question)
    #expect(answer.state == .notChecked)
  }

  @Test func nobodyThereIsNotCheckedAndLoggedAsAsked() async throws {
    let port = try CannedServer { _, _ in .status("WHITELISTED") }.port
    let answer = try await client("http://127.0.0.1:\(port)").ask(question)
    #expect(answer.state == .notChecked)
    #expect(answer.isSilence)
    #expect(try scratch.objects("log.jsonl").count == 2)
  }

  @Test func aBusyRegisterIsAskedAgainAndEachTimeIsLogged() async throws {
    let server = try CannedServer { _, number in
      number < 3
        ? .response("503 Service Unavailable", headers: "Retry-After: 0\r\n", body: "{}")
        : .status("GREYLISTED")
    }
    let answer = try await client(server.address).ask(question)
    #expect(answer.status == .tracked)
    #expect(server.requests.count == 3)
    let events = try scratch.objects("log.jsonl").compactMap { $0["event"] as? String }
    #expect(events == ["asked", "answered", "asked", "answered", "asked", "answered"])
  }

  @Test(arguments: ["3600", "-1", "Wed, 21 Oct 2026 07:28:00 GMT", "99999999999999999999"])
  func aBusyRegisterThatWantsALongWaitIsLeft(wait: String) async throws {
    let server = try CannedServer { _, _ in
      .response("503 Service Unavailable", headers: "Retry-After: \(wait)\r\n", body: "{}")
    }
    let answer = try await client(server.address).ask(question)
    #expect(answer.httpStatus == 503)
    #expect(server.requests.count == 1)
  }

  @Test func aCookieIsNotGivenBack() async throws {
    let server = try CannedServer { _, _ in
      .response("200 OK", headers: "Set-Cookie: a=b\r\n", body: #"{"status":"WHITELISTED"}"#)
    }
    let client = try client(server.address)
    _ = try await client.ask(question)
    _ = try await client.ask(question)
    #expect(server.requests.count == 2)
    #expect(server.requests.allSatisfy { !$0.lowercased().contains("cookie:") })
  }

  @Test(arguments: ["", "  \n", String(repeating: "x", count: 501)])
  func aPurposeMustBeGiven(purpose: String) throws {
    let error = #expect(throws: EquipmentRegisterError.self) { try DisclosurePurpose(purpose) }
    #expect(error?.code == .badPurpose)
  }
}
