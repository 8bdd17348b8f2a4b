internal import HTTPTypes
internal import Hummingbird

/// Tells browsers what pages of the station may do: nothing but with the station itself.
struct SecurityHeaders: RouterMiddleware {
  typealias Context = StationContext

  static let contentPolicy = [
    "default-src 'none'", "img-src 'self' blob:", "script-src 'self'", "style-src 'self'",
    "connect-src 'self'", "form-action 'self'", "frame-ancestors 'none'", "base-uri 'none'",
  ].joined(separator: "; ")

  /// What every answer has.
  static let always: [(HTTPField.Name, String)] = [
    (.contentSecurityPolicy, contentPolicy),
    (.xContentTypeOptions, "nosniff"),
    (HTTPField.Name("Referrer-Policy"), "no-referrer"),
    (HTTPField.Name("Cross-Origin-Opener-Policy"), "same-origin"),
    (HTTPField.Name("Cross-Origin-Resource-Policy"), "same-origin"),
    (HTTPField.Name("Permissions-Policy"), "camera=(self)"),
    (HTTPField.Name("X-Frame-Options"), "DENY"),
    (.cacheControl, "no-store"),
  ].compactMap { name, value in name.map { ($0, value) } }

  func handle(
    _ request: Request, context: StationContext,
    next: (Request, StationContext) async throws -> Response
  ) async throws -> Response {
    var response = try await next(request, context)
    // Pictures have a stricter policy of their own, and assets may be kept: they hold nothing of the case.
    for (name, value) in Self.always where response.headers[name] == nil {
      response.headers[name] = value
    }
    return response
  }
}
