import HTTPTypes
import Testing

@testable import Station

@Suite("Headers")
struct SecurityHeadersTests {
  private let station: StationFixture

  init() throws {
    station = try StationFixture()
  }

  private static let wanted = [
    "Content-Security-Policy":
      "default-src 'none'; img-src 'self' blob:; script-src 'self'; style-src 'self'; "
      + "connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
    "X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin", "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(self)", "Cache-Control": "no-store", "X-Frame-Options": "DENY",
  ]

  @Test(arguments: ["/health", "/login", "/haul", "/api/v1/haul", "/api/v1/nowhere", "/nowhere"])
  func everyAnswerHasThem(_ path: String) async throws {
    let visitors = [station.stranger, try await station.logIn("Ann Reader")]
    for visitor in visitors {
      let answer = try await visitor.get(path)
      for (name, value) in Self.wanted {
        let name = try #require(HTTPField.Name(name))
        #expect(answer.headers[name] == value, "\(path) \(name)")
      }
    }
  }
}
