import CaseFile
import Testing

@Suite struct SearchTests {
  private func fixture() throws -> CaseFixture {
    let fixture = try CaseFixture()
    try fixture.record([
      made("a.jpg", readings: [MadeReading(imei: "356938035643809", answer: "flagged")]),
      made(
        "b.jpg",
        readings: [MadeReading(imei: "356938030000001"), MadeReading(imei: "490154203237518")]),
    ])
    return fixture
  }

  @Test func numbersAreFoundByTheirBeginning() throws {
    let fixture = try fixture()
    #expect(
      try fixture.file.search("3569380").map(\.number) == ["356938030000001", "356938035643809"])
    #expect(try fixture.file.search("356938035643809").map(\.answer) == ["flagged"])
    #expect(try fixture.file.search("999").isEmpty)
  }

  @Test func numbersAreFoundByTheirEnd() throws {
    let fixture = try fixture()
    let found = try fixture.file.search("7518", end: true)
    #expect(found.map(\.number) == ["490154203237518"])
    #expect(found.first?.position == 1)
    #expect(found.first?.photo == digest("b.jpg"))
  }

  @Test func formerResultsAreNotFound() throws {
    let fixture = try fixture()
    try fixture.record([made("a.jpg", readings: [])], settings: CaseFixture.otherSettings)
    #expect(try fixture.file.search("35693803564").isEmpty)
  }

  @Test(arguments: ["", "35", "35a", "35%", "12345678901234567", "３５６"])
  func onlyDigitsAreSearchedFor(text: String) throws {
    let fixture = try CaseFixture()
    #expect(code { _ = try fixture.file.search(text) } == .badValue)
  }

  @Test func resultsAreHandedOnInOrder() throws {
    let fixture = try CaseFixture()
    let run = try fixture.record((0..<450).map { made("\($0).jpg") })
    var photos: [String] = []
    try fixture.file.forEachResult { photos.append($0.photo) }
    #expect(photos == (0..<450).map { digest("\($0).jpg") })
    var ofRun = 0
    try fixture.file.forEachResult(of: run) { _ in ofRun += 1 }
    #expect(ofRun == 450)
    try fixture.file.forEachResult(of: RunID("none")) { _ in ofRun += 1 }
    #expect(ofRun == 450)
  }
}
