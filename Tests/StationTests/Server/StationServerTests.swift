import CaseFile
import Foundation
import HTTPTypes
import NIOCore
import Testing

@testable import Station

@Suite("Server on a socket")
struct StationServerTests {
  private let station: StationFixture

  init() throws {
    station = try StationFixture()
  }

  @Test func healthIsOnTheWireWithEveryHeader() async throws {
    try await LiveStation.serving(station) { live in
      let answer = try await live.exchange("GET /health HTTP/1.1\r\n")
      #expect(answer.hasPrefix("HTTP/1.1 200 OK\r\n"))
      #expect(answer.lowercased().contains("content-security-policy: default-src 'none';"))
      #expect(answer.hasSuffix("{\"status\":\"ok\"}"))
    }
  }

  @Test func aPortThatIsTakenIsSaid() async throws {
    let station = station
    try await LiveStation.serving(station) { live in
      let second = StationServer(services: station.services, port: live.port)
      let error = await #expect(throws: StationError.self) { try await second.run { _ in } }
      #expect(error?.code == .cannotListen)
      #expect(error?.message.contains("\(live.port)") == true)
    }
  }

  @Test func anAddressThatIsNotThisMachinesIsSaid() async throws {
    let server = StationServer(services: station.services, host: "192.0.2.1", port: 0)
    let error = await #expect(throws: StationError.self) { try await server.run { _ in } }
    #expect(error?.code == .cannotListen)
  }

  @Test func whoSendsAHeadByTheByteIsCutOff() async throws {
    var pace = SenderPace.Limits()
    pace.head = .milliseconds(300)
    try await LiveStation.serving(station, pace: pace) { live in
      let isCut = try await live.talk { wire in
        wire.setTimeout(seconds: 60)
        wire.send("GET /health HTTP/1.1\r\n")
        let end = ContinuousClock.now + .seconds(60)
        while ContinuousClock.now < end {
          usleep(50_000)
          if !wire.send("X") { return true }
        }
        return false
      }
      #expect(isCut)
      // And somebody else is served meanwhile and after.
      let answer = try await live.exchange("GET /health HTTP/1.1\r\n")
      #expect(answer.hasPrefix("HTTP/1.1 200"))
    }
  }

  @Test func whoSaysNothingAtAllIsCutOff() async throws {
    var pace = SenderPace.Limits()
    pace.head = .milliseconds(200)
    try await LiveStation.serving(station, pace: pace) { live in
      let start = ContinuousClock.now
      let answer = try await live.talk { $0.receiveAll() }
      #expect(answer.isEmpty)
      #expect(ContinuousClock.now - start < .seconds(60))
    }
  }

  @Test func whoSendsABodyByTheByteIsCutOff() async throws {
    var pace = SenderPace.Limits()
    pace.bodyWindow = .milliseconds(400)
    try await LiveStation.serving(station, pace: pace) { live in
      let port = live.port
      let isCut = try await live.talk { wire in
        wire.send(
          "POST /api/v1/session HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\nContent-Length: 4000\r\n\r\n"
        )
        let end = ContinuousClock.now + .seconds(60)
        while ContinuousClock.now < end {
          usleep(50_000)
          if !wire.send("{") { return true }
        }
        return false
      }
      #expect(isCut)
    }
  }

  @Test func aConnectionThatIsKeptButNotUsedIsClosed() async throws {
    var pace = SenderPace.Limits()
    pace.idle = .milliseconds(300)
    try await LiveStation.serving(station, pace: pace) { live in
      let port = live.port
      let answers = try await live.talk { wire in
        let request = "GET /health HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\n\r\n"
        wire.send(request)
        var text = wire.receive(until: "\"ok\"}")
        wire.send(request)
        text += wire.receiveAll()
        return text
      }
      #expect(answers.components(separatedBy: "HTTP/1.1 200").count == 3)
    }
  }

  @Test func moreConnectionsThanAllowedWaitUntilOneEnds() async throws {
    try await LiveStation.serving(station, mostConnections: 4) { live in
      let port = live.port
      let (before, after) = try await live.talk { first in
        let request = "GET /health HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\n\r\n"
        var open = [first]
        for _ in 1..<4 { open.append(try Wire(port: port)) }
        for wire in open {
          wire.send(request)
          _ = wire.receive(until: "\"ok\"}")
        }
        let late = try Wire(port: port)
        late.send(request)
        late.setTimeout(seconds: 1)
        let before = late.receive()
        late.setTimeout(seconds: 120)
        open.removeLast()
        return (before, late.receive(until: "\"ok\"}"))
      }
      #expect(before == nil)
      #expect(after.hasPrefix("HTTP/1.1 200"))
    }
  }

  @Test func hostileRequestsGetAnErrorAndTheServerLives() async throws {
    var pace = SenderPace.Limits()
    pace.head = .seconds(2)
    try await LiveStation.serving(station, pace: pace) { live in
      let long = String(repeating: "a", count: 20_000)
      let requests = [
        "GET /\(long)\(long) HTTP/1.1\r\nHost: a\r\n\r\n", "GET  HTTP/1.1\r\nHost: a\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: a\r\nX: \(String(repeating: long, count: 20))\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: a\r\n\((0..<2_000).map { "X\($0): y\r\n" }.joined())\r\n",
        "GET / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\nContent-Length: 3\r\n\r\n",
        "POST /api/v1/session HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nZZ\r\n",
        "\u{16}\u{3}\u{1}\u{2}\u{0}\u{1}\u{0}\r\n\r\n", "PRI * HTTP/2.0\r\n\r\n",
        "GET http://127.0.0.1/ HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n",
        "OPTIONS * HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
      ]
      for request in requests {
        let answer = try await live.talk { wire in
          wire.send(request)
          return wire.receiveAll()
        }
        #expect(answer.isEmpty || answer.hasPrefix("HTTP/1.1 4"), "\(request.prefix(60))")
        #expect(!answer.contains("aaaa"))
      }
      let answer = try await live.exchange("GET /health HTTP/1.1\r\n")
      #expect(answer.hasPrefix("HTTP/1.1 200"))
    }
  }

  /// RFC 9112, sections 3.2 and 6.3: what two readers may read differently is answered by neither.
  @Test(arguments: [
    "Host: evil.example\r\n", "host: 127.0.0.1:PORT\r\n", "Host:\r\n",
    "Content-Length: 0\r\nTransfer-Encoding: chunked\r\n",
    "Transfer-Encoding: chunked\r\nContent-Length: 0\r\n",
    "Content-Length: 0\r\nContent-Length: 5\r\n", "Content-Length: 0, 5\r\n",
  ])
  func linesThatContradictOneAnotherAreRefused(lines: String) async throws {
    try await LiveStation.serving(station) { live in
      let lines = lines.replacing("PORT", with: "\(live.port)")
      for before in [true, false] {
        let host = "Host: 127.0.0.1:\(live.port)\r\n"
        let answer = try await live.talk { wire in
          wire.send(
            "POST /api/v1/session HTTP/1.1\r\n\(before ? lines + host : host + lines)"
              + "Connection: close\r\n\r\n0\r\n\r\n")
          return wire.receiveAll()
        }
        #expect(answer.hasPrefix("HTTP/1.1 400 "), "\(lines) \(answer.prefix(80))")
        #expect(answer.components(separatedBy: "HTTP/1.1 ").count == 2)
      }
      let answer = try await live.exchange("GET /health HTTP/1.1\r\n")
      #expect(answer.hasPrefix("HTTP/1.1 200"))
    }
  }

  /// RFC 9112, section 3.2.2: the host of such a target counts, not the one of the `Host` line.
  @Test(arguments: [
    "GET http://evil.example/login", "GET http://evil.example:PORT/login",
    "GET HTTPS://evil.example/login", "GET http://127.0.0.1:PORT@evil.example/login",
    "GET http://127.0.0.1/login", "GET http://127.0.0.1:PORT#/login", "GET http:///login",
    "GET ftp://127.0.0.1:PORT/login", "GET file:///etc/passwd", "GET login", "OPTIONS *", "GET *",
    "CONNECT 127.0.0.1:PORT", "CONNECT evil.example:443", "OPTIONS http://evil.example",
  ])
  func aTargetThatIsForAnotherHostOrIsNoPathIsRefused(_ start: String) async throws {
    try await LiveStation.serving(station) { live in
      let start = start.replacing("PORT", with: "\(live.port)")
      let answer = try await live.exchange("\(start) HTTP/1.1\r\n")
      #expect(answer.hasPrefix("HTTP/1.1 400 "), "\(start): \(answer.prefix(80))")
      #expect(answer.components(separatedBy: "HTTP/1.1 ").count == 2)
    }
  }

  @Test func aTargetThatNamesTheSameHostAsTheHostLineIsAPath() async throws {
    try await LiveStation.serving(station) { live in
      for target in [
        "http://127.0.0.1:\(live.port)/health", "HTTP://127.0.0.1:\(live.port)/health?",
      ] {
        let answer = try await live.exchange("GET \(target) HTTP/1.1\r\n")
        #expect(answer.hasPrefix("HTTP/1.1 200 "), "\(target): \(answer.prefix(80))")
      }
    }
  }

  /// The body never comes, so that a server that waits for it would not answer at all.
  @Test(arguments: [
    "check", "session", "session/unlock", "photos?name=a.jpg", "lists?name=a&date=2026-11-21",
    "exhibits",
    "exhibits/AB1/seals", "photos/\(String(repeating: "0", count: 64))/exhibit",
    "photos/\(String(repeating: "0", count: 64))/decisions", "decisions/1/undo",
    "findings/1/acknowledge",
    "review/next", "review/undo", "review/release", "review/items/x", "review/sheets/x",
  ])
  func aLengthAboveTheLimitIsRefusedBeforeTheBodyComes(_ path: String) async throws {
    let ann = try await station.logIn("Ann Reader", role: .officerInCharge)
    let type =
      path.hasPrefix("photos?")
      ? "image/jpeg" : path.hasPrefix("lists") ? "text/csv" : "application/json"
    try await LiveStation.serving(station) { live in
      let head =
        "POST /api/v1/\(path) HTTP/1.1\r\nHost: 127.0.0.1:\(live.port)\r\n"
        + "Origin: http://127.0.0.1:\(live.port)\r\nCookie: \(ann.headers[.cookie] ?? "")\r\n"
        + "Content-Type: \(type)\r\nContent-Length: 5000000000\r\n\r\n"
      let answer = try await live.talk { wire in
        wire.send(head)
        return wire.receive(until: "\r\n\r\n")
      }
      #expect(answer.hasPrefix("HTTP/1.1 413 "), "\(path): \(answer.prefix(80))")
    }
  }

  @Test func workIsCancelledWhenTheStationStopsAndMayEndBefore() async throws {
    let (ends, continuation) = AsyncStream.makeStream(of: Bool.self)
    try await LiveStation.serving(
      station,
      work: {
        do {
          try await Task.sleep(for: .seconds(600))
        } catch {
          continuation.yield(Task.isCancelled)
          throw error
        }
      }
    ) { live in
      let answer = try await live.exchange("GET /health HTTP/1.1\r\n")
      #expect(answer.hasPrefix("HTTP/1.1 200"))
    }
    continuation.finish()
    var seen: [Bool] = []
    for await end in ends { seen.append(end) }
    #expect(seen == [true])
    try await LiveStation.serving(station, work: {}) { live in
      let answer = try await live.exchange("GET /health HTTP/1.1\r\n")
      #expect(answer.hasPrefix("HTTP/1.1 200"))
    }
  }

  @Test func workThatFailsStopsTheStationAndIsTold() async throws {
    let failure = StationError(.cannotListen, "made up", cure: "None.")
    let error = await #expect(throws: StationError.self) {
      try await StationServer(services: station.services, port: 0).run(work: { throw failure }) {
        _ in
      }
    }
    #expect(error == failure)
  }
}
