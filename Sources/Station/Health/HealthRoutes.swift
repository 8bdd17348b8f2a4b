internal import CaseFile
internal import HTTPTypes
internal import Hummingbird

/// Whether the station is alive, whether it can work, and what it counts.
struct HealthRoutes {
  private struct Health: Encodable {
    let status: String
  }

  private struct Readiness: Encodable {
    let status: String
    let checks: [String: String]
  }

  private let services: StationServices

  init(_ services: StationServices) {
    self.services = services
  }

  /// Adds the routes.
  func add(to router: Router<StationContext>) {
    router.get("health") { _, _ in try JSONAnswer.response(Health(status: "ok")) }
    router.get("ready") { _, _ in try await ready() }
    router.get("metrics") { _, _ in try await metrics() }
  }

  private func ready() async throws -> Response {
    // Anybody may ask: how it fails stays in the log.
    let file = await Self.check { _ = try await services.desk.use { try $0.auditHead() } }
    let lists = await Self.check { _ = try await services.lists.lists() }
    let isReady = file == "ok" && lists == "ok"
    return try JSONAnswer.response(
      Readiness(status: isReady ? "ready" : "notReady", checks: ["case": file, "lists": lists]),
      status: isReady ? .ok : .serviceUnavailable)
  }

  private func metrics() async throws -> Response {
    var text = MetricsText()
    text.add(try await services.haul())
    text.add(services.metrics.counts)
    text.gauge(
      "imeikit_sessions_open", "Sessions that are open.", [([], Double(services.sessions.count))])
    text.gauge(
      "imeikit_event_listeners", "Pages that listen to events.",
      [([], Double(services.events.listenerCount))])
    return Response(
      status: .ok, headers: [.contentType: "text/plain; version=0.0.4; charset=utf-8"],
      body: ResponseBody(byteBuffer: ByteBuffer(string: text.text)))
  }

  private static func check(_ body: () async throws -> Void) async -> String {
    do {
      try await body()
      return "ok"
    } catch {
      return "failed"
    }
  }
}
