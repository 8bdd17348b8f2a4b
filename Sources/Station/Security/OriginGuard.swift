internal import HTTPTypes
internal import Hummingbird

/// Keeps other sites' pages from acting with the cookie of whoever looks at them, and from showing the
/// case's pictures.
struct OriginGuard: RouterMiddleware {
  typealias Context = StationContext

  private static let site = HTTPField.Name("Sec-Fetch-Site")
  private static let mode = HTTPField.Name("Sec-Fetch-Mode")

  let hosts: AllowedHosts

  func handle(
    _ request: Request, context: StationContext,
    next: (Request, StationContext) async throws -> Response
  ) async throws -> Response {
    let isReading = [.get, .head, .options].contains(request.method)
    try checkSite(request, isReading: isReading)
    if !isReading { try checkOrigin(request) }
    return try await next(request, context)
  }

  private func checkSite(_ request: Request, isReading: Bool) throws(Problem) {
    guard let site = Self.site.flatMap({ request.headers[$0] })?.lowercased() else { return }
    if site == "same-origin" { return }
    // Typed into the address bar, or a bookmark.
    if site == "none", isReading { return }
    // A link elsewhere may lead to a page; pages show nothing that was not asked for from here.
    let mode = Self.mode.flatMap { request.headers[$0] }?.lowercased()
    if isReading, mode == "navigate", !StationAddress(request.uri.path).isInterface { return }
    throw Problem(
      .forbidden, "foreignSite", "The request was made by another site's page.",
      cure: "Use the station's own pages.")
  }

  private func checkOrigin(_ request: Request) throws(Problem) {
    if let origin = request.headers[.origin] {
      guard hosts.allows(origin: origin) else {
        throw Problem(
          .forbidden, "foreignOrigin", "The request comes from a page of another origin.",
          cure: "Use the station's own pages.")
      }
      return
    }
    let credentials = RequestCredentials(request)
    guard credentials.bearer != nil || credentials.cookies.isEmpty else {
      throw Problem(
        .forbidden, "originMissing", "The request does not say which page it comes from.",
        cure: "Send an Origin header, or a token instead of the cookie.")
    }
  }
}
