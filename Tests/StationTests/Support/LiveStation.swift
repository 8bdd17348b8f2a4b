import Foundation
import Glibc
import ServiceLifecycle

@testable import Station

/// A station that is listened at, on a free port of this machine.
struct LiveStation {
  let port: Int
  private let group: ServiceGroup

  /// Runs `body` against a station, then stops it as SIGTERM does.
  static func serving(
    _ fixture: StationFixture, pace: SenderPace.Limits = SenderPace.Limits(),
    mostConnections: Int = StationServer.mostConnections,
    work: @escaping @Sendable () async throws -> Void = {},
    _ body: @Sendable @escaping (LiveStation) async throws -> Void
  ) async throws {
    let (ports, continuation) = AsyncStream.makeStream(of: Int.self)
    let group = StationServer(
      services: fixture.services, host: "127.0.0.1", port: 0, pace: pace,
      mostConnections: mostConnections
    ).group(work: work) { continuation.yield($0) }
    let running = Task {
      defer { continuation.finish() }
      try await group.run()
    }
    var iterator = ports.makeAsyncIterator()
    guard let port = await iterator.next() else { return try await running.value }
    let result: Result<Void, any Error>
    do {
      result = .success(try await body(LiveStation(port: port, group: group)))
    } catch {
      result = .failure(error)
    }
    await group.triggerGracefulShutdown()
    try await running.value
    try result.get()
  }

  /// Tells the station to stop.
  func stop() async { await group.triggerGracefulShutdown() }

  /// Lets `body` talk over a connection of its own, on a thread of its own.
  func talk<Answer: Sendable>(
    _ body: @Sendable @escaping (Wire) throws -> Answer
  ) async throws -> Answer {
    let port = port
    return try await withCheckedThrowingContinuation { continuation in
      Thread.detachNewThread {
        continuation.resume(with: Result { try body(try Wire(port: port)) })
      }
    }
  }

  /// Sends a request's head with `Connection: close` and returns all that comes back.
  func exchange(_ head: String, body: String = "") async throws -> String {
    let port = port
    return try await talk { wire in
      wire.send("\(head)Host: 127.0.0.1:\(port)\r\nConnection: close\r\n\r\n\(body)")
      return wire.receiveAll()
    }
  }
}

/// A connection; its calls block.
final class Wire {
  private let descriptor: Int32

  init(port: Int) throws {
    descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    address.sin_port = UInt16(port).bigEndian
    setTimeout(seconds: 120)
    let size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isConnected = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { connect(descriptor, $0, size) == 0 }
    }
    guard isConnected else { throw POSIXError(.ECONNREFUSED) }
  }

  deinit { close(descriptor) }

  func setTimeout(seconds: Int) {
    var limit = timeval(tv_sec: seconds, tv_usec: 0)
    setsockopt(
      descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
  }

  /// - Returns: whether all of it could be handed over.
  @discardableResult
  func send(_ text: String) -> Bool {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let sent = rest.withUnsafeBytes {
        Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      if sent <= 0 { return false }
      rest = rest.dropFirst(sent)
    }
    return true
  }

  /// What comes next; nil at the end, and when nothing came in time.
  func receive() -> String? {
    var buffer = [UInt8](repeating: 0, count: 65_536)
    let count = recv(descriptor, &buffer, buffer.count, 0)
    return count > 0 ? String(decoding: buffer[..<count], as: UTF8.self) : nil
  }

  /// Everything up to the end.
  func receiveAll() -> String {
    var text = ""
    while let more = receive() { text += more }
    return text
  }

  /// Everything up to and with `mark`; what came when the other end closed before.
  func receive(until mark: String) -> String {
    var text = ""
    while !text.contains(mark), let more = receive() { text += more }
    return text
  }
}
