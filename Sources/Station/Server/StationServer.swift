internal import Hummingbird
internal import HummingbirdCore
internal import Logging
internal import NIOCore
internal import ServiceLifecycle
internal import UnixSignals

/// The review station: its pages and its interface over HTTP/1.1.
public struct StationServer: Sendable {
  /// The most connections at once; more wait until one ends.
  static let mostConnections = 256

  private let services: StationServices
  private let host: String
  private let port: Int
  private let pace: SenderPace.Limits
  private let mostConnections: Int

  /// A server.
  ///
  /// - Parameters:
  ///   - host: the address to listen at; anything but a loopback address opens the case to the network.
  ///   - port: the port; 0 for any free one.
  public init(services: StationServices, host: String = "127.0.0.1", port: Int) {
    self.init(services: services, host: host, port: port, pace: SenderPace.Limits())
  }

  init(
    services: StationServices, host: String, port: Int, pace: SenderPace.Limits,
    mostConnections: Int = Self.mostConnections
  ) {
    self.mostConnections = mostConnections
    self.services = services
    self.host = host
    self.port = port
    self.pace = pace
  }

  /// Answers until the process gets SIGTERM or SIGINT, or `work` fails; then ends the streams of events,
  /// finishes what is under way and cancels `work`.
  ///
  /// - Parameters:
  ///   - work: what is done beside answering, such as reading photos; its end ends nothing else.
  ///   - whenListening: called with the port once requests are taken.
  /// - Throws: ``StationError`` `cannotListen`, and what `work` throws.
  public func run(
    work: @escaping @Sendable () async throws -> Void = {},
    whenListening: @escaping @Sendable (Int) -> Void
  ) async throws {
    do {
      try await group(work: work, whenListening: whenListening).run()
    } catch let error as IOError {
      throw StationError(
        .cannotListen, "\(host), port \(port), cannot be listened at",
        cure: "Name an address of this machine and a port that is free.", detail: error.description)
    } catch let error as SocketAddressError {
      throw StationError(
        .cannotListen, "\(host) is no address that can be listened at",
        cure: "Name an address of this machine, such as 127.0.0.1.", detail: "\(error)")
    }
  }
}

extension StationServer {
  /// The parts that run, to be stopped in order.
  func group(
    work: @escaping @Sendable () async throws -> Void,
    whenListening: @escaping @Sendable (Int) -> Void
  ) -> ServiceGroup {
    var logger = Logger(label: "imeikit.station")
    // Its own errors are of connections that clients broke off, and of the end itself.
    logger.logLevel = .critical
    let (hosts, host) = (services.hosts, host)
    let limits = pace
    let application = Application(
      router: StationRouter.build(services),
      server: .http1(
        configuration: .init(
          additionalChannelHandlers: [RequestBounds(limits: limits)],
          httpDecoderConfiguration: .init(
            maxHeaderFieldSize: 16_384, maxHeaderListSize: 32_768, maxHeaderFieldCount: 100))),
      configuration: .init(
        address: .hostname(host, port: port),
        availableConnectionsDelegate: MaximumAvailableConnections(
          mostConnections, logger: logger)),
      onServerRunning: { channel in
        let port = channel.localAddress?.port ?? 0
        hosts.listen(at: host, port: port)
        whenListening(port)
      },
      logger: logger)
    // The last is told to stop first: the streams of events end before the server waits for them.
    var configuration = ServiceGroupConfiguration(
      services: [
        StationWork(work: work), application, HaulPulse(services: services),
        EventsEnd(events: services.events),
      ],
      gracefulShutdownSignals: [.sigterm, .sigint], logger: logger)
    configuration.maximumGracefulShutdownDuration = .seconds(20)
    return ServiceGroup(configuration: configuration)
  }
}

/// What is done beside answering.
private struct StationWork: Service {
  let work: @Sendable () async throws -> Void

  func run() async throws {
    try await cancelWhenGracefulShutdown {
      do {
        try await work()
      } catch is CancellationError {
        return
      }
      // A part that returns would end the others.
      try? await gracefulShutdown()
    }
  }
}

/// Ends the streams of events when the station is told to stop.
private struct EventsEnd: Service {
  let events: EventHub

  func run() async throws {
    try? await gracefulShutdown()
    events.end()
  }
}
