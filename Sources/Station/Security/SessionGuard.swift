internal import CaseFile
internal import HTTPTypes
internal import Hummingbird

/// Finds out who is asking, and turns away whom nobody knows.
struct SessionGuard: RouterMiddleware {
  typealias Context = StationContext

  let services: StationServices

  /// What open pages ask by themselves: no sign that a person is there.
  private static let unattended: Set<String> = [
    "/api/v1/events", "/api/v1/haul", "/metrics",
  ]
  /// What a locked session may do: look whether it is locked, unlock, log out, log in afresh.
  private static let unlocking: Set<String> = [
    "GET /api/v1/session", "DELETE /api/v1/session", "POST /api/v1/session/unlock",
  ]

  func handle(
    _ request: Request, context: StationContext,
    next: (Request, StationContext) async throws -> Response
  ) async throws -> Response {
    let path = request.uri.path
    let isLogin = request.method == .post && path == "/api/v1/session"
    if isLogin || StationAddress(path).isOpen { return try await next(request, context) }
    var context = context
    let credentials = RequestCredentials(request)
    if let bearer = credentials.bearer {
      context.session = try await session(bearer: bearer, address: context.remoteAddress)
    } else {
      context.login = try await login(credentials.cookies, path: path)
      context.session = context.login?.entry.session
    }
    let isLocked = context.login?.entry.isLocked == true
    guard context.session != nil, !isLocked || Self.unlocking.contains("\(request.method) \(path)")
    else { return try turnAway(path, isLocked: isLocked) }
    return try await next(request, context)
  }

  private func turnAway(_ path: String, isLocked: Bool) throws -> Response {
    guard StationAddress(path).isInterface else {
      return Response(status: .seeOther, headers: [.location: LoginAddress.text(back: path)])
    }
    if isLocked {
      throw Problem(
        HTTPResponse.Status(code: 423, reasonPhrase: "Locked"), "locked", "The session is locked.",
        cure: "Unlock it with your token.")
    }
    throw Problem(
      .unauthorized, "notLoggedIn", "Nobody is logged in.",
      cure: "Log in with your token at /login, or send it as Authorization: Bearer TOKEN.",
      headers: [.wwwAuthenticate: "Bearer"])
  }

  private func login(_ secrets: [String], path: String) async throws -> StationLogin? {
    for secret in secrets {
      let found = services.sessions.find(
        secret, isActivity: !Self.unattended.contains(path))
      switch found {
      case .none: continue
      case .expired(let session):
        try await services.log("station.timeout", of: session.person, session: session.identifier)
      case .session(let entry):
        if let login = try await checked(secret, entry) { return login }
      }
    }
    return nil
  }

  /// The session with its owner's present role; nil when the token was withdrawn meanwhile.
  private func checked(
    _ secret: String, _ entry: SessionStore.Entry
  ) async throws -> StationLogin? {
    guard services.sessions.needsTokenCheck(entry) else {
      return StationLogin(secret: secret, entry: entry)
    }
    guard let owner = try await services.tokenOwner(entry.token),
      owner.person == entry.session.person,
      let session = services.sessions.confirm(secret, role: owner.role)
    else {
      services.sessions.close(secret)
      return nil
    }
    var entry = entry
    entry.session = session
    return StationLogin(secret: secret, entry: entry)
  }

  private func session(bearer: String, address: String?) async throws -> StationSession {
    let digest = Secret.digest(bearer)
    if let owner = try await services.tokenOwner(digest) {
      return StationSession(
        identifier: "token-" + Secret.hexadecimal(Secret.digest(digest).prefix(8)),
        person: owner.person, role: owner.role)
    }
    services.metrics.loginFailed()
    if let seconds = services.gate.bearerFailed(address) { throw Problem.tooManyTries(seconds) }
    try await services.log("station.tokenRefused", of: "system", address: address)
    throw Problem(
      .unauthorized, "tokenUnknown", "The token is not known.",
      cure: "Have a new one issued with `imeikit operator token`.",
      headers: [.wwwAuthenticate: "Bearer error=\"invalid_token\""])
  }
}

extension Problem {
  /// Wait before the next try of a token.
  static func tooManyTries(_ seconds: Int) -> Problem {
    Problem(
      .tooManyRequests, "tooManyTries", "Too many tokens were wrong.",
      cure: "Wait \(seconds) seconds, then try again.", headers: [.retryAfter: "\(seconds)"])
  }
}
