import CaseFile
import Foundation
import Testing

@testable import Station

@Suite("Sheets of one digit")
struct SheetTests {
  private let numbers = (1...3).map { MadeHaul.imei($0) }

  private func fixture() async throws -> ReviewFixture {
    try await ReviewFixture(
      numbers.enumerated().map { ("\($0.offset).jpg", [MadeReading.sure($0.element)]) }
        + [("flagged.jpg", [MadeReading(imei: MadeHaul.imei(7), isFlagged: true, leastSure: 1)])])
  }

  private func sheet(_ visitor: StationVisitor, _ digit: Int) async throws -> (String, [String]) {
    let answer = try await visitor.get("/api/v1/review/sheets/\(digit)").object
    let glyphs = answer["glyphs"] as? [[String: Any]] ?? []
    return (answer["id"] as? String ?? "", glyphs.compactMap { $0["id"] as? String })
  }

  private func takeBack(
    _ visitor: StationVisitor, _ id: String, confirmed: [String], struck: [String] = []
  ) async throws -> StationAnswer {
    try await visitor.post(
      "/api/v1/review/sheets/\(id)",
      json: ["confirmed": confirmed, "struck": struck, "seconds": 12.5])
  }

  @Test func whoConfirmsAllFifteenDigitsHasAccepted() async throws {
    let fixture = try await fixture()
    let ann = try await fixture.station.logIn("Ann")
    let bob = try await fixture.station.logIn("Bob")
    let counts = try await ann.get("/api/v1/review/sheets").items
    #expect(counts.reduce(0) { $0 + ($1["count"] as? Int ?? 0) } == 45)
    var accepted: [String] = []
    for digit in 0...9 {
      let (id, glyphs) = try await sheet(ann, digit)
      #expect(
        glyphs.count
          == numbers.joined().filter { String($0) == String(digit) }.count)
      guard !glyphs.isEmpty else { continue }
      let answer = try await takeBack(ann, id, confirmed: glyphs)
      #expect(answer.status == 200)
      accepted += answer.object["accepted"] as? [String] ?? []
    }
    #expect(Set(accepted).count == 3)
    let photos = accepted
    let decisions = try await fixture.station.services.desk.use { file in
      try photos.flatMap { photo in
        try file.standing(of: photo).numbers.flatMap { $0.state.opinions.map(\.person) }
      }
    }
    #expect(decisions == ["Ann", "Ann", "Ann"])
    // A second person keys each blind, as after any acceptance.
    let bobs = try await fixture.next(bob, 8)
    #expect(bobs.count == 4 && bobs.allSatisfy { $0["kind"] as? String == "blind" })
    #expect(
      try await ann.get("/api/v1/review/sheets").items.allSatisfy { $0["count"] as? Int == 0 })
  }

  @Test func aStruckDigitSendsTheReadingToBlindKeying() async throws {
    let fixture = try await fixture()
    let ann = try await fixture.station.logIn("Ann")
    let (id, glyphs) = try await sheet(ann, 9)
    let struck = try #require(glyphs.first)
    let answer = try await takeBack(
      ann, id, confirmed: Array(glyphs.dropFirst()), struck: [struck])
    #expect(answer.object["struck"] as? Int == 1)
    #expect((answer.object["events"] as? [Int])?.count == 1)
    #expect(answer.object["accepted"] as? [String] == [])
    let items = try await fixture.next(ann, 8)
    #expect(items.count { $0["kind"] as? String == "blind" } == 2)
    #expect(items.count { $0["kind"] as? String == "confirm" } == 2)
    // What was confirmed is not asked again, and the struck reading is on no sheet.
    _ = try await ann.post(
      "/api/v1/review/release", json: ["items": items.compactMap { $0["id"] as? String }])
    #expect(try await sheet(ann, 9).1.isEmpty)
  }

  @Test func whatIsOnASheetIsNobodyElses() async throws {
    let fixture = try await fixture()
    let ann = try await fixture.station.logIn("Ann")
    let bob = try await fixture.station.logIn("Bob")
    let (id, glyphs) = try await sheet(ann, 3)
    #expect(try await sheet(bob, 3).1.isEmpty)
    #expect(try await fixture.next(bob, 8).count == 1)
    #expect(try await takeBack(bob, id, confirmed: glyphs).problem == "sheetUnknown")
    #expect(try await takeBack(ann, id, confirmed: ["other"]).problem == "unknownGlyph")
    let both = try await takeBack(ann, id, confirmed: glyphs, struck: glyphs)
    #expect(both.problem == "struckAndConfirmed")
    fixture.time.pass(3_601)
    #expect(try await takeBack(ann, id, confirmed: glyphs).problem == "sheetUnknown")
    #expect(try await sheet(bob, 3).1.count == glyphs.count)
    #expect(try await ann.get("/api/v1/review/sheets/12").status == 400)
    #expect(try await ann.get("/api/v1/review/sheets/3?limit=121").status == 400)
  }

  @Test func aTileTellsOneGlyphAlone() async throws {
    let fixture = try await fixture()
    let ann = try await fixture.station.logIn("Ann")
    let answer = try await ann.get("/api/v1/review/sheets/3?limit=5")
    let glyphs = try #require(answer.object["glyphs"] as? [[String: Any]])
    #expect(glyphs.count == 5)
    #expect(Set(glyphs.flatMap(\.keys)) == ["id", "crop", "box", "cropWidth", "cropHeight"])
    #expect(glyphs.allSatisfy { ($0["box"] as? [Int])?.dropFirst(2) == [18, 30] })
    #expect(numbers.allSatisfy { !answer.text.contains($0.prefix(10)) })
  }

  @Test func acceptanceBySheetIsUndoneLikeAnyOther() async throws {
    let fixture = try await ReviewFixture([("a.jpg", [.sure(numbers[0])])])
    let ann = try await fixture.station.logIn("Ann")
    for digit in 0...9 {
      let (id, glyphs) = try await sheet(ann, digit)
      if !glyphs.isEmpty { _ = try await takeBack(ann, id, confirmed: glyphs) }
    }
    #expect(try await fixture.next(ann).isEmpty)
    let undone = try await ann.post("/api/v1/review/undo", json: [:])
    #expect(undone.status == 200)
    #expect(try await fixture.next(ann).first?["kind"] as? String == "confirm")
  }
}
