import CaseFile
import Foundation
import HTTPTypes
import Testing

@testable import Station

@Suite("No name tells a number that is withheld")
struct WithheldNameTests {
  private static let number = MadeHaul.imei(4_711)

  private static var grouped: String {
    "\(number.prefix(2))-\(number.dropFirst(2).prefix(6))-\(number.dropFirst(8).prefix(6))-\(number.suffix(1))"
  }

  /// Names as cameras' users and folders give them.
  static let names = [
    "IMG_\(number).jpg", "\(grouped) back.jpg", "x \(number.dropFirst(5).prefix(8)).jpg",
    number.map { String($0) }.joined(separator: "_") + ".jpg",
    grouped.replacing("-", with: " -- ") + ".jpg",
  ]

  /// Whether an answer holds six digits of the number in a row, whatever stands between them.
  private func tells(_ text: String) -> Bool {
    let digits = String(
      text.replacing(/[0-9a-f]{64}/, with: "").replacing(/\d{4}-\d\d-\d\dT[0-9:.]+Z/, with: "")
        .filter { !" -_./~".contains($0) })
    let number = Array(Self.number)
    return (0...9).contains { digits.contains(String(number[$0..<($0 + 6)])) }
  }

  private func fixture(_ name: String) async throws -> (ReviewFixture, String) {
    let fixture = try await ReviewFixture([(name, [MadeReading(imei: Self.number)])])
    let sha = try await fixture.station.services.desk.use { file in
      let sha = try file.photos(limit: 1).first?.sha256 ?? ""
      try file.assign(
        [
          PhotoAssignment(
            photo: sha, exhibit: "JS \(Self.grouped)", source: .folder, detail: name)
        ], addingExhibits: true)
      try file.addOperator(name: "Eve", role: .reader)
      _ = try file.recordUploads(
        [NewUpload(name: Array(name.utf8), sha256: sha, size: 3)], person: "Eve")
      try file.addFindings([
        CaseFinding(
          kind: "sameFile", severity: "look", subjects: ["/photos/\(name)", sha],
          text: "One photo: /photos/\(name).")
      ])
      return sha
    }
    return (fixture, sha)
  }

  @Test(arguments: names)
  func neitherListsNorPagesNorTheLogShowIt(name: String) async throws {
    let (fixture, sha) = try await fixture(name)
    let ann = try await fixture.station.logIn("Ann")
    let exhibit = "JS%20\(Self.grouped)"
    for path in [
      "photos", "photos/\(sha)", "exhibits", "exhibits/\(exhibit)", "uploads", "findings",
      "audit", "decisions?photo=\(sha)", "search?digits=\(Self.number)", "review",
    ] {
      let answer = try await ann.get("/api/v1/\(path)")
      #expect(answer.status == 200, "\(path)")
      #expect(!tells(answer.text), "\(path): \(answer.text)")
    }
    // Who is told by name sees the names.
    _ = try await ann.get("/api/v1/photos/\(sha)?reveal=true")
    #expect(tells(try await ann.get("/api/v1/photos").text))
  }

  @Test func filteringByNameConfirmsNothing() async throws {
    let (fixture, _) = try await fixture("IMG_\(Self.number).jpg")
    let ann = try await fixture.station.logIn("Ann")
    func count(_ text: String) async throws -> Int {
      try await ann.get("/api/v1/photos?name=\(text)").items.count
    }
    #expect(try await count("img_") == 1)
    #expect(try await count("\(Self.number.prefix(3))") == 0)
    #expect(try await count("\(Self.number)") == 0)
  }

  @Test func noEventTellsIt() async throws {
    let (fixture, sha) = try await fixture("IMG_\(Self.number).jpg")
    let ann = try await fixture.station.logIn("Ann")
    let events = fixture.station.services.events.listen()
    _ = try await fixture.station.services.desk.use { try $0.addExhibit("AB/1") }
    let assigned = try await ann.post("/api/v1/photos/\(sha)/exhibit", json: ["exhibit": "AB/1"])
    #expect(assigned.status == 200)
    fixture.station.services.events.end()
    var told: [String] = []
    for await event in events { told.append(event.json) }
    #expect(told.contains { $0.contains(sha) })
    #expect(!told.contains { tells($0) })
  }

  @Test func foldersOfThisMachineAreNobodysBusiness() async throws {
    let fixture = try await ReviewFixture([("a.jpg", [.accepted(Self.number)])])
    let ann = try await fixture.station.logIn("Ann")
    let item = try #require(try await ann.get("/api/v1/photos").items.first)
    #expect(item["names"] as? [String] == ["a.jpg"])
    let detail = try await ann.get("/api/v1/photos/\(item["sha256"] as? String ?? "")").object
    #expect((detail["result"] as? [String: Any])?["file"] as? String == "a.jpg")
  }
}
