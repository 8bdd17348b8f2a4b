import CaseFile
import Foundation
import HTTPTypes
import Testing

@testable import Station

@Suite("Review over HTTP")
struct ReviewRoutesTests {
  private let first = MadeHaul.imei(1)
  private let second = MadeHaul.imei(2)

  private func doubtful(_ imei: String) -> [MadeReading] { [MadeReading(imei: imei)] }

  @Test func aReadingIsShownWithAllThatHelpsToCompareIt() async throws {
    let fixture = try await ReviewFixture([("a.jpg", [.sure(first)])])
    let ann = try await fixture.station.logIn("Ann")
    let item = try #require(try await fixture.next(ann).first)
    #expect(item["kind"] as? String == "confirm")
    #expect(item["digits"] as? String == first)
    #expect(item["checkDigit"] as? String == "agrees")
    #expect(item["name"] as? String == "a.jpg")
    #expect(item["subject"] as? String == "read:0")
    #expect(item["reasons"] as? [String] == ["Nothing near the number says IMEI."])
    let crop = try #require(item["crop"] as? [String: Any])
    #expect(crop["width"] as? Int == 320)
    #expect((crop["boxes"] as? [[Int]])?.count == 15)
    #expect((crop["boxes"] as? [[Int]])?.first == [10, 10, 18, 30])
    let image = try #require(item["image"] as? [String: Any])
    // Orientation 6 stands the picture up.
    #expect(image["width"] as? Int == 1_200)
    #expect((image["place"] as? [[Int]])?.first == [100, 200])
    #expect((item["doubtful"] as? [Bool])?.contains(true) == false)
    #expect(item["expiresAt"] as? String == "2027-01-15T08:10:00.000Z")
  }

  @Test func acceptingTakesASecondPersonWhoKeysBlind() async throws {
    let fixture = try await ReviewFixture([("a.jpg", [.sure(first)])])
    let ann = try await fixture.station.logIn("Ann")
    let bob = try await fixture.station.logIn("Bob")
    let item = try #require(try await fixture.next(ann).first)
    let accepted = try await fixture.decide(ann, item, "accept")
    #expect(accepted.status == 200)
    #expect(accepted.object["phase"] as? String == "secondNeeded")
    #expect(accepted.object["next"] as? String == "secondNeeded")
    #expect(accepted.object["machine"] is NSNull)
    #expect(try await fixture.next(ann).isEmpty)
    let blind = try #require(try await fixture.next(bob).first)
    #expect(blind["kind"] as? String == "blind")
    let keyed = try await fixture.decide(bob, blind, "key", first)
    #expect(keyed.object["phase"] as? String == "settled")
    #expect(keyed.object["number"] as? String == first)
    #expect(keyed.object["machine"] as? String == "same")
    #expect(keyed.object["next"] as? String == "done")
    #expect(keyed.object["answer"] as? String == "notChecked")
  }

  @Test func nobodyGetsWhatAnotherHasInHand() async throws {
    let fixture = try await ReviewFixture(
      (1...6).map { ("\($0).jpg", [MadeReading(imei: MadeHaul.imei($0))]) })
    let ann = try await fixture.station.logIn("Ann")
    let bob = try await fixture.station.logIn("Bob")
    func subjects(_ items: [[String: Any]]) -> Set<String> {
      Set(items.compactMap { $0["photo"] as? String })
    }
    let anns = try await fixture.next(ann, 4)
    let bobs = try await fixture.next(bob, 8)
    #expect(anns.count == 4 && bobs.count == 2)
    #expect(subjects(anns).isDisjoint(with: subjects(bobs)))
    // After a reload the same come again, in their order.
    let again = try await fixture.next(ann, 4)
    #expect(again.map { $0["id"] as? String } == anns.map { $0["id"] as? String })
    // Time runs out for who does nothing.
    fixture.time.pass(601)
    let later = try await fixture.next(bob, 8)
    #expect(later.count == 6)
    let late = try await fixture.decide(ann, anns[0], "key", first)
    #expect(late.status == 409 && late.problem == "itemClaimed")
  }

  @Test func manyTakersAtOnceNeverShareAnItem() async throws {
    let fixture = try await ReviewFixture(
      (1...40).map { ("\($0).jpg", [MadeReading(imei: MadeHaul.imei($0))]) })
    var people: [StationVisitor] = []
    for number in 1...8 { people.append(try await fixture.station.logIn("Person \(number)")) }
    let taken = try await withThrowingTaskGroup(of: [String].self) { group in
      for person in people {
        for _ in 0..<3 {
          group.addTask { try await fixture.next(person, 5).compactMap { $0["photo"] as? String } }
        }
      }
      var byCall: [[String]] = []
      for try await photos in group { byCall.append(photos) }
      return byCall
    }
    #expect(taken.allSatisfy { $0.count == 5 })
    // Each person has five, three times the same.
    let counts = Dictionary(taken.joined().map { ($0, 1) }, uniquingKeysWith: +)
    #expect(counts.count == 40)
    #expect(counts.values.allSatisfy { $0 == 3 })
  }

  @Test func whatIsGivenBackGoesToOthers() async throws {
    let fixture = try await ReviewFixture([("a.jpg", doubtful(first))])
    let ann = try await fixture.station.logIn("Ann")
    let bob = try await fixture.station.logIn("Bob")
    let item = try #require(try await fixture.next(ann).first)
    #expect(try await fixture.next(bob).isEmpty)
    let released = try await ann.post(
      "/api/v1/review/release", json: ["items": [item["id"] as? String ?? ""]])
    #expect(released.status == 204)
    #expect(try await fixture.next(bob).count == 1)
    let unknown = try await ann.post(
      "/api/v1/review/release", json: ["items": ["", "nothing", String(repeating: "x", count: 65)]])
    #expect(unknown.status == 204)
    _ = try await bob.send(.delete, "/api/v1/session")
    #expect(try await fixture.next(ann).count == 1)
  }

  @Test func itemsOfOthersAreNotThere() async throws {
    let fixture = try await ReviewFixture([("a.jpg", doubtful(first))])
    let ann = try await fixture.station.logIn("Ann")
    let bob = try await fixture.station.logIn("Bob")
    let item = try #require(try await fixture.next(ann).first)
    #expect(try await fixture.decide(bob, item, "key", first).status == 404)
    var stale = item
    stale["version"] = "other"
    #expect(try await fixture.decide(ann, stale, "key", first).problem == "itemMoved")
    #expect(try await fixture.decide(ann, item, "accept").problem == "keyedBlind")
    #expect(try await fixture.decide(ann, item, "key", "12").problem == "badIMEI")
    #expect(try await fixture.decide(ann, item, "key").status == 400)
    #expect(try await fixture.decide(ann, item, "dance").status == 400)
    #expect(try await fixture.decide(ann, item, "key", first).status == 200)
    #expect(try await fixture.decide(ann, item, "key", first).status == 409)
    #expect(try await fixture.station.stranger.get("/api/v1/review").status == 401)
    let many = try await ann.post("/api/v1/review/next", json: ["count": 9])
    #expect(many.problem == "badCount")
  }

  @Test func whatAnotherProcessDecidesMovesTheItem() async throws {
    let fixture = try await ReviewFixture([("a.jpg", doubtful(first))])
    let ann = try await fixture.station.logIn("Ann")
    _ = try await fixture.station.logIn("Bob")
    let item = try #require(try await fixture.next(ann).first)
    let photo = try #require(item["photo"] as? String)
    let other = first
    _ = try await fixture.station.services.desk.use { file in
      try file.decide(
        Decision(subject: ReadingSubject(photo: photo, number: .read(0)), act: .key(other)),
        person: "Bob")
    }
    let answer = try await fixture.decide(ann, item, "key", first)
    #expect(answer.problem == "itemMoved")
    let again = try #require(try await fixture.next(ann).first)
    #expect(again["version"] as? String != item["version"] as? String)
    #expect(
      try await fixture.decide(ann, again, "key", first).object["phase"] as? String == "settled")
  }

  @Test func lookingAtAnItemRenewsIt() async throws {
    let fixture = try await ReviewFixture([("a.jpg", doubtful(first))])
    let ann = try await fixture.station.logIn("Ann")
    let bob = try await fixture.station.logIn("Bob")
    let item = try #require(try await fixture.next(ann).first)
    let path = "/api/v1/review/items/\(item["id"] as? String ?? "")"
    fixture.time.pass(500)
    let again = try await ann.get(path)
    #expect(again.object["version"] as? String == item["version"] as? String)
    #expect(again.object["expiresAt"] as? String != item["expiresAt"] as? String)
    fixture.time.pass(500)
    #expect(try await fixture.next(bob).isEmpty)
    #expect(try await bob.get(path).status == 404)
    #expect(try await fixture.decide(ann, again.object, "key", first).status == 200)
    #expect(try await ann.get(path).status == 404)
  }

  @Test func newPhotosComeByThemselves() async throws {
    let fixture = try await ReviewFixture()
    let ann = try await fixture.station.logIn("Ann")
    #expect(try await fixture.next(ann).isEmpty)
    try await fixture.record([("a.jpg", doubtful(first)), ("none.jpg", [])])
    let items = try await fixture.next(ann, 8)
    #expect(items.map { $0["subject"] as? String } == ["read:0", "seen:0"])
    #expect(items[1]["crop"] is NSNull)
    let keyed = try await fixture.decide(ann, items[1], "key", second)
    #expect(keyed.object["machine"] as? String == "none")
  }

  @Test func doubtPutsOffAndSaysSoInTheLog() async throws {
    let fixture = try await ReviewFixture([
      ("a.jpg", doubtful(first)), ("b.jpg", doubtful(second)),
    ])
    let ann = try await fixture.station.logIn("Ann")
    let item = try #require(try await fixture.next(ann).first)
    let put = try await fixture.decide(ann, item, "doubt")
    #expect(put.status == 200)
    let items = try await fixture.next(ann, 2)
    #expect(items.map { $0["name"] as? String } == ["b.jpg", "a.jpg"])
    let kinds = try await fixture.station.services.desk.use { file in
      try file.events(kinds: ["review.doubt"]).map(\.entry.person)
    }
    #expect(kinds == ["Ann"])
    #expect((put.object["counts"] as? [String: Any])?["blind"] as? Int == 2)
  }

  @Test func timeOnScreenIsLogged() async throws {
    let fixture = try await ReviewFixture([("a.jpg", doubtful(first))])
    let ann = try await fixture.station.logIn("Ann")
    let item = try #require(try await fixture.next(ann).first)
    let event = try await fixture.decide(ann, item, "key", first).object["event"] as? Int
    let logged = try await fixture.station.services.desk.use { file in
      try file.events(kinds: ["review.time"]).map(\.entry)
    }
    #expect(logged.map(\.subject) == ["event:\(event ?? 0)"])
    #expect(logged.first?.details["milliseconds"] == 2_500)
  }

  @Test func openPagesAreTold() async throws {
    let fixture = try await ReviewFixture([("a.jpg", doubtful(first))])
    let events = fixture.station.services.events.listen()
    let ann = try await fixture.station.logIn("Ann")
    let item = try #require(try await fixture.next(ann).first)
    _ = try await fixture.decide(ann, item, "key", first)
    fixture.station.services.events.end()
    var told: [String] = []
    for await event in events where event.name == "review" { told.append(event.json) }
    #expect(told.count == 2)
    #expect(told.allSatisfy { $0.contains("\"blind\":1") && !$0.contains(first) })
  }

  @Test func openPagesAreToldOfNewPhotosThoughNobodyAsks() async throws {
    let fixture = try await ReviewFixture()
    let review = fixture.station.services.review
    try await review.update()
    let events = fixture.station.services.events.listen()
    try await fixture.record([("a.jpg", doubtful(first))])
    try await review.update()
    try await review.update()
    fixture.station.services.events.end()
    var told: [String] = []
    for await event in events where event.name == "review" { told.append(event.json) }
    #expect(told.count == 1)
    #expect(told.first?.contains("\"blind\":1") == true)
  }

  @Test func countsAreThePersonsOwn() async throws {
    let fixture = try await ReviewFixture([
      ("a.jpg", [.sure(first)]), ("b.jpg", doubtful(second)),
      ("c.jpg", [MadeReading(imei: MadeHaul.imei(3), isFlagged: true)]),
    ])
    let ann = try await fixture.station.logIn("Ann")
    let items = try await fixture.next(ann, 3)
    // What is flagged comes first.
    #expect(items.map { $0["name"] as? String } == ["c.jpg", "b.jpg", "a.jpg"])
    _ = try await fixture.decide(ann, items[0], "key", MadeHaul.imei(3))
    let counts = try #require(
      try await ann.get("/api/v1/review").object["counts"] as? [String: Int])
    #expect(
      counts
        == [
          "confirm": 1, "blind": 1, "settle": 0, "waitingForOthers": 1, "total": 3, "done": 1,
        ])
  }

  @Test func whatAnotherPhotoOfTheExhibitSettlesIsNotAskedAgain() async throws {
    let fixture = try await ReviewFixture([
      // Flagged: two pictures that agree are not enough.
      ("a.jpg", [MadeReading(imei: first, isFlagged: true)]),
      ("b.jpg", [MadeReading(imei: first, isFlagged: true)]), ("c.jpg", doubtful(second)),
    ])
    let ann = try await fixture.station.logIn("Ann")
    let bob = try await fixture.station.logIn("Bob")
    let items = try await fixture.next(ann, 8)
    let photos = items.compactMap { $0["photo"] as? String }
    #expect(photos.count == 3)
    _ = try await fixture.station.services.desk.use { file in
      try file.assign(
        photos.prefix(2).map { PhotoAssignment(photo: $0, exhibit: "JS/1", source: .person) },
        addingExhibits: true)
    }
    #expect(try await fixture.decide(ann, items[0], "key", first).status == 200)
    let bobs = try #require(try await fixture.next(bob).first)
    let settled = try await fixture.decide(bob, bobs, "key", first)
    #expect(settled.object["phase"] as? String == "settled")
    let left = try await fixture.next(ann, 8)
    #expect(left.map { $0["name"] as? String } == ["c.jpg"])
    // Taken back, it has to be asked again.
    _ = try await bob.post("/api/v1/review/undo", json: [:])
    let counts = try await ann.get("/api/v1/review").object["counts"] as? [String: Int]
    #expect(counts?["total"] == 3)
  }
}
