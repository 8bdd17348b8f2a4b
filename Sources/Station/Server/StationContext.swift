public import Hummingbird
internal import NIOCore

/// What handlers know of a request beside the request itself.
public struct StationContext: RequestContext {
  /// Hummingbird's part.
  public var coreContext: CoreRequestContextStorage
  /// Who is asking; nil when nobody has logged in.
  public var session: StationSession?
  /// The session's cookie; nil when the request came with a token.
  var login: StationLogin?
  /// The other end's address, for the throttle of log-ins.
  public let remoteAddress: String?

  /// A context of a request that nobody has logged in for.
  public init(source: ApplicationRequestContextSource) {
    coreContext = .init(source: source)
    remoteAddress = source.channel.remoteAddress?.ipAddress
  }

  /// Who is asking.
  ///
  /// - Throws: ``Problem`` 401 when nobody has logged in.
  public func requireOperator() throws -> StationSession {
    guard let session else {
      throw Problem(
        .unauthorized, "notLoggedIn", "Nobody is logged in.",
        cure: "Log in with your token at /login, or send it as Authorization: Bearer TOKEN.")
    }
    return session
  }
}
