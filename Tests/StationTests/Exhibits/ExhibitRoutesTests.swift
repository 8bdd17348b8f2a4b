import CaseFile
import Foundation
import HTTPTypes
import Testing

@testable import Station

@Suite("Exhibits over HTTP")
struct ExhibitRoutesTests {
  private let station: StationFixture

  init() throws {
    station = try StationFixture()
  }

  private func faults(_ answer: StationAnswer, _ method: String, _ path: String) -> [String] {
    InterfaceDescription.shared.faults(in: answer, of: method, "/api/v1/\(path)")
  }

  private func json(_ text: String) -> [UInt8] { Array(text.utf8) }

  @Test func anExhibitIsAddedChangedAndSealed() async throws {
    let ann = try await station.logIn("Ann Reader")
    let added = try await ann.post(
      "/api/v1/exhibits",
      json: ["reference": "AB/1", "description": "phone, black", "seal": "M79068019"])
    #expect(added.status == 201)
    #expect(faults(added, "POST", "exhibits") == [])
    #expect(added.headers[.location] == "/api/v1/exhibits/AB%2F1")
    let changed = try await ann.send(
      .patch, "/api/v1/exhibits/AB%2F1", [.contentType: "application/json"],
      json(#"{"foundBy":"PC 4417","description":null}"#))
    #expect(changed.status == 200)
    #expect(faults(changed, "PATCH", "exhibits/{reference}") == [])
    #expect(changed.object["foundBy"] as? String == "PC 4417")
    #expect(changed.object["description"] is NSNull)
    let sealed = try await ann.post(
      "/api/v1/exhibits/ab1/seals", json: ["number": "M79068020", "appliedAt": "2026-11-21T09:00Z"])
    #expect(sealed.status == 201)
    #expect(faults(sealed, "POST", "exhibits/{reference}/seals") == [])
    #expect(sealed.object["seal"] as? String == "M79068020")
    #expect((sealed.object["seals"] as? [Any])?.count == 2)
    let people = try await station.services.desk.use { try $0.events().map(\.entry) }
      .filter { $0.kind.hasPrefix("exhibit.") && $0.act == .alteration }.map(\.person)
    #expect(people == Array(repeating: "Ann Reader", count: 4))
  }

  @Test func whatIsThereAlreadyOrCannotBeIsRefused() async throws {
    let ann = try await station.logIn("Ann Reader")
    _ = try await ann.post("/api/v1/exhibits", json: ["reference": "AB/1"])
    #expect(
      try await ann.post("/api/v1/exhibits", json: ["reference": "ab 1"]).problem
        == "exhibitExists")
    #expect(
      try await ann.post("/api/v1/exhibits", json: ["reference": "/ /"]).problem == "badValue")
    #expect(
      try await ann.post("/api/v1/exhibits", json: ["reference": "AB/2", "colour": "black"]).problem
        == "unknownMember")
    let badSeal = try await ann.post(
      "/api/v1/exhibits", json: ["reference": "AB/3", "seal": "  "])
    #expect(badSeal.problem == "badMember")
    #expect(try await ann.get("/api/v1/exhibits/AB%2F3").problem == "exhibitMissing")
    for path in ["/api/v1/exhibits/AB%2F9", "/api/v1/exhibits/%3Cscript%3E"] {
      let answer = try await ann.get(path)
      #expect(answer.problem == "exhibitMissing")
      #expect(faults(answer, "GET", "exhibits/{reference}") == [])
    }
    for reference in ["%00", "%0A", "%FF%FE", String(repeating: "A", count: 81)] {
      let answer = try await ann.get("/api/v1/exhibits/\(reference)")
      #expect(answer.problem == "badParameter", "\(reference)")
    }
    let empty = try await ann.send(
      .patch, "/api/v1/exhibits/AB1", [.contentType: "application/json"], json("{}"))
    #expect(empty.problem == "nothingToChange")
    _ = try await ann.post("/api/v1/exhibits", json: ["reference": "AB/1/1", "parent": "AB/1"])
    let circle = try await ann.send(
      .patch, "/api/v1/exhibits/AB1", [.contentType: "application/json"],
      json(#"{"parent":"AB/1/1"}"#))
    #expect(circle.problem == "partOfItself")
    #expect(faults(circle, "PATCH", "exhibits/{reference}") == [])
    let orphan = try await ann.send(
      .patch, "/api/v1/exhibits/AB1", [.contentType: "application/json"],
      json(#"{"parent":"AB/77"}"#))
    #expect(orphan.status == 409 && orphan.problem == "parentMissing")
    let born = try await ann.post(
      "/api/v1/exhibits", json: ["reference": "AB/78", "parent": "AB/77"])
    #expect(born.status == 409 && born.problem == "parentMissing")
    #expect(try await ann.get("/api/v1/exhibits/AB%2F78").status == 404)
    let broken = try await ann.send(
      .patch, "/api/v1/exhibits/AB1", [.contentType: "application/json"],
      json(#"{"description":"phone\n"}"#))
    #expect(broken.status == 400 && broken.problem == "badMember")
  }

  @Test func statesAddUpWithTheListsTheyFilter() async throws {
    try await SeizedPhoto(name: "a.gif", exhibit: "AB/1").seize(station)
    try await SeizedPhoto(
      name: "b.gif", imei: "490154203237518", isAccepted: false, isFlagged: true,
      bytes: SeizedPhoto.gif + [1], exhibit: "AB/2"
    ).seize(station)
    _ = try await station.services.desk.use { try $0.addExhibit("AB/3") }
    let ann = try await station.logIn("Ann Reader")
    func references(_ query: String) async throws -> [String] {
      let answer = try await ann.get("/api/v1/exhibits?\(query)")
      #expect(faults(answer, "GET", "exhibits") == [])
      return answer.items.compactMap { $0["reference"] as? String }
    }
    #expect(try await references("") == ["AB/1", "AB/2", "AB/3"])
    #expect(try await references("state=notFlagged") == ["AB/1"])
    #expect(try await references("state=flagged") == [])
    #expect(try await references("state=unresolved") == ["AB/2", "AB/3"])
    let first = try await ann.get("/api/v1/exhibits?limit=2")
    let next = try #require(first.object["next"] as? String)
    #expect(try await references("limit=2&cursor=\(next)") == ["AB/3"])
  }

  @Test func aNumberThatIsToBeKeyedBlindIsNotToldByItsExhibit() async throws {
    try await SeizedPhoto(isAccepted: false, exhibit: "AB/1").seize(station)
    let ann = try await station.logIn("Ann Reader")
    for path in ["/api/v1/exhibits", "/api/v1/exhibits/AB%2F1"] {
      let answer = try await ann.get(path)
      #expect(answer.status == 200)
      #expect(answer.text.contains(#""withheld":true"#))
      #expect(!answer.text.contains("356938035643809"), "\(path)")
    }
  }

  @Test func anExhibitIsToldWithItsPhotosAndHistory() async throws {
    let sha = try await SeizedPhoto(exhibit: "AB/1").seize(station)
    let ann = try await station.logIn("Ann Reader")
    let answer = try await ann.get("/api/v1/exhibits/AB%2F1")
    #expect(faults(answer, "GET", "exhibits/{reference}") == [])
    let photos = try #require(answer.object["photos"] as? [[String: Any]])
    #expect(photos.compactMap { $0["sha256"] as? String } == [sha])
    let history = try #require(answer.object["history"] as? [[String: Any]])
    #expect(history.first?["kind"] as? String == "exhibit.add")
    let looks = try await station.services.desk.use { try $0.events(kinds: ["exhibit.look"]) }
    #expect(looks.map(\.entry.subject) == ["exhibit:AB/1"])
  }
}
