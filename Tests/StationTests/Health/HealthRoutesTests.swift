import HTTPTypes
import Testing

@testable import Station

@Suite("Health")
struct HealthRoutesTests {
  @Test func aStationThatCanWorkIsReady() async throws {
    let station = try StationFixture()
    let answer = try await station.stranger.get("/ready")
    #expect(answer.status == 200)
    #expect(answer.text == #"{"checks":{"case":"ok","lists":"ok"},"status":"ready"}"#)
  }

  @Test func listsThatCannotBeReadAreToldWithoutTheirPath() async throws {
    let station = try StationFixture(lists: "/dev/null")
    let answer = try await station.stranger.get("/ready")
    #expect(answer.status == 503)
    #expect(answer.text == #"{"checks":{"case":"ok","lists":"failed"},"status":"notReady"}"#)
    // Alive all the same.
    #expect(try await station.stranger.get("/health").status == 200)
  }

  @Test func metricsCountWhatHappened() async throws {
    let station = try StationFixture()
    let ann = try await station.logIn("Ann Reader")
    _ = try await station.stranger.post("/api/v1/session", json: ["token": "wrong"])
    _ = try await ann.get("/api/v1/haul")
    let answer = try await ann.get("/metrics")
    #expect(answer.status == 200)
    #expect(answer.headers[.contentType] == "text/plain; version=0.0.4; charset=utf-8")
    for line in [
      "imeikit_photos{status=\"accepted\"} 0", "imeikit_uploads{state=\"waiting\"} 0",
      "imeikit_http_answers_total{class=\"2xx\"} 1", "imeikit_http_answers_total{class=\"4xx\"} 1",
      "imeikit_login_failures_total 1", "imeikit_sessions_open 1", "imeikit_event_listeners 0",
      "imeikit_review_items 0",
    ] {
      #expect(answer.text.contains("\n\(line)\n"), "\(line)")
    }
    #expect(!answer.text.contains("Ann"))
  }

  @Test func labelsAndHelpAreEscaped() {
    var text = MetricsText()
    text.gauge("a", "Two\nlines \\.", [([("l", "\"x\"\n\\")], 1.5)])
    #expect(
      text.text == "# HELP a Two\\nlines \\\\.\n# TYPE a gauge\na{l=\"\\\"x\\\"\\n\\\\\"} 1.5\n")
  }
}
