import CaseFile
import Foundation
import HTTPTypes
import Testing

@testable import Station

@Suite("Events over HTTP")
struct EventRoutesTests {
  private let station: StationFixture

  init() throws {
    station = try StationFixture()
  }

  private func request(_ visitor: StationVisitor, port: Int) -> String {
    let proofs = visitor.headers.filter { $0.name != .origin }.map { "\($0.name): \($0.value)\r\n" }
    return "GET /api/v1/events HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\n\(proofs.joined())\r\n"
  }

  private func waitForListeners(_ count: Int, of other: StationFixture? = nil) async throws {
    let station = other ?? station
    for _ in 0..<600 where station.services.events.listenerCount != count {
      try await Task.sleep(for: .milliseconds(100))
    }
    #expect(station.services.events.listenerCount == count)
  }

  @Test func theCountsComeFirstThenWhatHappensThenTheCountsAgain() async throws {
    let station = station
    let ann = try await station.logIn("Ann Reader")
    try await LiveStation.serving(station) { live in
      let request = request(ann, port: live.port)
      let text = try await live.talk { wire in
        wire.send(request)
        var text = wire.receive(until: "event: haul\ndata: {\"case\":")
        station.services.events.publish(
          StationEvent(name: "photo", json: "{\"name\":\"a\nevent: forged\"}"))
        text += wire.receive(until: "event: haul")
        return text
      }
      #expect(text.lowercased().contains("content-type: text/event-stream\r\n"))
      // A line break in what is told begins no event of its own.
      #expect(text.contains("event: photo\ndata: {\"name\":\"a event: forged\"}\n\n"))
      #expect(text.components(separatedBy: "event: haul").count == 3)
    }
  }

  @Test func theStreamEndsWhenTheListenerLeaves() async throws {
    let ann = try await station.logIn("Ann Reader")
    try await LiveStation.serving(station) { live in
      let request = request(ann, port: live.port)
      _ = try await live.talk { wire in
        wire.send(request)
        return wire.receive(until: "event: haul")
      }
      try await waitForListeners(0)
    }
  }

  @Test func theStreamEndsWhenTheStationStops() async throws {
    let ann = try await station.logIn("Ann Reader")
    try await LiveStation.serving(station) { live in
      let request = request(ann, port: live.port)
      async let text = live.talk { wire in
        wire.send(request)
        return wire.receiveAll()
      }
      try await waitForListeners(1)
      let start = ContinuousClock.now
      await live.stop()
      // The end of a chunked body, not a broken connection.
      #expect(try await text.hasSuffix("0\r\n\r\n"))
      #expect(ContinuousClock.now - start < .seconds(60))
    }
  }

  @Test func theStreamEndsWhenTheSessionIsLocked() async throws {
    let station = station
    let ann = try await station.logIn("Ann Reader")
    try await LiveStation.serving(station) { live in
      let request = request(ann, port: live.port)
      async let text = live.talk { wire in
        wire.send(request)
        return wire.receive(until: "0\r\n\r\n")
      }
      try await waitForListeners(1)
      #expect(try await ann.send(.post, "/api/v1/session/lock").status == 204)
      station.services.events.publish(StationEvent(name: "photo", json: "{\"secret\":1}"))
      #expect(try await !text.contains("secret"))
      try await waitForListeners(0)
    }
  }

  /// Ways in which somebody loses the right to listen; nothing happens meanwhile that the stream would tell.
  enum Loss: CaseIterable {
    case tokenWithdrawn, tokenOfProgramWithdrawn, tokenReplaced, loggedOut, locked, idleForTooLong
  }

  @Test(arguments: Loss.allCases)
  func theStreamEndsByItselfWhenTheRightToListenIsLost(_ loss: Loss) async throws {
    let clock = TestClock()
    let station = try StationFixture { $0.sessions = SessionStore(now: { clock.now }) }
    let ann =
      if loss == .tokenOfProgramWithdrawn {
        try await station.program("Ann Reader")
      } else {
        try await station.logIn("Ann Reader")
      }
    try await LiveStation.serving(station) { live in
      let request = request(ann, port: live.port)
      async let text = live.talk { wire in
        wire.send(request)
        return wire.receive(until: "0\r\n\r\n")
      }
      try await waitForListeners(1, of: station)
      switch loss {
      case .tokenWithdrawn, .tokenOfProgramWithdrawn:
        _ = try await station.services.desk.use { try $0.withdrawTokens(of: "Ann Reader") }
      case .tokenReplaced: _ = try await station.token("Ann Reader")
      case .loggedOut:
        #expect(try await ann.send(.delete, "/api/v1/session").status == 204)
      case .locked:
        #expect(try await ann.send(.post, "/api/v1/session/lock").status == 204)
      case .idleForTooLong: clock.advance(.seconds(31 * 60))
      }
      try await waitForListeners(0, of: station)
      // The end of a chunked body, and before the first of the pings that would tell it.
      #expect(try await text.hasSuffix("0\r\n\r\n"))
      #expect(try await !text.contains("event: ping"))
    }
  }

  @Test func aSessionWhoseTokenWasWithdrawnIsClosedByItsStream() async throws {
    let ann = try await station.logIn("Ann Reader")
    #expect(station.services.sessions.count == 1)
    let station = station
    try await LiveStation.serving(station) { live in
      let request = request(ann, port: live.port)
      async let text = live.talk { wire in
        wire.send(request)
        return wire.receive(until: "0\r\n\r\n")
      }
      try await waitForListeners(1)
      _ = try await station.services.desk.use { try $0.withdrawTokens(of: "Ann Reader") }
      _ = try await text
    }
    #expect(station.services.sessions.count == 0)
  }

  @Test func nobodyListensWithoutLoggingIn() async throws {
    #expect(try await station.stranger.get("/api/v1/events").status == 401)
    #expect(station.services.events.listenerCount == 0)
  }
}
