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
    let cookie = visitor.headers[.cookie] ?? ""
    return "GET /api/v1/events HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\nCookie: \(cookie)\r\n\r\n"
  }

  private func waitForListeners(_ count: Int) async throws {
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

  @Test func nobodyListensWithoutLoggingIn() async throws {
    #expect(try await station.stranger.get("/api/v1/events").status == 401)
    #expect(station.services.events.listenerCount == 0)
  }
}
