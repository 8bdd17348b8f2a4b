internal import Hummingbird
internal import NIOCore

/// One page's stream of events: ends when the page goes, its session ends, or the station stops.
struct EventStream: Sendable {
  /// What the stream is told first.
  let first: StationEvent
  /// What happens from then on.
  let events: AsyncStream<StationEvent>
  /// Who listens.
  let listener: Listener
  /// How often it says that it is there.
  let pingInterval: Duration
  /// How often it is looked whether the listener still may, whatever happens meanwhile.
  let lookInterval: Duration

  private enum Beat: Sendable {
    case event(StationEvent)
    case ping
  }

  /// Writes the stream until it ends.
  func write(to writer: inout any ResponseBodyWriter, of request: Request) async throws {
    let (beats, continuation) = AsyncStream.makeStream(
      of: Beat.self, bufferingPolicy: .bufferingNewest(EventHub.mostWaiting))
    try await request.body.consumeWithInboundCloseHandler { _ in
      try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask {
          for await event in events { continuation.yield(.event(event)) }
          continuation.finish()
        }
        group.addTask {
          while !Task.isCancelled {
            try? await Task.sleep(for: pingInterval)
            continuation.yield(.ping)
          }
        }
        group.addTask {
          while !Task.isCancelled {
            try? await Task.sleep(for: lookInterval)
            // Pages ask again by themselves, so that a case that cannot be asked ends the stream too.
            guard (try? await listener.mayListen()) == true else { break }
          }
          continuation.finish()
        }
        defer { group.cancelAll() }
        try await writer.write(Self.text(first))
        for await beat in beats {
          guard listener.isOpen else { break }
          switch beat {
          case .event(let event): try await writer.write(Self.text(event))
          case .ping: try await writer.write(ByteBuffer(string: "event: ping\ndata: {}\n\n"))
          }
        }
      }
    } onInboundClosed: {
      continuation.finish()
    }
    try await writer.finish(nil)
  }

  /// An event as the stream has it. Its JSON is one line, so that nothing in it ends the event early.
  static func text(_ event: StationEvent) -> ByteBuffer {
    let json = event.json.split(whereSeparator: \.isNewline).joined(separator: " ")
    return ByteBuffer(string: "event: \(event.name)\ndata: \(json)\n\n")
  }
}
