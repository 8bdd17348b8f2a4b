import CaseFile
import Foundation
import Testing

@testable import Station

@Suite("Two people key, a third settles")
struct DoubleKeyingTests {
  private let first = MadeHaul.imei(1)
  private let wrong = MadeHaul.imei(2)
  private let third = MadeHaul.imei(3)

  private struct Team {
    let fixture: ReviewFixture
    let ann: StationVisitor
    let bob: StationVisitor
    let sam: StationVisitor
  }

  private func team(_ photos: [(name: String, readings: [MadeReading])]) async throws -> Team {
    let fixture = try await ReviewFixture(photos)
    return Team(
      fixture: fixture, ann: try await fixture.station.logIn("Ann"),
      bob: try await fixture.station.logIn("Bob"),
      sam: try await fixture.station.logIn("Sam", role: .settler))
  }

  private func differ(_ team: Team) async throws {
    let anns = try #require(try await team.fixture.next(team.ann).first)
    _ = try await team.fixture.decide(team.ann, anns, "key", first)
    let bobs = try #require(try await team.fixture.next(team.bob).first)
    let answer = try await team.fixture.decide(team.bob, bobs, "key", wrong)
    #expect(answer.object["phase"] as? String == "mismatch")
    #expect(answer.object["next"] as? String == "mismatch")
    #expect(answer.object["machine"] as? String == "differs")
    #expect(answer.object["number"] is NSNull)
  }

  @Test func aMismatchGoesToAThirdWhoMaySettle() async throws {
    let team = try await team([("a.jpg", [MadeReading(imei: first)])])
    try await differ(team)
    #expect(try await team.fixture.next(team.ann).isEmpty)
    #expect(try await team.fixture.next(team.bob).isEmpty)
    let item = try #require(try await team.fixture.next(team.sam).first)
    #expect(item["kind"] as? String == "settle")
    #expect(item["digits"] is NSNull)
    let settled = try await team.fixture.decide(team.sam, item, "settle", first)
    #expect(settled.object["phase"] as? String == "settled")
    #expect(settled.object["number"] as? String == first)
    #expect(try await team.fixture.next(team.sam).isEmpty)
  }

  @Test func whoAgreesWithNeitherIsAskedAgain() async throws {
    let team = try await team([("a.jpg", [MadeReading(imei: first)])])
    try await differ(team)
    let item = try #require(try await team.fixture.next(team.sam).first)
    let asked = try await team.fixture.decide(team.sam, item, "settle", third)
    #expect(asked.status == 409 && asked.problem == "settlesNeither")
    #expect(asked.text.contains(first) && asked.text.contains(wrong))
    let settled = try await team.fixture.decide(team.sam, item, "settle", third, confirm: true)
    #expect(settled.object["number"] as? String == third)
  }

  @Test func aThirdMaySayThatItCannotBeRead() async throws {
    let team = try await team([("a.jpg", [MadeReading(imei: first)])])
    try await differ(team)
    let item = try #require(try await team.fixture.next(team.sam).first)
    #expect(
      try await team.fixture.decide(team.sam, item, "unreadable").problem == "settlesNeither")
    let settled = try await team.fixture.decide(
      team.sam, item, "unreadable", confirm: true)
    #expect(settled.object["phase"] as? String == "unreadable")
  }

  @Test func undoIsAnEventAndTheItemComesAgainFirst() async throws {
    let team = try await team((1...3).map { ("\($0).jpg", [.sure(MadeHaul.imei($0))]) })
    let items = try await team.fixture.next(team.ann, 2)
    let decided = try await team.fixture.decide(team.ann, items[0], "correct", wrong)
    let undone = try await team.ann.post("/api/v1/review/undo", json: [:])
    #expect(undone.status == 200)
    let event = try #require(undone.object["event"] as? Int)
    #expect(event > (decided.object["event"] as? Int ?? .max))
    let again = try await team.fixture.next(team.ann, 2)
    #expect(again.first?["id"] as? String == undone.object["item"] as? String)
    #expect(again.map { $0["photo"] as? String } == items.map { $0["photo"] as? String })
    #expect(try await team.fixture.decide(team.ann, again[0], "accept").status == 200)
    let kinds = try await team.fixture.station.services.desk.use { file in
      try file.events().map(\.entry.kind).filter { $0.hasPrefix("decision.") }
    }
    #expect(kinds == ["decision.correct", "decision.undo", "decision.accept"])
    let named = try await team.ann.post("/api/v1/review/undo", json: ["event": event])
    #expect(named.status != 200)
  }

  @Test func thereIsNothingToUndoAtFirst() async throws {
    let team = try await team([])
    #expect(
      try await team.ann.post("/api/v1/review/undo", json: [:]).problem == "nothingToUndo")
  }

  @Test func whoLooksAtThePhotoAllTheSameDoesNotKeyItBlind() async throws {
    let team = try await team([("a.jpg", [MadeReading(imei: first)])])
    let review = team.fixture.station.services.review
    let item = try #require(try await team.fixture.next(team.ann).first)
    let photo = try #require(item["photo"] as? String)
    #expect(try await review.isWithheld(photo: photo, person: "Ann"))
    try await review.reveal(photo: photo, person: "Ann")
    #expect(try await !review.isWithheld(photo: photo, person: "Ann"))
    #expect(try await review.isWithheld(photo: photo, person: "Bob"))
    #expect(try await team.fixture.decide(team.ann, item, "key", first).status == 404)
    #expect(try await team.fixture.next(team.ann).isEmpty)
    #expect(try await team.fixture.next(team.bob).count == 1)
  }

  @Test func whoWasShownAReadingIsNotTheSecondReader() async throws {
    let team = try await team([("a.jpg", [.sure(first)])])
    let item = try #require(try await team.fixture.next(team.ann).first)
    _ = try await team.ann.post(
      "/api/v1/review/release", json: ["items": [item["id"] as? String ?? ""]])
    let bobs = try #require(try await team.fixture.next(team.bob).first)
    _ = try await team.fixture.decide(team.bob, bobs, "accept")
    #expect(try await team.fixture.next(team.ann).isEmpty)
    #expect(try await team.fixture.next(team.sam).first?["kind"] as? String == "blind")
  }

  @Test func aStationThatWasStartedAnewGoesOnFromTheCase() async throws {
    let team = try await team(
      (1...3).map { ("\($0).jpg", [MadeReading(imei: MadeHaul.imei($0))]) })
    let items = try await team.fixture.next(team.ann, 3)
    _ = try await team.fixture.decide(team.ann, items[0], "key", first)
    _ = try await team.fixture.decide(team.ann, items[1], "doubt")
    let services = team.fixture.station.services
    let restarted = ReviewDesk(
      desk: services.desk, events: services.events, listStorePath: { nil })
    let ann = StationSession(identifier: "new", person: "Ann", role: .reader)
    let left = try await restarted.next(.init(count: 8), for: ann)
    #expect(left.map(\.photo) == [items[2], items[1]].map { $0["photo"] as? String })
    let bob = StationSession(identifier: "other", person: "Bob", role: .reader)
    let bobs = try await restarted.next(.init(count: 8), for: bob)
    #expect(bobs.map(\.photo) == [items[0]["photo"] as? String])
  }
}
