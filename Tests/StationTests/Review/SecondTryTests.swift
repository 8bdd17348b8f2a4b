import CaseFile
import Foundation
import HTTPTypes
import Testing

@testable import Station

@Suite("A number that was keyed and taken back is nobody's second blind try")
struct SecondTryTests {
  private let number = MadeHaul.imei(4_711)
  private let wrong = MadeHaul.imei(4_712)

  private func fixture() async throws -> ReviewFixture {
    try await ReviewFixture([("a.jpg", [MadeReading(imei: number)])])
  }

  @Test func whoTakesAKeyingBackDoesNotGetTheNumberAgain() async throws {
    let fixture = try await fixture()
    let ann = try await fixture.station.logIn("Ann")
    let bob = try await fixture.station.logIn("Bob")
    let item = try #require(try await fixture.next(ann).first)
    let keyed = try await fixture.decide(ann, item, "key", wrong)
    // From here on she knows that the machine reads something else.
    #expect(keyed.object["machine"] as? String == "differs")
    let undone = try await ann.post("/api/v1/review/undo", json: [:])
    #expect(undone.status == 200)
    #expect(undone.object["item"] is NSNull)
    #expect(try await fixture.next(ann).isEmpty)
    #expect(try await fixture.decide(ann, item, "key", number).problem == "itemMoved")
    let photo = item["photo"] as? String ?? ""
    let direct = try await ann.post(
      "/api/v1/photos/\(photo)/decisions",
      json: ["number": "read:0", "act": "key", "imei": number])
    #expect(direct.problem == "decisionRefused")
    let bobs = try #require(try await fixture.next(bob).first)
    #expect(bobs["kind"] as? String == "blind")
  }

  @Test(arguments: ["key", "unreadable", "accept"])
  func noWayOfDecidingAndTakingBackLeadsToABlindTry(act: String) async throws {
    let fixture = try await fixture()
    let ann = try await fixture.station.program("Ann")
    let photo = try #require(
      try await fixture.station.services.desk.use { try $0.photos(limit: 1).first?.sha256 })
    var body = ["number": "read:0", "act": act]
    if act == "key" { body["imei"] = wrong }
    let path = "/api/v1/photos/\(photo)"
    let event = try await ann.post("\(path)/decisions", json: body).object["event"] as? Int
    // Who has decided is shown the values.
    #expect(try await ann.get(path).text.contains(number))
    let undone = try await ann.send(.post, "/api/v1/decisions/\(event ?? 0)/undo")
    #expect(undone.status == 201)
    let again = try await ann.post(
      "\(path)/decisions", json: ["number": "read:0", "act": "key", "imei": number])
    #expect(again.problem == "decisionRefused")
    #expect(try await fixture.next(ann).isEmpty)
  }

  @Test func whoseKeyingAnotherTookBackDoesNotGetTheNumberEither() async throws {
    let fixture = try await fixture()
    let ann = try await fixture.station.logIn("Ann")
    let sam = try await fixture.station.logIn("Sam", role: .settler)
    let item = try #require(try await fixture.next(ann).first)
    let event = try await fixture.decide(ann, item, "key", wrong).object["event"] as? Int
    #expect(try await sam.send(.post, "/api/v1/decisions/\(event ?? 0)/undo").status == 201)
    #expect(try await fixture.next(ann).isEmpty)
    #expect(try await fixture.next(sam).count == 1)
  }

  @Test func aStationThatWasStartedAnewKnowsIt() async throws {
    let fixture = try await ReviewFixture([
      ("a.jpg", [MadeReading(imei: number, isFlagged: true)])
    ])
    let ann = try await fixture.station.logIn("Ann")
    let item = try #require(try await fixture.next(ann).first)
    _ = try await fixture.decide(ann, item, "key", wrong)
    _ = try await ann.post("/api/v1/review/undo", json: [:])
    let services = fixture.station.services
    let restarted = ReviewDesk(
      desk: services.desk, events: services.events, listStorePath: { nil })
    let session = StationSession(identifier: "new", person: "Ann", role: .reader)
    #expect(try await restarted.next(.init(count: 8), for: session).isEmpty)
    let counts = try await services.desk.use { try $0.reviewCounts(for: "Ann") }
    #expect(counts.blind == 0 && counts.waitingForOthers == 1)
  }

  @Test func whatWasShownToBeConfirmedIsTakenBackAndConfirmedAgain() async throws {
    let fixture = try await ReviewFixture([("a.jpg", [.sure(number)])])
    let ann = try await fixture.station.logIn("Ann")
    let item = try #require(try await fixture.next(ann).first)
    _ = try await fixture.decide(ann, item, "accept")
    let undone = try await ann.post("/api/v1/review/undo", json: [:])
    let again = try #require(try await fixture.next(ann).first)
    #expect(again["id"] as? String == undone.object["item"] as? String)
    #expect(again["kind"] as? String == "confirm")
  }
}
