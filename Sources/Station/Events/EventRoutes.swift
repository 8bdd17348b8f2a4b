internal import HTTPTypes
internal import Hummingbird
internal import NIOCore

/// Events as they happen, as `text/event-stream`.
struct EventRoutes {
  /// How often a stream says that it is there, so that proxies and browsers keep it.
  static let pingInterval = Duration.seconds(15)
  /// How often it is looked whether whoever listens still may.
  static let lookInterval = Duration.seconds(2)

  private let services: StationServices

  init(_ services: StationServices) {
    self.services = services
  }

  /// Adds the routes.
  func add(to group: RouterGroup<StationContext>) {
    group.get("events", use: answer)
  }

  @Sendable private func answer(_ request: Request, _ context: StationContext) async throws
    -> Response
  {
    let listener = try Listener(request, context, services: services)
    // Before the answer begins, so that nothing is lost between the counts and the first event.
    let events = services.events.listen()
    let haul = try await services.haul()
    let stream = EventStream(
      first: StationEvent(
        name: EventHub.haul, json: String(decoding: try JSONAnswer.data(haul), as: UTF8.self)),
      events: events, listener: listener, pingInterval: Self.pingInterval,
      lookInterval: Self.lookInterval)
    return Response(
      status: .ok, headers: [.contentType: "text/event-stream", .cacheControl: "no-store"],
      body: ResponseBody { writer in try await stream.write(to: &writer, of: request) })
  }
}
