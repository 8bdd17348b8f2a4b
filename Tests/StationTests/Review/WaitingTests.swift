import CaseFile
import Foundation
import Testing

@testable import Station

@Suite("What waits for others says for whom")
struct WaitingTests {
  private let number = MadeHaul.imei(1)
  private let wrong = MadeHaul.imei(2)

  private func fixture() async throws -> ReviewFixture {
    try await ReviewFixture([("a.jpg", [MadeReading(imei: number)])])
  }

  private func photo(_ fixture: ReviewFixture) async throws -> String {
    try #require(
      try await fixture.station.services.desk.use { try $0.photos(limit: 1).first?.sha256 })
  }

  private func waiting(_ person: StationVisitor) async throws -> [[String: Any]] {
    let answer = try await person.get("/api/v1/review")
    #expect(
      InterfaceDescription.shared.faults(in: answer, of: "GET", "/api/v1/review") == [])
    let waiting = answer.object["waiting"] as? [[String: Any]] ?? []
    let counts = answer.object["counts"] as? [String: Int] ?? [:]
    #expect(waiting.reduce(0) { $0 + ($1["numbers"] as? Int ?? 0) } == counts["waitingForOthers"])
    return waiting
  }

  @Test func aTeamOfTwoIsToldThatAThirdIsNeeded() async throws {
    let fixture = try await fixture()
    let path = "/api/v1/photos/\(try await photo(fixture))?reveal=true"
    let ann = try await fixture.station.logIn("Ann")
    let bob = try await fixture.station.logIn("Bob")
    _ = try await ann.get(path)
    var told = try #require(try await waiting(ann).first)
    #expect(told["kind"] as? String == "blind")
    #expect(told["people"] as? [String] == ["Ann"])
    #expect(told["withoutReader"] as? Int == 0)
    #expect(try await waiting(bob).isEmpty)
    _ = try await bob.get(path)
    told = try #require(try await waiting(bob).first)
    #expect(told["numbers"] as? Int == 1)
    #expect(told["people"] as? [String] == ["Ann", "Bob"])
    #expect(told["withoutReader"] as? Int == 1)
    // Nobody is let in by that: the rule stays.
    #expect(try await fixture.next(ann, 8).isEmpty)
    #expect(try await fixture.next(bob, 8).isEmpty)
    _ = try await fixture.station.logIn("Cy")
    #expect(try await waiting(bob).first?["withoutReader"] as? Int == 0)
  }

  @Test func aMismatchWaitsForWhoMaySettle() async throws {
    let fixture = try await fixture()
    let ann = try await fixture.station.logIn("Ann")
    let bob = try await fixture.station.logIn("Bob", role: .settler)
    for (person, digits) in [(ann, number), (bob, wrong)] {
      let item = try #require(try await fixture.next(person).first)
      _ = try await fixture.decide(person, item, "key", digits)
    }
    let told = try #require(try await waiting(bob).first)
    #expect(told["kind"] as? String == "settle")
    #expect(told["people"] as? [String] == ["Ann", "Bob"])
    #expect(told["withoutReader"] as? Int == 1)
    #expect(told["openEyes"] as? Int == 0)
  }

  @Test func theOfficerInChargeDecidesWithOpenEyesWhatTheOtherKeyedBlind() async throws {
    let fixture = try await fixture()
    let sha = try await photo(fixture)
    let ann = try await fixture.station.logIn("Ann")
    let chief = try await fixture.station.logIn("Chief", role: .officerInCharge)
    let path = "/api/v1/photos/\(sha)"
    func openEyes(_ person: StationVisitor) async throws -> Bool? {
      let standing = try await person.get(path).object["standing"] as? [[String: Any]]
      return standing?.first?["openEyes"] as? Bool
    }
    #expect(try await openEyes(chief) == false)
    _ = try await chief.get("\(path)?reveal=true")
    let item = try #require(try await fixture.next(ann).first)
    _ = try await fixture.decide(ann, item, "key", number)
    let told = try #require(try await waiting(chief).first)
    #expect(told["openEyes"] as? Int == 1)
    #expect(told["photos"] as? [String] == [sha])
    #expect(try await openEyes(chief) == true)
    #expect(try await openEyes(ann) == false)
    let decided = try await chief.post(
      "\(path)/decisions", json: ["number": "read:0", "act": "accept"])
    #expect(decided.object["phase"] as? String == "settled")
    // It is on record as what it is.
    let opinions = try await fixture.station.services.desk.use { file in
      try file.standing(of: sha).numbers.flatMap(\.state.opinions)
    }
    #expect(opinions.map(\.isBlind) == [true, false])
  }

  @Test func openEyesTwiceSettleNothing() async throws {
    let fixture = try await fixture()
    let sha = try await photo(fixture)
    let ann = try await fixture.station.logIn("Ann", role: .officerInCharge)
    let bob = try await fixture.station.logIn("Bob", role: .officerInCharge)
    let path = "/api/v1/photos/\(sha)"
    for person in [ann, bob] { _ = try await person.get("\(path)?reveal=true") }
    let body = ["number": "read:0", "act": "accept"]
    #expect(try await ann.post("\(path)/decisions", json: body).status == 201)
    #expect(try await bob.post("\(path)/decisions", json: body).problem == "decisionRefused")
    let told = try #require(try await waiting(bob).first)
    #expect(told["openEyes"] as? Int == 0)
    #expect(told["withoutReader"] as? Int == 1)
  }

  @Test func aReaderIsNotOfferedToDecideWithOpenEyes() async throws {
    let fixture = try await fixture()
    let sha = try await photo(fixture)
    let ann = try await fixture.station.logIn("Ann")
    _ = try await ann.get("/api/v1/photos/\(sha)?reveal=true")
    #expect(try await waiting(ann).first?["openEyes"] as? Int == 0)
  }
}
