import CaseFile
import Foundation
import HTTPTypes
import Testing

@testable import Station

@Suite("A haul from the first item to the last")
struct ReviewWalkTests {
  private let sure = MadeHaul.imei(21)
  private let doubtful = MadeHaul.imei(22)
  private let misread = MadeHaul.imei(23)

  private func confirmAllSheets(_ visitor: StationVisitor) async throws -> [String] {
    var accepted: [String] = []
    for digit in 0...9 {
      let sheet = try await visitor.get("/api/v1/review/sheets/\(digit)").object
      let glyphs = (sheet["glyphs"] as? [[String: Any]] ?? []).compactMap { $0["id"] as? String }
      let answer = try await visitor.post(
        "/api/v1/review/sheets/\(sheet["id"] as? String ?? "")",
        json: ["confirmed": glyphs, "struck": [], "seconds": 9])
      accepted += answer.object["accepted"] as? [String] ?? []
    }
    return accepted
  }

  @Test func threePeopleSettleAHaulAndTheCaseStaysWhole() async throws {
    let fixture = try await ReviewFixture([
      ("sure.jpg", [.sure(sure)]), ("doubtful.jpg", [MadeReading(imei: doubtful)]),
    ])
    let ann = try await fixture.station.logIn("Ann")
    let bob = try await fixture.station.logIn("Bob")
    let sam = try await fixture.station.logIn("Sam", role: .settler)

    #expect(try await confirmAllSheets(ann).count == 1)
    let anns = try #require(try await fixture.next(ann).first)
    _ = try await fixture.decide(ann, anns, "key", misread)
    // What was keyed was compared, so taken back it goes to somebody else.
    _ = try await ann.post("/api/v1/review/undo", json: [:])
    #expect(try await fixture.next(ann).isEmpty)
    let cy = try await fixture.station.logIn("Cy")
    let again = try #require(
      try await fixture.next(cy, 8).first { $0["name"] as? String == "doubtful.jpg" })
    _ = try await fixture.decide(cy, again, "key", doubtful)
    _ = try await cy.send(.delete, "/api/v1/session")

    for item in try await fixture.next(bob, 8) {
      let isSure = item["name"] as? String == "sure.jpg"
      let answer = try await fixture.decide(bob, item, "key", isSure ? sure : misread)
      #expect(answer.object["phase"] as? String == (isSure ? "settled" : "mismatch"))
    }
    #expect(try await fixture.next(ann, 8).isEmpty)

    let third = try #require(try await fixture.next(sam).first)
    _ = try await fixture.decide(sam, third, "settle", misread)
    let undone = try await sam.post("/api/v1/review/undo", json: [:])
    let second = try #require(try await fixture.next(sam).first)
    #expect(second["id"] as? String == undone.object["item"] as? String)
    let settled = try await fixture.decide(sam, second, "settle", doubtful)
    #expect(settled.object["next"] as? String == "done")

    let counts = try await sam.get("/api/v1/review").object["counts"] as? [String: Int]
    #expect(counts?["total"] == 0)
    let found = try await fixture.station.services.desk.use { file in
      (
        try file.openItems().count, try file.auditVerdict(heads: nil, key: nil).faults.count,
        try CaseConsistency(file).faults().count,
        try file.photos(limit: 9).flatMap { try file.standing(of: $0.sha256).numbers }
          .compactMap(\.state.number).sorted()
      )
    }
    #expect(found.0 == 0)
    #expect(found.1 == 0)
    #expect(found.2 == 0)
    #expect(found.3 == [sure, doubtful].sorted())
  }
}
