import CaseFile
import HTTPTypes
import Testing

@testable import Station

@Suite("The log over HTTP")
struct AuditRoutesTests {
  private func faults(_ answer: StationAnswer, _ method: String, _ path: String) -> [String] {
    InterfaceDescription.shared.faults(in: answer, of: method, "/api/v1/\(path)")
  }

  @Test func theLogIsPagedThroughWithoutGapsAndFiltered() async throws {
    let station = try StationFixture()
    for index in 1...6 {
      _ = try await station.services.desk.use { try $0.addExhibit("AB/\(index)") }
    }
    let ann = try await station.logIn("Ann Reader")
    _ = try await ann.get("/api/v1/audit")
    var sequences: [Int] = []
    var path = "/api/v1/audit?limit=3"
    while true {
      let page = try await ann.get(path)
      #expect(faults(page, "GET", "audit") == [])
      sequences += page.items.compactMap { $0["sequence"] as? Int }
      guard let next = page.object["next"] as? String else { break }
      path = "/api/v1/audit?limit=3&cursor=\(next)"
    }
    #expect(sequences == Array(1...sequences.count))
    #expect(try await ann.get("/api/v1/audit?kind=exhibit.").items.count == 6)
    #expect(try await ann.get("/api/v1/audit?kind=exhibit.add&after=4").items.count < 6)
    let own = try await ann.get("/api/v1/audit?person=Ann%20Reader").items
    #expect(own.compactMap { $0["kind"] as? String } == ["audit.look"])
    let newest = try await ann.get("/api/v1/audit?newest=true&limit=1")
    #expect(newest.items.first?["sequence"] as? Int == sequences.last)
    let cursor = try #require(newest.object["next"] as? String)
    let older = try await ann.get("/api/v1/audit?newest=true&limit=1&cursor=\(cursor)")
    #expect(older.items.first?["sequence"] as? Int == sequences.count - 1)
    #expect(try await ann.get("/api/v1/audit?cursor=\(cursor)").problem == "badParameter")
  }

  @Test func theHeadIsThatOfTheCase() async throws {
    let station = try StationFixture()
    let ann = try await station.logIn("Ann Reader")
    let answer = try await ann.get("/api/v1/audit/head")
    #expect(faults(answer, "GET", "audit/head") == [])
    let head = try await station.services.desk.use { try $0.auditHead() }
    #expect(answer.object["code"] as? String == head?.shortCode)
  }

  @Test(arguments: [[], ["event 4 was changed"]])
  func verifyingTellsWhatTheVerifierFoundAndIsLogged(problems: [String]) async throws {
    let station = try StationFixture { services in
      services.auditVerifier = { problems }
    }
    let ann = try await station.logIn("Ann Reader")
    let answer = try await ann.send(.post, "/api/v1/audit/verify")
    #expect(faults(answer, "POST", "audit/verify") == [])
    #expect(answer.object["isWhole"] as? Bool == problems.isEmpty)
    #expect(answer.object["problems"] as? [String] == problems)
    let events = try await station.services.desk.use { try $0.events(kinds: ["audit.verify"]) }
    #expect(events.map(\.entry.person) == ["Ann Reader"])
  }

  /// The log needs no covering for who is still to key a number: no number gets into it.
  @Test func theLogTellsNoNumberThatFilesOrNotesTell() async throws {
    let number = MadeHaul.imei(7)
    let fixture = try await ReviewFixture([("\(number).jpg", [MadeReading(imei: number)])])
    let ann = try await fixture.station.logIn("Ann")
    _ = try await fixture.station.services.desk.use { file in
      try file.addFindings([
        CaseFinding(kind: "pair", severity: "look", subjects: [number], text: "Look: \(number).")
      ])
    }
    let note = try await ann.post(
      "/api/v1/findings/1/acknowledge", json: ["note": "as \(number) shows"])
    #expect(note.status == 204)
    _ = try await ann.get("/api/v1/search?digits=\(number)")
    let log = try await ann.get("/api/v1/audit")
    #expect(faults(log, "GET", "audit") == [])
    #expect(log.items.contains { $0["kind"] as? String == "numbers.search" })
    #expect(!log.text.contains(number.prefix(14)))
  }

  @Test func thePeopleOfTheCaseAreListed() async throws {
    let station = try StationFixture()
    let ann = try await station.logIn("Ann Reader", role: .settler)
    let answer = try await ann.get("/api/v1/operators")
    #expect(faults(answer, "GET", "operators") == [])
    #expect(answer.items.first?["role"] as? String == "settler")
    #expect(answer.items.first?["name"] as? String == "Ann Reader")
  }
}
