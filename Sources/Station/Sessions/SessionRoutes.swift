internal import CaseFile
internal import Foundation
internal import HTTPTypes
internal import Hummingbird

/// Logging in and out, locking and unlocking.
struct SessionRoutes {
  private struct TokenBody: Decodable {
    let token: String
  }

  private struct Answer: Encodable {
    let person: String
    let name: String
    @Nullable var number: String?
    let role: String
    /// When the session ends at the latest; null for a token that was sent along.
    @Nullable var expiresAt: String?
    /// Seconds until it ends if nothing is done.
    @Nullable var idleSeconds: Int?
    let locked: Bool
  }

  /// The longest body: a token and its name.
  private static let bodyLimit = 4_096

  private let services: StationServices

  init(_ services: StationServices) {
    self.services = services
  }

  /// Adds the routes.
  func add(to group: RouterGroup<StationContext>) {
    group.post("session", use: logIn)
    group.get("session", use: show)
    group.delete("session", use: logOut)
    group.post("session/lock", use: lock)
    group.post("session/unlock", use: unlock)
  }

  @Sendable private func logIn(_ request: Request, _ context: StationContext) async throws
    -> Response
  {
    let (owner, digest) = try await owner(request, context, person: nil)
    // A second log-in in the same browser leaves no session behind that nobody can end.
    for former in RequestCredentials(request).cookies { services.sessions.close(former) }
    let (secret, session) = services.sessions.open(for: owner, token: digest)
    try await services.log(
      "station.login", of: owner.person, session: session.identifier,
      address: context.remoteAddress)
    return Response(status: .noContent, headers: [.setCookie: Self.cookie(secret, request)])
  }

  @Sendable private func show(_ request: Request, _ context: StationContext) async throws
    -> Response
  {
    let session = try context.requireOperator()
    let owner = try await services.desk.use { file in
      try file.operators().first { $0.person == session.person }
    }
    let left = context.login.map { services.sessions.remaining($0.entry) }
    return try JSONAnswer.response(
      Answer(
        person: session.person, name: owner?.name ?? session.person, number: owner?.number,
        role: session.role.rawValue,
        expiresAt: left.map { StationTime.text(Date(timeIntervalSinceNow: Double($0.absolute))) },
        idleSeconds: left?.idle, locked: context.login?.entry.isLocked ?? false))
  }

  @Sendable private func logOut(_ request: Request, _ context: StationContext) async throws
    -> Response
  {
    let login = try requireLogin(context)
    services.sessions.close(login.secret)
    await services.review.release(person: login.entry.session.person)
    try await log("station.logout", login, context)
    return Response(
      status: .noContent, headers: [.setCookie: Self.cookie("", request) + "; Max-Age=0"])
  }

  @Sendable private func lock(_ request: Request, _ context: StationContext) async throws
    -> Response
  {
    let login = try requireLogin(context)
    services.sessions.lock(login.secret)
    try await log("station.lock", login, context)
    return Response(status: .noContent)
  }

  @Sendable private func unlock(_ request: Request, _ context: StationContext) async throws
    -> Response
  {
    let login = try requireLogin(context)
    let (_, token) = try await owner(request, context, person: login.entry.session.person)
    services.sessions.unlock(login.secret, token: token)
    try await log("station.unlock", login, context)
    return Response(status: .noContent)
  }

  private func log(_ kind: String, _ login: StationLogin, _ context: StationContext) async throws {
    let session = login.entry.session
    try await services.log(
      kind, of: session.person, session: session.identifier, address: context.remoteAddress)
  }

  private func requireLogin(_ context: StationContext) throws -> StationLogin {
    guard let login = context.login else {
      throw Problem(
        .conflict, "noSession", "A token that is sent along has no session.",
        cure: "Log in at /login to have one.")
    }
    return login
  }

  /// Whose token the body holds.
  ///
  /// - Parameter person: the only one whose it may be; nil for anybody's.
  private func owner(_ request: Request, _ context: StationContext, person: String?) async throws
    -> (Operator, [UInt8])
  {
    let address = context.remoteAddress
    if let seconds = services.gate.loginWait(address) { throw Problem.tooManyTries(seconds) }
    let body = try await JSONAnswer.decode(TokenBody.self, from: request, limit: Self.bodyLimit)
    let digest = Secret.digest(body.token)
    guard let owner = try await services.tokenOwner(digest), person ?? owner.person == owner.person
    else {
      services.gate.login(address, succeeded: false)
      services.metrics.loginFailed()
      try await services.log("station.loginFailed", of: person ?? "system", address: address)
      throw Problem(
        .unauthorized, "tokenUnknown", "The token is not known, or another person's.",
        cure: "Check it, or have a new one issued with `imeikit operator token`.")
    }
    services.gate.login(address, succeeded: true)
    return (owner, digest)
  }

  /// The cookie. Without a proxy that encrypts it has no `Secure`: some browsers keep such cookies from
  /// plain HTTP, even on this machine.
  private static func cookie(_ secret: String, _ request: Request) -> String {
    let isEncrypted = request.headers[.origin]?.lowercased().hasPrefix("https://") == true
    return "\(RequestCredentials.cookieName)=\(secret); Path=/; HttpOnly; SameSite=Strict"
      + (isEncrypted ? "; Secure" : "")
  }
}
