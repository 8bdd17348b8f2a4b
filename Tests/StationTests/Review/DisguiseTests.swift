import CaseFile
import Foundation
import Testing

@testable import Station

@Suite("A known answer in hand looks like an open number everywhere")
struct DisguiseTests {
  /// Somebody with one number in hand that is open and one whose answer is known.
  private struct Hands {
    let fixture: ReviewFixture
    let ann: StationVisitor
    let open: String
    let control: String
  }

  private func hands() async throws -> Hands {
    let open = (1...60).map { ("\($0).jpg", [MadeReading(imei: MadeHaul.imei($0))]) }
    let known = (101...110).map { ("\($0).jpg", [MadeReading.accepted(MadeHaul.imei($0))]) }
    let fixture = try await ReviewFixture(open + known)
    try await fixture.station.services.desk.use { file in
      for photo in try file.photos(limit: 100) {
        let name = String(decoding: photo.names.first ?? [], as: UTF8.self).suffix(7).dropLast(4)
        try file.assign(
          [PhotoAssignment(photo: photo.sha256, exhibit: "EX \(name)", source: .folder)],
          addingExhibits: true)
      }
    }
    let ann = try await fixture.station.logIn("Ann")
    for _ in 0..<60 {
      let items = try await fixture.next(ann, 4)
      let isControl = items.map { ($0["name"] as? String ?? "").utf8.count == 7 }
      if let place = isControl.firstIndex(of: true), let other = isControl.firstIndex(of: false) {
        return Hands(
          fixture: fixture, ann: ann, open: items[other]["photo"] as? String ?? "",
          control: items[place]["photo"] as? String ?? "")
      }
      let item = try #require(items.first)
      let name = Int((item["name"] as? String ?? "").dropLast(4)) ?? 0
      _ = try await fixture.decide(ann, item, "key", MadeHaul.imei(name))
    }
    throw Problem.unknownItem
  }

  /// An answer without what differs from photo to photo.
  private func bare(_ object: [String: Any]?) throws -> String {
    var object = object ?? [:]
    for key in ["sha256", "name", "names", "exhibits", "recordedAt", "assignments", "reference"] {
      object[key] = nil
    }
    if var result = object["result"] as? [String: Any] {
      for key in ["file", "sha256"] { result[key] = nil }
      object["result"] = result
    }
    let data = try JSONSerialization.data(withJSONObject: object, options: .sortedKeys)
    return String(decoding: data, as: UTF8.self).replacing(/[0-9a-f]{64}/, with: "")
  }

  @Test func listsPagesExhibitsAndUploadsTellThemNotApart() async throws {
    let hands = try await hands()
    let list = try await hands.ann.get("/api/v1/photos?limit=500").items
    func item(_ sha: String) -> [String: Any]? { list.first { $0["sha256"] as? String == sha } }
    #expect(try bare(item(hands.control)) == bare(item(hands.open)))
    func page(_ path: String) async throws -> String {
      let answer = try await hands.ann.get("/api/v1/\(path)")
      #expect(answer.status == 200)
      return try bare(answer.object)
    }
    #expect(
      try await page("photos/\(hands.control)") == page("photos/\(hands.open)"))
    #expect(
      try await page("decisions?photo=\(hands.control)")
        == page("decisions?photo=\(hands.open)"))
    let exhibits = try await hands.ann.get("/api/v1/exhibits?limit=500").items
    func exhibit(_ sha: String) -> [String: Any]? {
      let reference = (item(sha)?["exhibits"] as? [String])?.first
      return exhibits.first { $0["reference"] as? String == reference }
    }
    #expect(try bare(exhibit(hands.control)) == bare(exhibit(hands.open)))
  }

  @Test func filtersTellThemNotApart() async throws {
    let hands = try await hands()
    for query in [
      "photos?status=accepted", "photos?status=review", "photos?flagged=true",
      "exhibits?state=unresolved", "exhibits?state=notFlagged", "exhibits?state=flagged",
    ] {
      let text = try await hands.ann.get("/api/v1/\(query)&limit=500").text
      #expect(text.contains(hands.control) == text.contains(hands.open), "\(query)")
    }
    // Another person's lists are as they were.
    let bob = try await hands.fixture.station.logIn("Bob")
    let accepted = try await bob.get("/api/v1/photos?status=accepted&limit=500").text
    #expect(accepted.contains(hands.control))
  }

  @Test func whatEverybodyHearsTellsThemNotApart() async throws {
    let hands = try await hands()
    _ = try await hands.fixture.station.services.desk.use { try $0.addExhibit("AB/1") }
    let events = hands.fixture.station.services.events.listen()
    for photo in [hands.control, hands.open] {
      _ = try await hands.ann.post("/api/v1/photos/\(photo)/exhibit", json: ["exhibit": "AB/1"])
    }
    hands.fixture.station.services.events.end()
    var told: [String] = []
    for await event in events where event.name == "photo" {
      told.append(event.json.replacing(/[0-9a-f]{64}/, with: ""))
    }
    #expect(told.count == 2)
    #expect(told.first == told.last)
  }

  @Test func takingTheAnswerBackIsTheSameForBoth() async throws {
    let hands = try await hands()
    var undone: [String] = []
    for _ in 0..<2 {
      let items = try await hands.fixture.next(hands.ann, 4)
      let item = try #require(
        items.first { $0["photo"] as? String == (undone.isEmpty ? hands.control : hands.open) })
      _ = try await hands.fixture.decide(hands.ann, item, "key", MadeHaul.imei(999))
      let answer = try await hands.ann.post("/api/v1/review/undo", json: [:])
      #expect(answer.status == 200)
      undone.append(answer.object["item"] is NSNull ? "gone" : "there")
    }
    #expect(undone == ["gone", "gone"])
  }

  @Test func theNumberOfWithheldOnesGrowsByNoItemThatIsHandedOutForReal() async throws {
    let fixture = try await ReviewFixture([("a.jpg", [MadeReading(imei: MadeHaul.imei(1))])])
    let ann = try await fixture.station.logIn("Ann")
    let review = fixture.station.services.review
    #expect(try await review.withheldCount(person: "Ann") == 1)
    _ = try await fixture.next(ann)
    #expect(try await review.withheldCount(person: "Ann") == 1)
  }
}
