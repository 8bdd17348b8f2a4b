import Foundation
import Glibc
import Synchronization

/// An HTTP server on a loopback port that says what it is told, byte for byte, one exchange a
/// connection.
final class CannedServer: Sendable {
  /// What is sent: pieces, each after a pause.
  struct Reply: Sendable {
    var pieces: [[UInt8]]
    var pause: UInt32 = 0

    init(_ text: String) { pieces = [Array(text.utf8)] }

    init(pieces: [[UInt8]], pauseMicroseconds: UInt32) {
      self.pieces = pieces
      pause = pauseMicroseconds
    }

    /// A whole response with its length.
    static func response(
      _ status: String, type: String = "application/json", headers: String = "", body: String
    ) -> Reply {
      Reply(
        "HTTP/1.1 \(status)\r\nContent-Type: \(type)\r\nContent-Length: \(body.utf8.count)\r\n"
          + "Connection: close\r\n\(headers)\r\n\(body)")
    }

    static func status(_ status: String) -> Reply {
      response("200 OK", body: #"{"status":"\#(status)"}"#)
    }
  }

  let port: Int
  private let listener: Int32
  private let received = Mutex<[String]>([])

  /// A server that answers the n-th request as `reply` says.
  init(_ reply: @escaping @Sendable (_ request: String, _ number: Int) -> Reply) throws {
    let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let bound = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(listener, $0, length) == 0 && listen(listener, 64) == 0
          && getsockname(listener, $0, &length) == 0
      }
    }
    guard bound else { throw POSIXError(.EADDRNOTAVAIL) }
    port = Int(UInt16(bigEndian: address.sin_port))
    self.listener = listener
    Thread.detachNewThread { [weak self] in
      while true {
        let connection = accept(listener, nil, nil)
        guard connection >= 0 else { return }
        guard let self else {
          close(connection)
          return
        }
        Thread.detachNewThread { self.answer(connection, reply) }
      }
    }
  }

  deinit {
    shutdown(listener, Int32(SHUT_RDWR))
    close(listener)
  }

  /// The heads of the requests that came.
  var requests: [String] { received.withLock { $0 } }

  var address: String { "http://127.0.0.1:\(port)" }

  private func answer(_ connection: Int32, _ reply: (String, Int) -> Reply) {
    defer { close(connection) }
    var head: [UInt8] = []
    var byte: UInt8 = 0
    while !head.suffix(4).elementsEqual("\r\n\r\n".utf8) {
      guard recv(connection, &byte, 1, 0) == 1 else { return }
      head.append(byte)
    }
    let request = String(decoding: head, as: UTF8.self)
    let number = received.withLock { requests in
      requests.append(request)
      return requests.count
    }
    let reply = reply(request, number)
    for piece in reply.pieces {
      let sent = piece.withUnsafeBytes {
        send(connection, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      guard sent == piece.count else { return }
      if reply.pause > 0 { usleep(reply.pause) }
    }
  }
}
