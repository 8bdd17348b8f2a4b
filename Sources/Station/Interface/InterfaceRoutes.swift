internal import HTTPTypes
internal import Hummingbird
internal import NIOCore

/// The interface's own description, for anybody.
struct InterfaceRoutes: Sendable {
  /// Adds the route.
  func add(to group: RouterGroup<StationContext>) {
    group.get("openapi.json") { _, _ in
      Response(
        status: .ok, headers: [.contentType: "application/json"],
        body: ResponseBody(byteBuffer: ByteBuffer(bytes: OpenAPI.document)))
    }
  }
}
