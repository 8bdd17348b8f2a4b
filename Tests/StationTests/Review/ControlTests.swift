import BlockList
import CaseFile
import Foundation
import Testing

@testable import Station

@Suite("Numbers whose answers are known")
struct ControlTests {
  /// Sixty numbers to key, and ten that the machine accepted.
  private func fixture() async throws -> ReviewFixture {
    let open = (1...60).map { ("\($0).jpg", [MadeReading(imei: MadeHaul.imei($0))]) }
    let known = (101...110).map { ("\($0).jpg", [MadeReading.accepted(MadeHaul.imei($0))]) }
    return try await ReviewFixture(open + known)
  }

  private func number(_ item: [String: Any]) -> String {
    let name = item["name"] as? String ?? ""
    return MadeHaul.imei(Int(name.dropLast(4)) ?? 0)
  }

  private func isControl(_ item: [String: Any]) -> Bool {
    (item["name"] as? String ?? "").utf8.count == 7
  }

  private func shape(_ object: [String: Any]) -> [String] {
    object.map {
      "\($0.key):\($0.value is NSNull ? "null" : String(describing: type(of: $0.value)))"
    }
    .sorted()
  }

  @Test func oneComesAfterTwentyAtTheEarliestAndLooksLikeAnyOther() async throws {
    let fixture = try await fixture()
    let ann = try await fixture.station.logIn("Ann")
    var controls: [Int] = []
    var shapes: Set<[String]> = []
    var answers: Set<[String]> = []
    var left: [Int] = []
    for index in 0..<70 {
      guard let item = try await fixture.next(ann).first else { break }
      if isControl(item) { controls.append(index) }
      shapes.insert(shape(item))
      let answer = try await fixture.decide(ann, item, "key", number(item))
      #expect(answer.status == 200)
      answers.insert(shape(answer.object))
      #expect(answer.object["phase"] as? String == "secondNeeded")
      #expect(answer.object["machine"] as? String == "same")
      let counts = answer.object["counts"] as? [String: Int] ?? [:]
      left.append(counts["waitingForOthers"] ?? 0)
      #expect(counts["done"] == index + 1)
    }
    let first = try #require(controls.first)
    #expect(first >= 20)
    #expect((1...2).contains(controls.count))
    #expect(shapes.count == 1)
    #expect(answers.count == 1)
    // What waits for others grows by one each time, whatever it was.
    #expect(zip(left, left.dropFirst()).allSatisfy { $1 == $0 + 1 })
    let tally = try await fixture.station.services.desk.use { try $0.controlTally() }
    #expect(tally.map(\.answered) == [controls.count])
    #expect(tally.map(\.differing) == [0])
  }

  @Test func anErrorIsCountedAndNotTold() async throws {
    let fixture = try await fixture()
    let ann = try await fixture.station.logIn("Ann")
    var real: StationAnswer?
    while let item = try await fixture.next(ann).first {
      let answer = try await fixture.decide(ann, item, "key", MadeHaul.imei(999))
      #expect(answer.object["machine"] as? String == "differs")
      guard isControl(item) else {
        real = answer
        continue
      }
      #expect(shape(answer.object) == shape(try #require(real).object))
      break
    }
    let overview = try await ann.get("/api/v1/review").object
    #expect(overview["controls"] as? [String: Int] == ["answered": 1, "differing": 1])
    // The case is as it was: a control decides nothing.
    let decisions = try await fixture.station.services.desk.use { file in
      try file.events().count { $0.entry.kind == "decision.key" }
    }
    #expect(decisions < 60)
  }

  @Test func itsPhotoIsWithheldWhileItIsInHandAndItIsAnsweredOnce() async throws {
    let fixture = try await fixture()
    let ann = try await fixture.station.logIn("Ann")
    let review = fixture.station.services.review
    while let item = try await fixture.next(ann).first {
      let photo = try #require(item["photo"] as? String)
      #expect(try await review.isWithheld(photo: photo, person: "Ann"))
      if isControl(item) {
        #expect(try await !review.isWithheld(photo: photo, person: "Bob"))
        let detail = try await ann.get("/api/v1/photos/\(photo)")
        #expect(!detail.text.contains(number(item)))
        _ = try await fixture.decide(ann, item, "key", MadeHaul.imei(999))
        let undone = try await ann.post("/api/v1/review/undo", json: [:])
        #expect(undone.status == 200)
        #expect(undone.object["item"] is NSNull)
        let again = try await fixture.next(ann).first
        #expect(again?["photo"] as? String != photo)
        #expect(try await fixture.decide(ann, item, "key", number(item)).status == 409)
        break
      }
      _ = try await fixture.decide(ann, item, "key", number(item))
    }
    // The first answer counts.
    let tally = try await fixture.station.services.desk.use { try $0.controlTally() }
    #expect(tally.map { [$0.answered, $0.differing] } == [[1, 1]])
  }
}
