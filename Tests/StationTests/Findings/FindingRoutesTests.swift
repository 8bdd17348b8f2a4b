import CaseFile
import HTTPTypes
import Testing

@testable import Station

@Suite("Findings over HTTP")
struct FindingRoutesTests {
  private let station: StationFixture

  init() throws {
    station = try StationFixture()
  }

  private func add(_ kinds: [String]) async throws {
    _ = try await station.services.desk.use { file in
      try file.addFindings(
        kinds.map {
          CaseFinding(kind: $0, severity: "look", subjects: ["AB/1"], text: "Look: \($0)")
        })
    }
  }

  @Test func findingsAreListedAndLeaveTheListOnceSomebodyKnows() async throws {
    try await add(["sameIMEIOnExhibits", "exhibit.sameSlot", "novel\u{202E}"])
    let ann = try await station.logIn("Ann Reader")
    let list = try await ann.get("/api/v1/findings")
    let faults = InterfaceDescription.shared.faults(in: list, of: "GET", "/api/v1/findings")
    #expect(faults == [])
    #expect(
      list.items.compactMap { $0["title"] as? String } == [
        "One IMEI on two exhibits", "Two numbers for one SIM slot", #"novel\u{202E}"#,
      ])
    let id = try #require(list.items.first?["id"] as? Int)
    let events = station.services.events.listen()
    let known = try await ann.post(
      "/api/v1/findings/\(id)/acknowledge", json: ["note": "one phone, two bags"])
    #expect(known.status == 204)
    #expect(known.bytes.isEmpty)
    var iterator = events.makeAsyncIterator()
    #expect(await iterator.next()?.json == #"{"count":2}"#)
    #expect(try await ann.get("/api/v1/findings").items.count == 2)
    let all = try await ann.get("/api/v1/findings?all=true").items
    #expect(all.first?["acknowledgedBy"] as? String == "Ann Reader")
    #expect(all.first?["acknowledgedAt"] is String)
    #expect(
      try await ann.send(.post, "/api/v1/findings/\(id)/acknowledge").problem == "itemMissing")
  }

  @Test func pagesFollowOneAnother() async throws {
    try await add((0..<5).map { "kind\($0)" })
    let ann = try await station.logIn("Ann Reader")
    let first = try await ann.get("/api/v1/findings?limit=3")
    let next = try #require(first.object["next"] as? String)
    let second = try await ann.get("/api/v1/findings?limit=3&cursor=\(next)")
    #expect(second.items.compactMap { $0["kind"] as? String } == ["kind3", "kind4"])
    #expect(second.object["next"] is String == false)
  }

  @Test func thoseToBeLookedAtAndThoseWorthKnowingAreListsOfTheirOwn() async throws {
    _ = try await station.services.desk.use { file in
      try file.addFindings(
        [("pair", "note"), ("makesDiffer", "look"), ("spread", "note")].map {
          CaseFinding(kind: $0, severity: $1, subjects: [], text: $0)
        })
    }
    let ann = try await station.logIn("Ann Reader")
    func kinds(_ query: String) async throws -> [String] {
      try await ann.get("/api/v1/findings?\(query)").items.compactMap { $0["kind"] as? String }
    }
    #expect(try await kinds("severity=look") == ["makesDiffer"])
    #expect(try await kinds("severity=note") == ["pair", "spread"])
    #expect(try await kinds("") == ["pair", "makesDiffer", "spread"])
    #expect(try await ann.get("/api/v1/findings?severity=all").status == 400)
    let haul = try #require(try await ann.get("/api/v1/haul").object["findings"] as? [String: Any])
    #expect(haul["open"] as? Int == 1)
    #expect(haul["total"] as? Int == 3)
  }

  @Test func exhibitsAmongTheSubjectsAreNamed() async throws {
    _ = try await station.services.desk.use { file in
      try file.addExhibit("AB/1")
      return try file.addFindings([
        CaseFinding(
          kind: "makesDiffer", severity: "look", subjects: ["AB/1", "AB/7", "356938035643809"],
          text: "Two makes.")
      ])
    }
    let item = try #require(
      try await station.logIn("Ann Reader").get("/api/v1/findings").items.first)
    #expect(item["exhibits"] as? [String] == ["AB/1"])
    #expect((item["subjects"] as? [String])?.count == 3)
  }

  @Test func photosAreNamedAsPeopleKnowThemAndNotByThisMachinesFolders() async throws {
    let fixture = try await ReviewFixture([
      ("front.jpg", [.accepted(MadeHaul.imei(1))]), ("back.jpg", [.accepted(MadeHaul.imei(1))]),
    ])
    let photo = try #require(
      try await fixture.station.services.desk.use { try $0.photos(limit: 1) }.first?.sha256)
    let unknown = "/srv/haul.originals/ab/\(String(repeating: "c", count: 62))"
    _ = try await fixture.station.services.desk.use { file in
      try file.addFindings([
        CaseFinding(
          kind: "sameFile", severity: "look",
          subjects: ["AB/1", "/photos/front.jpg", unknown, photo],
          text: "One photo: /photos/front.jpg, \(unknown).")
      ])
    }
    let ann = try await fixture.station.logIn("Ann")
    let list = try await ann.get("/api/v1/findings")
    #expect(InterfaceDescription.shared.faults(in: list, of: "GET", "/api/v1/findings") == [])
    let item = try #require(list.items.first)
    #expect(item["photos"] as? [String] == [photo])
    #expect(
      item["subjects"] as? [String]
        == ["AB/1", "front.jpg", String(repeating: "c", count: 62), "front.jpg"])
    #expect(item["withheld"] as? Bool == false)
    #expect(!list.text.contains("/photos"))
    #expect(!list.text.contains("originals"))
  }

  @Test func numbersThatThePersonIsStillToKeyAreCovered() async throws {
    let (open, near, other) = (MadeHaul.imei(7), MadeHaul.imei(8), "490154203237518")
    let fixture = try await ReviewFixture([
      ("a.jpg", [MadeReading(imei: open)]), ("b.jpg", [.accepted(other)]),
    ])
    let grouped =
      "\(open.prefix(2))-\(open.dropFirst(2).prefix(6))-\(open.dropFirst(8).prefix(6))-9"
    _ = try await fixture.station.services.desk.use { file in
      try file.addFindings([
        CaseFinding(
          kind: "sequence", severity: "look", subjects: ["AB/1", open, near],
          text: "Serials \(open) to \(near), \(grouped), \(open.prefix(14))."),
        CaseFinding(
          kind: "pair", severity: "note", subjects: ["/photos/\(open.prefix(14)).jpg"],
          text: "Two slots."),
        CaseFinding(kind: "pair", severity: "note", subjects: [other], text: "Only \(other)."),
      ])
    }
    func told(_ text: String) -> Bool {
      let digits = text.filter { $0 != "-" && $0 != " " }
      return digits.contains(open.prefix(14)) || digits.contains(near.prefix(14))
    }
    let ann = try await fixture.station.logIn("Ann")
    let bob = try await fixture.station.logIn("Bob")
    for visitor in [ann, bob] {
      let list = try await visitor.get("/api/v1/findings")
      #expect(InterfaceDescription.shared.faults(in: list, of: "GET", "/api/v1/findings") == [])
      #expect(!told(list.text))
      #expect(list.items.map { $0["withheld"] as? Bool } == [true, true, false])
      let stars = String(repeating: "*", count: 15)
      #expect(list.items.first?["subjects"] as? [String] == ["AB/1", stars, stars])
      #expect(
        list.items.first?["text"] as? String
          == "Serials \(stars) to \(stars), **-******-******-*, \(stars.dropLast()).")
      #expect(list.items.last?["text"] as? String == "Only \(other).")
    }
    let item = try #require(try await fixture.next(ann).first)
    #expect(try await fixture.decide(ann, item, "key", open).status == 200)
    #expect(told(try await ann.get("/api/v1/findings").text))
    #expect(!told(try await bob.get("/api/v1/findings").text))
  }

  @Test func theCasesOwnRuleWithholdsTheSameNumbers() async throws {
    let fixture = try await ReviewFixture([
      ("a.jpg", [MadeReading(imei: MadeHaul.imei(7)), .accepted(MadeHaul.imei(8))]),
      ("b.jpg", [.sure(MadeHaul.imei(9))]), ("c.jpg", []),
    ])
    let services = fixture.station.services
    let ann = try await fixture.station.logIn("Ann").person
    let open: Set = [MadeHaul.imei(7), MadeHaul.imei(9)]
    #expect(try await services.review.withheldNumbers(person: ann) == open)
    #expect(try await CaseBlindWithholding(services.desk).withheldNumbers(person: ann) == open)
  }

  @Test(arguments: ["0", "-1", "x", "99999999999999999999"])
  func whatNamesNoFindingIsRefused(id: String) async throws {
    let ann = try await station.logIn("Ann Reader")
    #expect(
      try await ann.send(.post, "/api/v1/findings/\(id)/acknowledge").problem == "badParameter")
  }

  @Test func aNoteHasALimit() async throws {
    try await add(["pair"])
    let ann = try await station.logIn("Ann Reader")
    let long = String(repeating: "x", count: 1_001)
    let answer = try await ann.post("/api/v1/findings/1/acknowledge", json: ["note": long])
    #expect(answer.problem == "badMember")
  }
}
