@testable import CaseFile
import Foundation
import Testing

@Suite struct RecordTests {
  @Test func aPhotoIsRecordedWithItsEvent() throws {
    let fixture = try CaseFixture()
    let run = try fixture.begin()
    let photo = made("a.jpg", crops: [RecordedCrop(position: 0, png: [1, 2, 3])])
    #expect(
      try fixture.file.record([photo], run: run) == RecordSummary(recorded: 1, known: 0, unread: 0))
    let kept = try #require(try fixture.file.photo(digest("a.jpg")))
    #expect(kept.names == [Array("/photos/a.jpg".utf8)])
    #expect(kept.status == "accepted")
    #expect(kept.width == 4_000)
    #expect(kept.unverifiedCameraTime == "2026-11-20T10:00:00")
    #expect(try fixture.file.crop(of: kept.sha256, position: 0) == [1, 2, 3])
    let result = try #require(try fixture.file.resultInForce(of: kept.sha256))
    #expect(result.json == photo.result)
    #expect(result.digest == digest(photo.result))
    let event = try #require(try fixture.file.events(kinds: ["photo.read"]).first)
    #expect(event.entry.subject == "photo:\(kept.sha256)")
    #expect(event.entry.act == .collection)
    #expect(event.entry.details["result"] == .text(digest(photo.result)))
    #expect(event.entry.details["path"] == .text("/photos/a.jpg"))
    #expect(event.entry.details["status"] == .text("accepted"))
  }

  @Test func theSameSettingsRecordAPhotoOnce() throws {
    let fixture = try CaseFixture()
    try fixture.record([made("a.jpg")])
    let run = try fixture.begin()
    let events = try fixture.file.events().count
    let again = try fixture.file.record([made("a.jpg", note: "again"), made("a.jpg")], run: run)
    #expect(again == RecordSummary(recorded: 0, known: 2, unread: 0))
    #expect(try fixture.file.results(of: digest("a.jpg")).count == 1)
    #expect(try fixture.file.events().count == events)
  }

  @Test func otherSettingsAddAResultThatIsThenInForce() throws {
    let fixture = try CaseFixture()
    try fixture.record([made("a.jpg")])
    let second = try fixture.record(
      [made("a.jpg", readings: [MadeReading(status: "review")])],
      settings: CaseFixture.otherSettings)
    let results = try fixture.file.results(of: digest("a.jpg"))
    #expect(results.map(\.isInForce) == [false, true])
    #expect(results.map(\.status) == ["accepted", "review"])
    #expect(results.last?.run == second)
    #expect(try fixture.file.photo(digest("a.jpg"))?.status == "review")
    #expect(
      try fixture.file.result(of: digest("a.jpg"), settings: CaseFixture.settings)?.status
        == "accepted")
    #expect(try fixture.file.photos(limit: 10).count == 1)
  }

  @Test func aFormerResultCanComeIntoForceAgain() throws {
    let fixture = try CaseFixture()
    try fixture.record([made("a.jpg", readings: [MadeReading(answer: "flagged")]), made("b.jpg")])
    try fixture.record(
      [made("a.jpg", readings: [MadeReading(status: "review")])],
      settings: CaseFixture.otherSettings)
    let run = try fixture.begin()
    #expect(try fixture.file.putInForce([digest("a.jpg"), digest("b.jpg")], run: run) == 1)
    #expect(try fixture.file.results(of: digest("a.jpg")).map(\.isInForce) == [true, false])
    #expect(try fixture.file.photo(digest("a.jpg"))?.status == "accepted")
    #expect(try fixture.file.photo(digest("a.jpg"))?.isFlagged == true)
    #expect(try fixture.file.events(kinds: ["photo.inForce"]).count == 1)
    #expect(try CaseConsistency(fixture.file).faults() == [])
    // Reading with other settings once more says which result is wanted, and adds none.
    try fixture.record([made("a.jpg")], settings: CaseFixture.otherSettings)
    #expect(try fixture.file.results(of: digest("a.jpg")).map(\.isInForce) == [false, true])
    let other = try fixture.begin(CaseFixture.otherSettings)
    #expect(code { try fixture.file.putInForce([digest("b.jpg")], run: other) } == .itemMissing)
  }

  @Test func sameBytesUnderTwoNamesAreOnePhoto() throws {
    let fixture = try CaseFixture()
    try fixture.record([made("a.jpg", bytes: "x"), made("b.jpg", bytes: "x")])
    let photos = try fixture.file.photos(limit: 10)
    #expect(photos.count == 1)
    #expect(
      photos.first?.names.map { String(decoding: $0, as: UTF8.self) } == [
        "/photos/a.jpg", "/photos/b.jpg",
      ])
    #expect(try fixture.file.events(kinds: ["photo.named"]).count == 1)
  }

  @Test func namesThatAreNoTextAreKeptAsTheyAre() throws {
    let fixture = try CaseFixture()
    var photo = made("a.jpg")
    photo.path = [0x2F, 0xFF, 0xFE, 0x0A]
    try fixture.record([photo])
    #expect(try fixture.file.photo(named: [0x2F, 0xFF, 0xFE, 0x0A])?.sha256 == digest("a.jpg"))
    let event = try #require(try fixture.file.events(kinds: ["photo.read"]).first)
    #expect(event.entry.details["path"] == .text("/\u{FFFD}\u{FFFD}\\n"))
  }

  @Test func numbersInNamesDoNotStandInTheLog() throws {
    let fixture = try CaseFixture()
    try fixture.record([made("IMG 35-693803-564380-9.jpg")])
    let lines = try fixture.file.events().map(\.line).joined()
    #expect(lines.contains("IMG ##-######-######-#.jpg"))
    #expect(!lines.contains("564380"))
  }

  @Test func aFileWithoutDigestIsKeptByName() throws {
    let fixture = try CaseFixture()
    var photo = made("locked.jpg", readings: [], status: "refused")
    photo.result = photo.result.replacingOccurrences(
      of: "\"sha256\":\"\(digest("locked.jpg"))\"", with: "\"sha256\":null")
    photo.sha256 = nil
    try fixture.record([photo])
    try fixture.record([photo])
    #expect(try fixture.file.unreadFiles().count == 1)
    #expect(try fixture.file.photos(limit: 10).isEmpty)
    #expect(try fixture.file.events(kinds: ["file.unread"]).count == 2)
  }

  @Test func resultsThatCannotBeTrueAreRefusedWhole() throws {
    let fixture = try CaseFixture()
    let run = try fixture.begin()
    var other = made("b.jpg")
    other.sha256 = digest("c.jpg")
    var foreign = made("b.jpg")
    foreign.result = foreign.result.replacingOccurrences(of: "photo/1", with: "photo/9")
    var broken = made("b.jpg")
    broken.result.removeLast(4)
    var cropped = made("b.jpg")
    cropped.crops = [RecordedCrop(position: 3, png: [])]
    for bad in [other, foreign, broken, cropped] {
      #expect(code { try fixture.file.record([made("a.jpg"), bad], run: run) } == .badResult)
    }
    #expect(try fixture.file.photos(limit: 10).isEmpty)
  }

  @Test func aRunThatIsOverTakesNothingMore() throws {
    let fixture = try CaseFixture()
    let run = try fixture.record([made("a.jpg")])
    #expect(code { try fixture.file.record([made("b.jpg")], run: run) } == .runMissing)
    #expect(code { try fixture.file.record([made("b.jpg")], run: RunID("x")) } == .runMissing)
    #expect(try fixture.file.run(run).outcome == "finished")
    #expect(try fixture.file.run(run).photoCount == 1)
    #expect(try fixture.file.run(run).details.settings == CaseFixture.settings)
  }

  @Test func pagesAndFiltersGoThroughEveryPhotoOnce() throws {
    let fixture = try CaseFixture()
    try fixture.record(
      (0..<25).map { index in
        made(
          "\(index).jpg",
          readings: [
            MadeReading(
              status: index % 5 == 0 ? "review" : "accepted",
              answer: index % 10 == 0 ? "flagged" : "notFlagged")
          ])
      })
    var seen: [String] = []
    var last: Int64 = 0
    while true {
      let page = try fixture.file.photos(after: last, limit: 7)
      guard let end = page.last else { break }
      seen += page.map(\.sha256)
      last = end.row
    }
    #expect(seen == (0..<25).map { digest("\($0).jpg") })
    #expect(try fixture.file.photos(PhotoFilter(status: "review"), limit: 100).count == 5)
    #expect(try fixture.file.photos(PhotoFilter(flaggedOnly: true), limit: 100).count == 3)
    #expect(try fixture.file.photoCounts() == ["accepted": 20, "review": 5])
  }
}
