internal import NIOCore
internal import NIOHTTP1

/// Lets only paths through as the targets of requests.
///
/// A target may name a host of its own, which then counts instead of the `Host` line (RFC 9112, section
/// 3.2.2); the types further in drop it unseen. One that says another host than that line becomes `*`, as do
/// targets that are no addresses at all, and ``HostGuard`` refuses it.
final class TargetForm: ChannelInboundHandler, RemovableChannelHandler {
  typealias InboundIn = HTTPServerRequestPart
  typealias InboundOut = HTTPServerRequestPart

  /// What stands for a target that is refused; no path looks like it.
  private static let refused = "*"

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    guard case .head(var head) = unwrapInboundIn(data), !head.uri.hasPrefix("/") else {
      return context.fireChannelRead(data)
    }
    let host = head.headers.first(name: "host") ?? ""
    head.uri = Self.path(of: head.uri, at: host) ?? Self.refused
    context.fireChannelRead(wrapInboundOut(.head(head)))
  }

  /// The path and query of an absolute target; nil when it is none, or is for another host than `host`.
  static func path(of target: String, at host: String) -> String? {
    guard
      let scheme = ["http://", "https://"].first(where: {
        target.prefix($0.count).lowercased() == $0
      })
    else { return nil }
    let rest = target.dropFirst(scheme.count)
    let named = rest.prefix { !"/?#".contains($0) }
    guard !named.isEmpty, named.lowercased() == host.lowercased() else { return nil }
    let path = rest.dropFirst(named.count)
    switch path.first {
    case "/": return String(path)
    case "?": return "/" + path
    case nil: return "/"
    default: return nil
    }
  }
}

@available(*, unavailable)
extension TargetForm: Sendable {}
