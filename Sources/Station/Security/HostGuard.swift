internal import HTTPTypes
internal import Hummingbird

/// Lets in only requests that call the station by one of its names.
struct HostGuard: RouterMiddleware {
  typealias Context = StationContext

  let hosts: AllowedHosts

  func handle(
    _ request: Request, context: StationContext,
    next: (Request, StationContext) async throws -> Response
  ) async throws -> Response {
    guard let path = request.head.path, path.first == "/" else {
      throw Problem(
        .badRequest, "badTarget", "The request's target does not begin with a slash.",
        cure: "Ask for a path.")
    }
    guard let host = request.head.authority else {
      throw Problem(
        .badRequest, "hostMissing", "The request does not say which host it is for.",
        cure: "Send a Host header.")
    }
    // The first Host line became the authority; whoever stands between may have gone by another.
    guard !request.headers.contains(where: { $0.name.canonicalName == "host" }) else {
      throw Problem(
        .badRequest, "hostTwice", "The request says more than once which host it is for.",
        cure: "Send one Host header.")
    }
    guard hosts.allows(host: host) else {
      throw Problem(
        .misdirectedRequest, "unknownHost", "The station does not go by the name in the request.",
        cure:
          "Use the address that the station printed when it started, or start it with --allow-host."
      )
    }
    return try await next(request, context)
  }
}
