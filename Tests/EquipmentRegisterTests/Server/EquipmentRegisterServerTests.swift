import BlockList
import EquipmentRegisterServer
import Foundation
import Glibc
import IMEI
import Testing

@testable import EquipmentRegister

@Suite("Server")
struct EquipmentRegisterServerTests {
  private let scratch: ScratchFolder

  init() throws {
    scratch = try ScratchFolder()
  }

  /// Runs `body` against a server on a free loopback port, then ends the server.
  private func serving(
    _ lines: [String], _ body: @Sendable @escaping (Int) async throws -> Void
  ) async throws {
    let source = BlockListSource(path: try scratch.store(lines))
    let (ports, continuation) = AsyncStream.makeStream(of: Int.self)
    let server = EquipmentRegisterServer(
      responder: EquipmentStatusResponder(source: source), host: "127.0.0.1", port: 0)
    let running = Task {
      defer { continuation.finish() }
      try await server.run { continuation.yield($0) }
    }
    var iterator = ports.makeAsyncIterator()
    let port = try #require(await iterator.next())
    defer { running.cancel() }
    try await body(port)
  }

  @Test func theKitsClientAgreesWithTheKitsServer() async throws {
    let log = try DisclosureLog(path: scratch.path("log.jsonl"))
    try await serving(["356938035643809"]) { port in
      var limits = RegisterClient.Limits()
      limits.perSecond = nil
      limits.timeout = .seconds(600)
      let client = RegisterClient(
        address: try RegisterAddress("http://127.0.0.1:\(port)"),
        purpose: try DisclosurePurpose("test"), log: log,
        limits: limits)
      var states: [RegisterAnswer.State] = []
      let list = "356938035643809\n3569380356438001\n35693803564380\n490154203237518\n"
      _ = try await RegisterInquiry(client: client).run(
        .bytes(Array(list.utf8), name: "list")
      ) { asked in
        if case .answer(let answer, _) = asked.result { states.append(answer.state) }
      }
      #expect(states == [.flagged, .flagged, .flagged, .unknown])
    }
  }

  @Test func statusLineAndHeadersAreOnTheWire() async throws {
    try await serving(["356938035643809"]) { port in
      let query = "/n5g-eir-eic/v1/equipment-status?pei=imei-356938035643809"
      let get = try await exchange(port, "GET \(query) HTTP/1.1\r\nHost: a\r\n")
      #expect(get.hasPrefix("HTTP/1.1 200 OK\r\n"))
      #expect(get.lowercased().contains("content-type: application/json\r\n"))
      #expect(get.lowercased().contains("content-length: 24\r\n"))
      #expect(get.hasSuffix("\r\n\r\n{\"status\":\"BLACKLISTED\"}"))
      let head = try await exchange(port, "HEAD \(query) HTTP/1.1\r\nHost: a\r\n")
      #expect(head.lowercased().contains("content-length: 24\r\n"))
      #expect(head.hasSuffix("\r\n\r\n"))
      let post = try await exchange(
        port, "POST \(query) HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n")
      #expect(post.hasPrefix("HTTP/1.1 405 "))
      #expect(post.lowercased().contains("allow: get, head\r\n"))
      let health = try await exchange(port, "GET /health HTTP/1.1\r\nHost: a\r\n")
      #expect(health.hasPrefix("HTTP/1.1 200 OK\r\n"))
      #expect(try await exchange(port, "GET / HTTP/1.1\r\nHost: a\r\n").hasPrefix("HTTP/1.1 404 "))
    }
  }

  @Test func hostileRequestsGetAnErrorAndTheServerLives() async throws {
    try await serving(["356938035643809"]) { port in
      let path = "/n5g-eir-eic/v1/equipment-status"
      let long = String(repeating: "a", count: 20_000)
      let requests = [
        "GET \(path)?pei=\(long) HTTP/1.1\r\nHost: a\r\n",
        "GET \(path)?pei=imei-1\u{0}2 HTTP/1.1\r\nHost: a\r\n",
        "GET \(path)?pei=imei-\u{661}\u{662} HTTP/1.1\r\nHost: a\r\n",
        "GET \(path)?pei=a b HTTP/1.1\r\nHost: a\r\n", "GET  HTTP/1.1\r\nHost: a\r\n",
        "GET \(path) HTTP/1.1\r\nHost: a\r\nX: \(String(repeating: long, count: 20))\r\n",
        "GET \(path) HTTP/1.1\r\nHost: a\r\n"
          + (0..<2_000).map { "X\($0): y\r\n" }.joined(),
        "GET \(path) HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\nContent-Length: 3\r\n",
        "\u{16}\u{3}\u{1}\u{2}\u{0}\u{1}\u{0}", "PRI * HTTP/2.0\r\n",
      ]
      for request in requests {
        let answer = try await exchange(port, request)
        #expect(answer.isEmpty || answer.hasPrefix("HTTP/1.1 4"), "\(request.prefix(60))")
        #expect(!answer.contains("aaaa"))
      }
      let after = try await exchange(port, "GET /health HTTP/1.1\r\nHost: a\r\n")
      #expect(after.hasPrefix("HTTP/1.1 200 OK\r\n"))
    }
  }

  @Test func anAddressThatIsTakenIsSaid() async throws {
    try await serving(["356938035643809"]) { port in
      let second = EquipmentRegisterServer(
        responder: EquipmentStatusResponder(source: TableSource()), host: "127.0.0.1", port: port)
      let error = await #expect(throws: EquipmentRegisterError.self) {
        try await second.run { _ in }
      }
      #expect(error?.code == .cannotListen)
    }
  }
}

/// Sends a request's head with `Connection: close` and returns all that comes back.
///
/// Waits ten minutes at most: while other tests reckon, the server's answer may be long in coming.
private func exchange(_ port: Int, _ head: String) async throws -> String {
  try await withCheckedThrowingContinuation { continuation in
    Thread.detachNewThread {
      let connection = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
      defer { close(connection) }
      var address = sockaddr_in()
      address.sin_family = sa_family_t(AF_INET)
      address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
      address.sin_port = UInt16(port).bigEndian
      var limit = timeval(tv_sec: 600, tv_usec: 0)
      setsockopt(
        connection, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
      let connected = withUnsafePointer(to: &address) {
        $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
          connect(connection, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
        }
      }
      guard connected else {
        continuation.resume(throwing: POSIXError(.ECONNREFUSED))
        return
      }
      var rest = Array("\(head)Connection: close\r\n\r\n".utf8)[...]
      while !rest.isEmpty {
        let sent = rest.withUnsafeBytes {
          send(connection, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
        }
        if sent <= 0 { break }
        rest = rest.dropFirst(sent)
      }
      var answer: [UInt8] = []
      var buffer = [UInt8](repeating: 0, count: 4_096)
      while true {
        let count = recv(connection, &buffer, buffer.count, 0)
        guard count > 0 else { break }
        answer += buffer[..<count]
      }
      continuation.resume(returning: String(decoding: answer, as: UTF8.self))
    }
  }
}
