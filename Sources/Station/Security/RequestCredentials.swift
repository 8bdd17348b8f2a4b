internal import HTTPTypes
internal import Hummingbird

/// What a request brings along to show who sends it.
struct RequestCredentials {
  /// The name of the cookie.
  static let cookieName = "imeikit_session"
  /// The longest secret that is looked at, in bytes.
  private static let longest = 256

  /// The token of `Authorization: Bearer`; nil when there is none.
  let bearer: String?
  /// The cookies' secrets: programs at other ports of this machine may have set some of that name too.
  let cookies: [String]

  init(_ request: Request) {
    bearer = request.headers[.authorization].flatMap(Self.bearer)
    cookies = request.headers[values: .cookie].flatMap { $0.split(separator: ";") }
      .compactMap(Self.cookie).prefix(4).map { $0 }
  }

  private static func bearer(_ field: String) -> String? {
    let parts = field.split(separator: " ", maxSplits: 1)
    guard parts.count == 2, parts[0].lowercased() == "bearer" else { return nil }
    let token = parts[1].drop { $0 == " " }
    return token.isEmpty || token.utf8.count > longest ? nil : String(token)
  }

  private static func cookie(_ pair: Substring) -> String? {
    let halves = pair.drop { $0 == " " }.split(
      separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard halves.count == 2, halves[0] == cookieName else { return nil }
    let secret = halves[1].filter { $0 != " " }
    return secret.isEmpty || secret.utf8.count > longest ? nil : String(secret)
  }
}
