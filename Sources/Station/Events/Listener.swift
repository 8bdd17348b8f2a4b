internal import CaseFile
internal import Hummingbird

/// Somebody who listens to events, and whether he still may: a stream outlasts the look at the token that
/// opened it.
struct Listener: Sendable {
  /// What shows who it is.
  enum Proof: Sendable {
    /// A cookie's session.
    case login(StationLogin)
    /// The SHA-256 of a token that was sent along.
    case token([UInt8])
  }

  let person: String
  let proof: Proof
  let services: StationServices

  /// Who sends a request.
  ///
  /// - Throws: ``Problem`` 401 when nobody has logged in.
  init(_ request: Request, _ context: StationContext, services: StationServices) throws {
    person = try context.requireOperator().person
    if let login = context.login {
      proof = .login(login)
    } else {
      proof = .token(Secret.digest(RequestCredentials(request).bearer ?? ""))
    }
    self.services = services
  }

  /// Whether the session is open and not locked; a token has none.
  var isOpen: Bool {
    switch proof {
    case .login(let login): services.sessions.openToken(login.entry.session.identifier) != nil
    case .token: true
    }
  }

  /// Whether the session is open and the case knows the token.
  ///
  /// - Throws: what asking the case throws.
  func mayListen() async throws -> Bool {
    switch proof {
    case .token(let digest): return try await isTheirs(digest)
    case .login(let login):
      guard let token = services.sessions.openToken(login.entry.session.identifier) else {
        return false
      }
      if try await isTheirs(token) { return true }
      // Unlocked with a newer token meanwhile: that one is looked at next time.
      guard token == services.sessions.openToken(login.entry.session.identifier) else {
        return true
      }
      services.sessions.close(login.secret)
      return false
    }
  }

  private func isTheirs(_ token: [UInt8]) async throws -> Bool {
    try await services.tokenOwner(token)?.person == person
  }
}
