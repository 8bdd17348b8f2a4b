import CaseFile
import Foundation
import Testing

@testable import Station

@Suite("A search confirms no withheld digit")
struct WithheldSearchTests {
  private let open = MadeHaul.imei(1)
  private let known = (2...6).map { MadeHaul.imei($0) }

  private func fixture() async throws -> ReviewFixture {
    // The open one sorts first: whatever is cut off must not show that it is there.
    try await ReviewFixture(
      [("open.jpg", [MadeReading(imei: open)])]
        + known.map { ("\($0.suffix(3)).jpg", [.accepted($0)]) })
  }

  @Test func nothingDependsOnTheWithheldDigits() async throws {
    let fixture = try await fixture()
    let ann = try await fixture.station.logIn("Ann")
    for length in 3...15 {
      let right = try await ann.get("/api/v1/search?digits=\(open.prefix(length))&limit=5")
      #expect(!right.items.contains { $0["number"] as? String == open })
      #expect(right.object["withheld"] as? Int == 1)
      // The last digit another one, as somebody who tries digit after digit would have it.
      let digit = open.prefix(length).last == "9" ? "8" : "9"
      let other = try await ann.get(
        "/api/v1/search?digits=\(open.prefix(length - 1))\(digit)&limit=5")
      #expect(other.object["withheld"] as? Int == 1)
    }
    let ends = try await ann.get("/api/v1/search?digits=\(open.suffix(6))&end=true")
    #expect(ends.items.isEmpty)
    #expect(ends.object["withheld"] as? Int == 1)
    let faults = InterfaceDescription.shared.faults(in: ends, of: "GET", "/api/v1/search")
    #expect(faults == [])
  }

  @Test func aShortListIsNoSignOfIt() async throws {
    let fixture = try await fixture()
    let ann = try await fixture.station.logIn("Ann")
    for limit in 1...5 {
      let found = try await ann.get("/api/v1/search?digits=35693803&limit=\(limit)")
      #expect(found.items.count == limit)
    }
  }

  @Test func theLogOfSearchesTellsNothingEither() async throws {
    let fixture = try await fixture()
    let ann = try await fixture.station.logIn("Ann")
    _ = try await ann.get("/api/v1/search?digits=\(open)")
    let matches = try await fixture.station.services.desk.use { file in
      try file.events(kinds: ["numbers.search"]).map { $0.entry.details["matches"] }
    }
    #expect(matches == [.integer(0)])
  }

  @Test func whoHasKeyedItFindsIt() async throws {
    let fixture = try await fixture()
    let ann = try await fixture.station.logIn("Ann")
    let item = try #require(try await fixture.next(ann).first)
    _ = try await fixture.decide(ann, item, "key", open)
    let found = try await ann.get("/api/v1/search?digits=\(open)")
    #expect(!found.items.isEmpty)
    #expect(found.object["withheld"] as? Int == 0)
  }
}
