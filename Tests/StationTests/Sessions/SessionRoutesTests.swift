import CaseFile
import Foundation
import HTTPTypes
import Testing

@testable import Station

@Suite("Log-in")
struct SessionRoutesTests {
  private let station: StationFixture

  init() throws {
    let clock = TestClock()
    station = try StationFixture { $0.gate = LoginGate { clock.now } }
  }

  private func kinds() async throws -> [String] {
    try await station.services.desk.use { try $0.events().map(\.entry.kind) }
      .filter { $0.hasPrefix("station.") }
  }

  @Test func aTokenIsExchangedOnceForACookieThatScriptsCannotRead() async throws {
    let token = try await station.token("Ann Reader", role: .settler)
    let answer = try await station.stranger.post("/api/v1/session", json: ["token": token])
    #expect(answer.status == 204)
    let cookie = try #require(answer.headers[.setCookie])
    #expect(cookie.hasSuffix("; Path=/; HttpOnly; SameSite=Strict"))
    #expect(!cookie.contains(token))
    let pair = try #require(cookie.split(separator: ";").first)
    #expect(pair.split(separator: "=")[1].count == 43)

    var ann = station.stranger
    ann.headers[.cookie] = String(pair)
    let session = try await ann.get("/api/v1/session")
    #expect(session.status == 200)
    #expect(session.object["person"] as? String == "Ann Reader")
    #expect(session.object["role"] as? String == "settler")
    #expect(session.object["locked"] as? Bool == false)
    #expect(session.object["idleSeconds"] as? Int ?? 0 > 1_790)

    #expect(try await ann.send(.delete, "/api/v1/session").status == 204)
    #expect(try await ann.get("/api/v1/session").status == 401)
    #expect(try await kinds() == ["station.login", "station.logout"])
  }

  @Test func aWrongTokenIsRefusedAndLoggedWithoutItsText() async throws {
    let answer = try await station.stranger.post(
      "/api/v1/session", json: ["token": "imk_secretsecret"])
    #expect(answer.status == 401)
    #expect(answer.problem == "tokenUnknown")
    #expect(answer.headers[.setCookie] == nil)
    #expect(try await kinds() == ["station.loginFailed"])
    let lines = try await station.services.desk.use { try $0.events().map(\.line) }
    #expect(!lines.joined().contains("secretsecret"))
    #expect(station.services.metrics.counts.failedLogins == 1)
  }

  @Test func guessingIsSlowedDown() async throws {
    for _ in 0..<5 {
      #expect(
        try await station.stranger.post("/api/v1/session", json: ["token": "x"]).status == 401)
    }
    let token = try await station.token("Ann Reader")
    // Even the right token has to wait, or guessing would only be counted.
    let answer = try await station.stranger.post("/api/v1/session", json: ["token": token])
    #expect(answer.status == 429)
    #expect(Int(answer.headers[.retryAfter] ?? "") ?? 0 > 0)
  }

  @Test func aLockedSessionDoesNothingButUnlock() async throws {
    let ann = try await station.logIn("Ann Reader")
    let token = try await station.token("Ann Reader")
    let other = try await station.token("Bob Reader")
    #expect(try await ann.send(.post, "/api/v1/session/lock").status == 204)
    #expect(try await ann.get("/api/v1/haul").status == 423)
    #expect(try await ann.get("/api/v1/haul").problem == "locked")
    #expect(try await ann.get("/haul").status == 303)
    #expect(try await ann.get("/api/v1/session").object["locked"] as? Bool == true)
    let wrong = try await ann.post("/api/v1/session/unlock", json: ["token": other])
    #expect(wrong.status == 401)
    #expect(try await ann.get("/api/v1/haul").status == 423)
    #expect(try await ann.post("/api/v1/session/unlock", json: ["token": token]).status == 204)
    #expect(try await ann.get("/api/v1/haul").status == 200)
    #expect(try await kinds() == ["station.lock", "station.loginFailed", "station.unlock"])
  }

  @Test func behindAProxyThatEncryptsTheCookieStaysEncrypted() async throws {
    let token = try await station.token("Ann Reader")
    var ann = station.stranger
    ann.headers[.origin] = "https://localhost:\(StationFixture.port)"
    let answer = try await ann.post("/api/v1/session", json: ["token": token])
    #expect(answer.headers[.setCookie]?.hasSuffix("; SameSite=Strict; Secure") == true)
  }

  @Test func aProgramSendsItsTokenAlong() async throws {
    let program = try await station.program("Pipeline", role: .reader)
    let answer = try await program.get("/api/v1/session")
    #expect(answer.status == 200)
    #expect(answer.object["person"] as? String == "Pipeline")
    #expect(answer.object["expiresAt"] == nil || answer.object["expiresAt"] is NSNull)
    var wrong = program
    wrong.headers[.authorization] = "Bearer wrong"
    #expect(try await wrong.get("/api/v1/session").problem == "tokenUnknown")
  }
}
