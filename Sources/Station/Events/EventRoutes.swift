internal import HTTPTypes
internal import Hummingbird
internal import NIOCore

/// Events as they happen, as `text/event-stream`.
struct EventRoutes {
  /// How often a stream says that it is there, so that proxies and browsers keep it.
  static let pingInterval = Duration.seconds(15)

  private let services: StationServices
  private let pingInterval: Duration

  init(_ services: StationServices, pingInterval: Duration = Self.pingInterval) {
    self.services = services
    self.pingInterval = pingInterval
  }

  /// Adds the routes.
  func add(to group: RouterGroup<StationContext>) {
    group.get("events", use: answer)
  }

  @Sendable private func answer(_ request: Request, _ context: StationContext) async throws
    -> Response
  {
    let session = try context.requireOperator()
    // Before the answer begins, so that nothing is lost between the counts and the first event.
    let events = services.events.listen()
    let haul = try await services.haul()
    let sessions = services.sessions
    let isTokenSent = context.login == nil
    let stream = EventStream(
      first: StationEvent(
        name: EventHub.haul, json: String(decoding: try JSONAnswer.data(haul), as: UTF8.self)),
      events: events, pingInterval: pingInterval,
      isOpen: { isTokenSent || sessions.isOpen(session.identifier) })
    return Response(
      status: .ok, headers: [.contentType: "text/event-stream", .cacheControl: "no-store"],
      body: ResponseBody { writer in try await stream.write(to: &writer, of: request) })
  }
}
