import CaseFile
import Foundation
import Testing

@testable import Station

@Suite("Nothing tells what is keyed blind")
struct BlindnessTests {
  private let number = MadeHaul.imei(4_711)

  /// Whether a text tells the number, or much of it, however it is grouped.
  private func tells(_ text: String, of number: String) -> Bool {
    let digits = String(text.filter(\.isNumber))
    let spread = text.replacing("-", with: "")
    return [text, digits, spread].contains { $0.contains(number.prefix(14)) }
      || text.contains(number.dropFirst(8).prefix(6)) || text.contains(number.prefix(8))
  }

  @Test func aBlindItemTellsNoDigit() async throws {
    let fixture = try await ReviewFixture([
      ("\(number).jpg", [MadeReading(imei: number, reasons: ["Reads like \(number)."])]),
      ("x \(number.prefix(9)).jpg", [MadeReading(imei: number, isFlagged: true)]),
    ])
    let ann = try await fixture.station.logIn("Ann")
    let answer = try await ann.post("/api/v1/review/next", json: ["count": 8])
    #expect(answer.items.count == 2)
    #expect(answer.items.allSatisfy { $0["kind"] as? String == "blind" })
    for item in answer.items {
      var shown = item
      // The photo's own digest is digits by chance.
      let photo = try #require(shown.removeValue(forKey: "photo") as? String)
      let text = String(
        decoding: try JSONSerialization.data(withJSONObject: shown), as: UTF8.self
      ).replacing(photo, with: "")
      #expect(!tells(text, of: number))
      #expect(item["reasons"] as? [String] == [])
      #expect(item["sources"] as? [String] == [])
      #expect(item["checkDigit"] is NSNull)
    }
  }

  @Test func noOtherAnswerTellsItEither() async throws {
    let fixture = try await ReviewFixture([("a.jpg", [MadeReading(imei: number, isFlagged: true)])])
    let ann = try await fixture.station.logIn("Ann")
    let bob = try await fixture.station.logIn("Bob")
    let item = try #require(try await fixture.next(ann).first)
    let photo = try #require(item["photo"] as? String)
    let paths = [
      "photos/\(photo)", "photos", "decisions?photo=\(photo)", "review", "review/sheets",
      "exhibits", "haul", "audit", "search?digits=\(number.suffix(6))&end=true",
    ]
    func look(_ person: StationVisitor) async throws {
      for path in paths {
        let answer = try await person.get("/api/v1/\(path)")
        let text = answer.text.replacing(photo, with: "")
        #expect(!tells(text, of: number), "\(path)")
      }
    }
    try await look(ann)
    try await look(bob)
    _ = try await fixture.decide(ann, item, "key", number)
    // The second reader sees no more than the first did.
    try await look(bob)
    let bobs = try await bob.post("/api/v1/review/next", json: ["count": 8])
    #expect(bobs.items.count == 1)
    #expect(!tells(bobs.text.replacing(photo, with: ""), of: number))
  }

  @Test func whatIsKeyedIsComparedOnlyThen() async throws {
    let fixture = try await ReviewFixture([("a.jpg", [MadeReading(imei: number)])])
    let ann = try await fixture.station.logIn("Ann")
    let item = try #require(try await fixture.next(ann).first)
    let keyed = try await fixture.decide(ann, item, "key", MadeHaul.imei(9))
    #expect(keyed.object["machine"] as? String == "differs")
    #expect(!keyed.text.contains(number))
  }
}
