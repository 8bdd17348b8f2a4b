import HTTPTypes
import Logging
import Testing

@testable import Station

@Suite("Log of requests")
struct RequestLogTests {
  private let log = LogTable()
  private let station: StationFixture

  init() throws {
    let log = log
    station = try StationFixture { services in
      services.logger = Logger(label: "test") { _ in TableLogHandler(table: log) }
    }
  }

  @Test func tokensCookiesAndQueriesAreNotInIt() async throws {
    let ann = try await station.logIn("Ann Reader")
    let token = try await station.token("Bob Reader")
    _ = try await ann.get("/api/v1/search?digits=356938035643809&token=\(token)")
    _ = try await station.stranger.post("/api/v1/session", json: ["token": token])
    _ = try await station.ask(
      .get, "/api/v1/haul", headers: [.authorization: "Bearer \(token)"])
    let text = log.lines.joined(separator: "\n")
    #expect(log.lines.count == 3)
    #expect(!text.contains(token))
    #expect(!text.contains("imeikit_session"))
    #expect(!text.contains("35693803"))
    #expect(text.contains("GET /api/v1/search "))
  }

  @Test func aPathForgesNoLine() async throws {
    _ = try await station.ask(
      .get, "/x\n2026-11-21 info forged\r\u{1B}[2J\u{202E}\u{0}/356938035643809")
    let line = try #require(log.lines.first)
    #expect(log.lines.count == 1)
    for hostile in ["\n", "\r", "\u{1B}", "\u{202E}", "\u{0}", "356938035643809"] {
      #expect(!line.contains(hostile))
    }
    #expect(line.contains("[15 digits]"))
    #expect(LogText.line("a\n2026 info forged\r") == "a\\n2026 info forged\\r")
  }

  @Test func aLongPathIsCut() async throws {
    _ = try await station.ask(.get, "/" + String(repeating: "a", count: 100_000))
    #expect(try #require(log.lines.first).utf8.count < 300)
  }

  @Test func numbersShorterThanAnIMEIStay() {
    #expect(LogText.line("/a/1234567890123") == "/a/1234567890123")
    #expect(LogText.line("/a/12345678901234/b") == "/a/[14 digits]/b")
  }
}
