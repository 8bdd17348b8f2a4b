import CaseFile
import HTTPTypes
import Testing

@testable import Station

@Suite("Who may ask")
struct SessionGuardTests {
  private let station: StationFixture
  private let clock = TestClock()

  init() throws {
    let clock = clock
    station = try StationFixture { services in
      services.sessions = SessionStore { clock.now }
      services.gate = LoginGate { clock.now }
    }
  }

  @Test(arguments: [
    "/api/v1/haul", "/api/v1/photos", "/api/v1/nowhere", "/api/v1/session", "/metrics",
    "/n5g-eir-eic/v1/equipment-status?pei=imei-356938035643809", "/api", "/api/v1/",
    "//api/v1/haul", "/api/v1/openapi.json/x",
  ]) func strangersLearnNothingFromTheInterface(_ path: String) async throws {
    let answer = try await station.stranger.get(path)
    #expect(answer.status == 401, "\(path)")
    #expect(answer.problem == "notLoggedIn")
  }

  @Test(arguments: ["/", "/haul", "/photos/aa", "/exhibits/AB%2F1", "/nowhere", "/health/x"])
  func strangersAreLedToTheLogInPage(_ path: String) async throws {
    let answer = try await station.stranger.get(path)
    if path == "/health/x" {
      #expect(answer.status == 401)
    } else {
      #expect(answer.status == 303)
      #expect(answer.headers[.location]?.hasPrefix("/login") == true)
    }
  }

  @Test func theWayBackLeadsNowhereElse() {
    #expect(LoginAddress.text(back: "/") == "/login")
    #expect(LoginAddress.text(back: "//evil.example") == "/login")
    #expect(LoginAddress.text(back: "https://evil.example") == "/login")
    #expect(LoginAddress.text(back: "/exhibits/AB%2F1") == "/login?from=%2Fexhibits%2FAB%252F1")
    #expect(
      LoginAddress.text(back: "/a\r\nSet-Cookie: x") == "/login?from=%2Fa%0D%0ASet-Cookie%3A%20x")
    #expect(LoginAddress.text(back: "/" + String(repeating: "a", count: 600)) == "/login")
  }

  @Test(arguments: ["/health", "/ready", "/login", "/favicon.ico"])
  func someThingsAreOpen(_ path: String) async throws {
    #expect(![401, 403].contains(try await station.stranger.get(path).status))
  }

  @Test func aCookieOfAnotherProgramDoesNotHideOurs() async throws {
    var ann = try await station.logIn("Ann Reader")
    let ours = try #require(ann.headers[.cookie])
    ann.headers[.cookie] = "imeikit_session=planted; theme=dark; \(ours)"
    #expect(try await ann.get("/api/v1/haul").status == 200)
    ann.headers[.cookie] = "ximeikit_session=\(ours.dropFirst("imeikit_session=".count))"
    #expect(try await ann.get("/api/v1/haul").status == 401)
  }

  @Test func aWithdrawnTokenEndsItsSessionsSoon() async throws {
    let ann = try await station.logIn("Ann Reader")
    try await station.services.desk.use { _ = try $0.withdrawTokens(of: "Ann Reader") }
    clock.advance(.seconds(31))
    #expect(try await ann.get("/api/v1/haul").status == 401)
    clock.advance(.seconds(-31))
    #expect(try await ann.get("/api/v1/haul").status == 401)
  }

  @Test func aNewRoleCountsSoon() async throws {
    let ann = try await station.logIn("Ann Reader")
    try await station.services.desk.use { try $0.setRole(.officerInCharge, of: "Ann Reader") }
    clock.advance(.seconds(31))
    let session = try await ann.get("/api/v1/session")
    #expect(session.object["role"] as? String == "officerInCharge")
  }

  @Test func theEndOfAnIdleSessionIsLogged() async throws {
    let ann = try await station.logIn("Ann Reader")
    clock.advance(.seconds(30 * 60))
    #expect(try await ann.get("/api/v1/haul").status == 401)
    let kinds = try await station.services.desk.use { try $0.events().map(\.entry.kind) }
    #expect(kinds.last == "station.timeout")
  }

  @Test func wrongTokensSentAlongAreSlowedDownButKeepNobodyOut() async throws {
    var statuses: [Int] = []
    for _ in 0..<8 {
      statuses.append(
        try await station.ask(
          .get, "/api/v1/haul", headers: [.authorization: "Bearer guess"]
        ).status)
    }
    #expect(statuses == [401, 401, 401, 401, 401, 429, 429, 429])
    let program = try await station.program("Pipeline")
    #expect(try await program.get("/api/v1/haul").status == 200)
    let events = try await station.services.desk.use {
      try $0.events(kinds: ["station.tokenRefused"])
    }
    // A flood of wrong tokens does not flood the log.
    #expect(events.count == 5)
  }

  @Test(arguments: [
    "Basic dXNlcjpwYXNz", "Bearer", "Bearer ", "bearer\t",
    String(repeating: "Bearer a ", count: 99),
  ]) func whatIsNoTokenIsNobody(_ field: String) async throws {
    let answer = try await station.ask(.get, "/api/v1/haul", headers: [.authorization: field])
    #expect(answer.status == 401)
  }
}
