import Testing

@testable import Station

@Suite("Events")
struct EventHubTests {
  @Test func everyListenerIsToldAndTheEndEndsThem() async {
    let hub = EventHub()
    let streams = [hub.listen(), hub.listen()]
    hub.publish(StationEvent(name: "photo", json: "{}"))
    hub.end()
    for stream in streams {
      var names: [String] = []
      for await event in stream { names.append(event.name) }
      #expect(names == ["photo"])
    }
  }

  @Test func afterTheEndNobodyWaits() async {
    let hub = EventHub()
    hub.end()
    for await _ in hub.listen() { Issue.record("an event after the end") }
    #expect(hub.listenerCount == 0)
  }

  @Test func aSlowListenerGetsTheNewestAndHoldsNobodyUp() async {
    let hub = EventHub()
    let stream = hub.listen()
    for number in 0..<1_000 { hub.publish(StationEvent(name: "photo", json: "\(number)")) }
    hub.end()
    var texts: [String] = []
    for await event in stream { texts.append(event.json) }
    #expect(texts.count == EventHub.mostWaiting)
    #expect(texts.last == "999")
  }

  @Test func theCountsAreToldAnewOnceForManyChangesAndOnlyToListeners() {
    let hub = EventHub()
    hub.noteHaulChange()
    #expect(!hub.takeHaulChange())
    let stream = hub.listen()
    hub.publish(StationEvent(name: "photo", json: "{}"))
    hub.noteHaulChange()
    #expect(hub.takeHaulChange())
    #expect(!hub.takeHaulChange())
    // Telling the counts is no change of theirs.
    hub.publish(StationEvent(name: EventHub.haul, json: "{}"))
    #expect(!hub.takeHaulChange())
    withExtendedLifetime(stream) {}
  }
}
