internal import HTTPTypes
internal import Hummingbird
internal import Synchronization

/// Which methods each address has, to tell an address that is not there from a method that it has not.
final class RouteTable: Sendable {
  private struct Row: Sendable {
    let parts: [Substring]
    let method: HTTPRequest.Method
  }

  private let rows = Mutex<[Row]>([])

  /// Takes the routes of a router that is complete.
  func take(_ router: Router<StationContext>) {
    let taken = router.routes.map { route in
      Row(parts: Self.parts("\(route.path)"), method: route.method)
    }
    rows.withLock { $0 = taken }
  }

  /// The methods of a path; none when there is no such address.
  func methods(of path: String) -> [HTTPRequest.Method] {
    let parts = Self.parts(path)
    var methods = rows.withLock { rows in
      rows.filter { Self.fits($0.parts, parts) }.map(\.method)
    }
    if methods.contains(.get) { methods.append(.head) }
    return Set(methods).sorted { $0.rawValue < $1.rawValue }
  }

  private static func parts(_ path: String) -> [Substring] {
    path.split(separator: "/").map { $0 }
  }

  private static func fits(_ pattern: [Substring], _ parts: [Substring]) -> Bool {
    for (index, part) in pattern.enumerated() {
      if part == "**" { return parts.count > index }
      guard index < parts.count else { return false }
      if !part.hasPrefix("{"), !part.hasPrefix(":"), part != "*", part != parts[index] {
        return false
      }
    }
    return parts.count == pattern.count
  }
}
