public import EquipmentRegister
public import Hummingbird
internal import HummingbirdCore
internal import Logging
internal import NIOCore

/// An equipment identity register that answers from the kit's lists over HTTP/1.1.
public struct EquipmentRegisterServer<Source: EquipmentStatusSource>: Sendable {
  private let responder: EquipmentStatusResponder<Source>
  private let host: String
  private let port: Int

  /// A server.
  ///
  /// - Parameters:
  ///   - host: the address to listen at; anything but a loopback address opens the lists to the network.
  ///   - port: the port; 0 for any free one.
  public init(responder: EquipmentStatusResponder<Source>, host: String, port: Int) {
    self.responder = responder
    self.host = host
    self.port = port
  }

  /// Answers until the process gets SIGTERM or SIGINT, then finishes what is under way.
  ///
  /// - Parameter whenListening: called with the port once questions are taken.
  /// - Throws: ``EquipmentRegisterError`` `cannotListen`.
  public func run(whenListening: @escaping @Sendable (Int) -> Void) async throws {
    var logger = Logger(label: "imeikit.register")
    // Its own errors are of connections that clients broke off, and of the end itself.
    logger.logLevel = .critical
    let application = Application(
      router: Self.buildRouter(responder),
      server: .http1(
        configuration: .init(
          idleTimeout: .seconds(30),
          httpDecoderConfiguration: .init(
            maxHeaderFieldSize: 16_384, maxHeaderListSize: 32_768, maxHeaderFieldCount: 100))),
      configuration: .init(
        address: .hostname(host, port: port),
        availableConnectionsDelegate: MaximumAvailableConnections(256, logger: logger)),
      onServerRunning: { whenListening($0.localAddress?.port ?? 0) },
      logger: logger)
    do {
      try await application.runService()
    } catch let error as IOError {
      throw EquipmentRegisterError(
        .cannotListen, "\(host), port \(port), cannot be listened at",
        cure: "Name an address of this machine and a port that is free.", detail: error.description)
    }
  }

  /// The routes: the equipment status and `GET /health`.
  public static func buildRouter(
    _ responder: EquipmentStatusResponder<Source>
  ) -> Router<BasicRequestContext> {
    let router = Router()
    router.add(middleware: EquipmentStatusMiddleware(responder))
    router.get("health") { _, _ in
      Response(
        status: .ok,
        headers: [.contentType: "application/json", .cacheControl: "no-store"],
        body: ResponseBody(byteBuffer: ByteBuffer(string: #"{"status":"ok"}"#)))
    }
    return router
  }
}
