import CaseFile
import HTTPTypes
import Testing

@testable import Station

@Suite("Decisions of pipelines")
struct DecisionRoutesTests {
  private let station: StationFixture

  init() throws {
    station = try StationFixture()
  }

  private func faults(_ answer: StationAnswer, _ method: String, _ path: String) -> [String] {
    InterfaceDescription.shared.faults(in: answer, of: method, "/api/v1/\(path)")
  }

  @Test func twoPeopleSettleADoubtfulNumberAndEachDecisionIsListed() async throws {
    let sha = try await SeizedPhoto(isAccepted: false).seize(station)
    let ann = try await station.program("Ann Reader")
    let bob = try await station.program("Bob Reader")
    let path = "/api/v1/photos/\(sha)/decisions"
    let first = try await ann.post(path, json: ["number": "read:0", "act": "accept"])
    #expect(first.status == 201)
    #expect(faults(first, "POST", "photos/{sha256}/decisions") == [])
    #expect(first.object["phase"] as? String == "secondNeeded")
    let again = try await ann.post(path, json: ["number": "read:0", "act": "accept"])
    #expect(again.status == 409)
    #expect(again.problem == "decisionRefused")
    let second = try await bob.post(
      path, json: ["number": "read:0", "act": "key", "imei": "35 693803 564380 9"])
    #expect(second.object["phase"] as? String == "settled")
    let list = try await ann.get("/api/v1/decisions?photo=\(sha)")
    #expect(faults(list, "GET", "decisions") == [])
    #expect(list.items.compactMap { $0["kind"] as? String } == ["decision.accept", "decision.key"])
    #expect(try await ann.get("/api/v1/decisions").problem == "badParameter")
  }

  @Test func aDecisionIsTakenBackByAnEvent() async throws {
    let sha = try await SeizedPhoto(isAccepted: false).seize(station)
    let ann = try await station.program("Ann Reader")
    let first = try await ann.post(
      "/api/v1/photos/\(sha)/decisions", json: ["number": "read:0", "act": "accept"])
    let event = try #require(first.object["event"] as? Int)
    let bob = try await station.program("Bob Reader")
    let other = try await bob.send(.post, "/api/v1/decisions/\(event)/undo")
    #expect(other.problem == "decisionRefused")
    let undone = try await ann.send(.post, "/api/v1/decisions/\(event)/undo")
    #expect(undone.status == 201)
    #expect(faults(undone, "POST", "decisions/{event}/undo") == [])
    let standing = try await station.services.desk.use { try $0.standing(of: sha) }
    #expect(standing.numbers.first?.state.phase == .open)
    #expect(try await ann.send(.post, "/api/v1/decisions/1/undo").problem == "itemMissing")
    #expect(try await ann.send(.post, "/api/v1/decisions/x/undo").problem == "badParameter")
  }

  @Test(arguments: [
    ["number": "read:0"], ["number": "read:0", "act": "guess"],
    ["number": "first", "act": "accept"], ["number": "read:0", "act": "key"],
    ["number": "read:0", "act": "accept", "imei": "356938035643809"],
    ["number": "read:0", "act": "key", "imei": "123"],
    ["number": "read:0", "act": "accept", "why": "x"],
  ])
  func whatDoesNotFitTogetherIsRefusedAndNothingIsRecorded(body: [String: String]) async throws {
    let sha = try await SeizedPhoto(isAccepted: false).seize(station)
    let ann = try await station.program("Ann Reader")
    let answer = try await ann.post("/api/v1/photos/\(sha)/decisions", json: body)
    #expect(answer.status == 400)
    let decisions = try await station.services.desk.use { try $0.decisions(on: sha) }
    #expect(decisions.isEmpty)
  }

  @Test func aPersonSaysWhichExhibitAPhotoShowsAndPagesAreTold() async throws {
    let sha = try await SeizedPhoto().seize(station)
    let ann = try await station.logIn("Ann Reader")
    let missing = try await ann.post("/api/v1/photos/\(sha)/exhibit", json: ["exhibit": "AB/1"])
    #expect(missing.problem == "exhibitMissing")
    _ = try await station.services.desk.use { try $0.addExhibit("AB/1") }
    let events = station.services.events.listen()
    let answer = try await ann.post("/api/v1/photos/\(sha)/exhibit", json: ["exhibit": "ab 1"])
    #expect(answer.status == 200)
    #expect(faults(answer, "POST", "photos/{sha256}/exhibit") == [])
    let photo = try await station.services.desk.use { try $0.photo(sha) }
    #expect(photo?.exhibits == ["AB/1"])
    var iterator = events.makeAsyncIterator()
    let told = await iterator.next()
    #expect(told?.name == "photo")
    #expect(told?.json.contains(sha) == true)
  }

  @Test func aClosedCaseTakesNoDecision() async throws {
    let sha = try await SeizedPhoto(isAccepted: false).seize(station)
    let ann = try await station.program("Ann Reader")
    try await station.services.desk.use { try $0.closeCase(despiteOpenWork: true) }
    let answer = try await ann.post(
      "/api/v1/photos/\(sha)/decisions", json: ["number": "read:0", "act": "accept"])
    #expect(answer.status == 409)
    #expect(answer.problem == "caseClosed")
  }
}
