import CaseFile
import Foundation
import Testing

@testable import Station

@Suite("Photos")
struct PhotoRoutesTests {
  private let station: StationFixture
  private let description = InterfaceDescription.shared

  init() throws {
    station = try StationFixture()
  }

  private func fault(_ answer: StationAnswer, _ method: String, _ path: String) -> [String] {
    description.faults(in: answer, of: method, "/api/v1/\(path)")
  }

  @Test func nobodyIsToldWithoutLoggingIn() async throws {
    let sha = try await SeizedPhoto().seize(station)
    for path in ["photos", "photos/\(sha)", "photos/\(sha)/image", "photos/\(sha)/crops/0"] {
      let answer = try await station.stranger.get("/api/v1/\(path)")
      #expect(answer.status == 401)
    }
  }

  @Test func pagesFollowOneAnotherAndHoldEveryPhotoOnce() async throws {
    for index in 0..<5 {
      try await SeizedPhoto(
        name: "\(index).gif", imei: nil, bytes: SeizedPhoto.gif + [UInt8(index)]
      ).seize(station)
    }
    let ann = try await station.logIn("Ann Reader")
    var names: [String] = []
    var path = "/api/v1/photos?limit=2"
    while true {
      let answer = try await ann.get(path)
      #expect(fault(answer, "GET", "photos") == [])
      #expect(answer.items.count <= 2)
      names += answer.items.compactMap { $0["name"] as? String }
      guard let next = answer.object["next"] as? String else { break }
      path = "/api/v1/photos?limit=2&cursor=\(next)"
    }
    #expect(names == (0..<5).map { "\($0).gif" })
  }

  @Test func filtersLeaveOutWhatDoesNotFit() async throws {
    try await SeizedPhoto(name: "one.gif", exhibit: "AB/1").seize(station)
    try await SeizedPhoto(
      name: "two.gif", isAccepted: false, isFlagged: true, bytes: SeizedPhoto.gif + [1]
    ).seize(station)
    let ann = try await station.logIn("Ann Reader")
    func names(_ query: String) async throws -> [String] {
      try await ann.get("/api/v1/photos?\(query)").items.compactMap { $0["name"] as? String }
    }
    #expect(try await names("status=review") == ["two.gif"])
    #expect(try await names("status=accepted") == ["one.gif"])
    #expect(try await names("flagged=true") == ["two.gif"])
    #expect(try await names("exhibit=ab1") == ["one.gif"])
    #expect(try await names("withoutExhibit=true") == ["two.gif"])
    #expect(try await names("name=TWO") == ["two.gif"])
    #expect(try await names("duplicates=true") == [])
    #expect(try await ann.get("/api/v1/photos?status=fine").problem == "badParameter")
  }

  @Test func aPhotoIsToldWithResultStandingAndHistory() async throws {
    let sha = try await SeizedPhoto(exhibit: "AB/1").seize(station)
    let ann = try await station.logIn("Ann Reader")
    let answer = try await ann.get("/api/v1/photos/\(sha.uppercased())")
    #expect(fault(answer, "GET", "photos/{sha256}") == [])
    #expect(answer.object["withheld"] as? Bool == false)
    let standing = try #require((answer.object["standing"] as? [[String: Any]])?.first)
    #expect(standing["number"] as? String == "356938035643809")
    #expect(standing["formatted"] as? String == "35-693803-564380-9")
    let history = try #require(answer.object["history"] as? [[String: Any]])
    #expect(history.compactMap { $0["kind"] as? String }.contains("photo.read"))
    let missing = try await ann.get("/api/v1/photos/\(String(repeating: "0", count: 64))")
    #expect(missing.problem == "photoMissing")
    #expect(fault(missing, "GET", "photos/{sha256}") == [])
    #expect(try await ann.get("/api/v1/photos/xyz").problem == "badParameter")
  }

  @Test func aDoubtfulNumberIsWithheldUntilItIsAskedForByName() async throws {
    let sha = try await SeizedPhoto(isAccepted: false).seize(station)
    let ann = try await station.logIn("Ann Reader")
    let path = "/api/v1/photos/\(sha)"
    for hidden in [path, "/api/v1/photos", "/api/v1/search?digits=35693803"] {
      let answer = try await ann.get(hidden)
      #expect(answer.status == 200)
      let said = hidden.contains("search") ? #""withheld":1"# : #""withheld":true"#
      #expect(answer.text.contains(said), "\(hidden)")
      #expect(!answer.text.contains("356938035643809"), "\(hidden)")
      #expect(!answer.text.contains("35-693803-564380-9"), "\(hidden)")
    }
    let shown = try await ann.get("\(path)?reveal=true")
    #expect(shown.text.contains("356938035643809"))
    #expect(shown.object["withheld"] as? Bool == false)
    let kinds = try await station.services.desk.use { try $0.events().map(\.entry.kind) }
    #expect(kinds.filter { $0 == "photo.reveal" }.count == 1)
    let keyed = try await ann.post(
      "\(path)/decisions", json: ["number": "read:0", "act": "key", "imei": "356938035643809"])
    #expect(keyed.problem == "decisionRefused")
    let bob = try await station.logIn("Bob Reader")
    #expect(try await bob.get(path).object["withheld"] as? Bool == true)
  }

  @Test func aLookIsLoggedOnceForEachPerson() async throws {
    let sha = try await SeizedPhoto().seize(station)
    let people = [try await station.logIn("Ann Reader"), try await station.logIn("Bob Reader")]
    for person in people {
      for _ in 0..<3 { _ = try await person.get("/api/v1/photos/\(sha)") }
    }
    let looks = try await station.services.desk.use { file in
      try file.events(kinds: ["photo.look"]).map { "\($0.entry.person) \($0.entry.subject ?? "")" }
    }
    #expect(looks == ["Ann Reader photo:\(sha)", "Bob Reader photo:\(sha)"])
  }

  @Test func namesOfStrangersAreShownWithTheirControlCharactersVisible() async throws {
    try await SeizedPhoto(name: "evil\u{202E}gpj.\u{1B}[31m<script>.gif").seize(station)
    let ann = try await station.logIn("Ann Reader")
    let list = try await ann.get("/api/v1/photos")
    let item = try #require(list.items.first)
    #expect(item["name"] as? String == #"evil\u{202E}gpj.\u{1B}[31m<script>.gif"#)
    let sha = try #require(item["sha256"] as? String)
    let detail = try await ann.get("/api/v1/photos/\(sha)")
    for scalar in ["\u{202E}", "\u{1B}", "\\u202e", "\\u001b", "\\u202E", "\\u001B"] {
      #expect(
        !list.text.contains(scalar) && !detail.text.contains(scalar), "\(scalar.debugDescription)")
    }
  }

  @Test func searchFindsByTheBeginningAndTheEnd() async throws {
    try await SeizedPhoto(exhibit: "AB/1").seize(station)
    let ann = try await station.logIn("Ann Reader")
    let found = try await ann.get("/api/v1/search?digits=35-6938")
    #expect(fault(found, "GET", "search") == [])
    #expect(found.items.first?["number"] as? String == "356938035643809")
    #expect(try await ann.get("/api/v1/search?digits=43809&end=true").items.count == 1)
    #expect(try await ann.get("/api/v1/search?digits=43809").items.isEmpty)
    for query in ["", "digits=12", "digits=abc", "digits=12345678901234567"] {
      #expect(try await ann.get("/api/v1/search?\(query)").problem == "badParameter", "\(query)")
    }
    let kinds = try await station.services.desk.use { try $0.events().map(\.entry) }
      .filter { $0.kind == "numbers.search" }
    #expect(kinds.count == 3)
    #expect(kinds.allSatisfy { !"\($0)".contains("43809") })
  }
}
