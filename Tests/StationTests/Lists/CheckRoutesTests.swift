import CaseFile
import Foundation
import HTTPTypes
import Testing

@testable import Station

@Suite("Checks over HTTP")
struct CheckRoutesTests {
  private let station: StationFixture

  init() throws {
    station = try StationFixture { services in
      let path = services.newListStorePath
      services.listStorePath = { FileManager.default.fileExists(atPath: path) ? path : nil }
    }
  }

  private func importList() async throws {
    let officer = try await station.logIn("Cat Officer", role: .officerInCharge)
    let answer = try await officer.send(
      .post, "/api/v1/lists?name=Customs&date=2026-11-01", [.contentType: "text/plain"],
      Array("356938035643809\n".utf8))
    #expect(answer.status == 201)
  }

  @Test func everyNumberHasItsAnswerInItsOrder() async throws {
    try await importList()
    let ann = try await station.program("Ann Reader")
    let answer = try await ann.post(
      "/api/v1/check",
      json: [
        "imeis": ["35-693803-564380-9", "490154203237518", "not one\u{202E}", "3569380356438001"]
      ])
    #expect(answer.status == 200)
    let faults = InterfaceDescription.shared.faults(in: answer, of: "POST", "/api/v1/check")
    #expect(faults == [])
    let states = answer.items.map { ($0["answer"] as? [String: Any])?["state"] as? String }
    #expect(states == ["flagged", "notFlagged", "notChecked", "flagged"])
    #expect(answer.items[0]["imei"] as? String == "356938035643809")
    #expect(answer.items[2]["imei"] is NSNull)
    #expect(answer.items[2]["input"] as? String == #"not one\u{202E}"#)
  }

  @Test func withoutListsNothingIsChecked() async throws {
    let ann = try await station.program("Ann Reader")
    let answer = try await ann.post("/api/v1/check", json: ["imeis": ["356938035643809"]])
    let state = (answer.items.first?["answer"] as? [String: Any])?["state"] as? String
    #expect(state == "notChecked")
  }

  @Test func theLogHasTheCountAndTheListsAndNoNumber() async throws {
    try await importList()
    let ann = try await station.program("Ann Reader")
    _ = try await ann.post("/api/v1/check", json: ["imeis": ["356938035643809", "x"]])
    let events = try await station.services.desk.use { try $0.events(kinds: ["numbers.check"]) }
    let event = try #require(events.first)
    #expect(event.entry.act == .combination)
    #expect(event.entry.details["count"] == 2)
    #expect(event.entry.details["flagged"] == 1)
    #expect(event.line.contains("Customs"))
    #expect(!event.line.contains("35693803564380"))
  }

  @Test func tooManyOrTooLongIsRefused() async throws {
    let ann = try await station.program("Ann Reader")
    let many = Array(repeating: "356938035643809", count: 10_001)
    #expect(try await ann.post("/api/v1/check", json: ["imeis": many]).problem == "badJSON")
    let long = String(repeating: "1", count: 513)
    #expect(try await ann.post("/api/v1/check", json: ["imeis": [long]]).problem == "badJSON")
    #expect(try await ann.post("/api/v1/check", json: ["imeis": [String]()]).problem == "badJSON")
    let most = Array(repeating: "356938035643809", count: 10_000)
    #expect(try await ann.post("/api/v1/check", json: ["imeis": most]).items.count == 10_000)
  }
}
