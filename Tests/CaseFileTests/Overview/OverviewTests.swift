import BlockList
@testable import CaseFile
import Foundation
import Testing

@Suite struct OverviewTests {
  private static let number = "356938035643809"
  private static let other = "490154203237518"

  private func fixture() throws -> CaseFixture {
    let fixture = try CaseFixture()
    for (name, number, role) in [
      ("Ann", "1", OperatorRole.reader), ("Bob", "2", .reader), ("Cy", "3", .settler),
    ] { try fixture.file.addOperator(name: name, number: number, role: role) }
    return fixture
  }

  private func subject(_ bytes: String) -> ReadingSubject {
    ReadingSubject(photo: digest(bytes), number: .read(0))
  }

  private func assign(_ photos: [String], _ exhibit: String, _ file: CaseFile) throws {
    try file.assign(
      photos.map { PhotoAssignment(photo: digest($0), exhibit: exhibit, source: .folder) },
      addingExhibits: true)
  }

  @Test func anEmptyCaseHasNothing() throws {
    let fixture = try CaseFixture()
    let overview = try fixture.file.haulOverview()
    #expect(overview.photos == HaulOverview.Photos())
    #expect(overview.exhibits.total == 0 && overview.review.total == 0)
    #expect(overview.head?.sequence == 2)
  }

  @Test func theCountsAreThoseOfTheCase() throws {
    let fixture = try fixture()
    let file = fixture.file
    try file.recordUploads(
      ["up", "up", "late"].map {
        NewUpload(name: Array($0.utf8), sha256: digest($0), size: 1)
      }, person: "Ann 1")
    try fixture.record([
      made("a"), made("b", readings: [MadeReading(imei: Self.other, status: "review")]),
      made("c", readings: [MadeReading(imei: Self.other, answer: "flagged")]),
      made("d", readings: [], status: "unreadable"), made("e", readings: []),
      made("f", readings: [], status: "refused"), made("up"), made("a again", bytes: "a"),
    ])
    try assign(["a", "up"], "AB/1", file)
    try assign(["c"], "AB/2", file)
    try file.addExhibit("AB/3")
    try file.addFindings(
      ["1", "2"].map { CaseFinding(kind: "pair", severity: "look", subjects: [], text: $0) })
    try file.acknowledge(finding: 1)
    let overview = try file.haulOverview()
    #expect(
      overview.photos
        == HaulOverview.Photos(
          total: 7, accepted: 3, review: 1, unreadable: 1, none: 1, refused: 1, flagged: 1,
          duplicates: 2, withoutExhibit: 4))
    #expect(overview.uploads == HaulOverview.Uploads(waiting: 1, read: 2, refused: 0))
    #expect(
      overview.exhibits == HaulOverview.Exhibits(flagged: 0, notFlagged: 1, unresolved: 2))
    #expect(overview.review == HaulOverview.Review(confirm: 1, blind: 2))
    #expect(overview.findings == HaulOverview.Findings(open: 1, total: 2))
    #expect(overview.head?.sequence == (try file.auditHead()?.sequence))
    #expect(try file.photos(PhotoFilter(withoutExhibit: true), limit: 99).count == 4)
    #expect(
      try file.photos(PhotoFilter(duplicatesOnly: true), limit: 99).map(\.sha256)
        == [digest("a"), digest("up")])
    #expect(
      try file.photos(PhotoFilter(nameContains: "A AGAIN"), limit: 99).map(\.sha256) == [
        digest("a")
      ])
    #expect(
      try file.photos(PhotoFilter(nameContains: "UP"), limit: 99).map(\.sha256) == [digest("up")])
    #expect(
      try file.exhibitAnswers() == ["AB/1": .notFlagged, "AB/2": .unresolved, "AB/3": .unresolved])
  }

  @Test func aFlaggedExhibitIsOneOnlyOnceTwoPeopleSaySo() throws {
    let fixture = try fixture()
    let file = fixture.file
    try fixture.record([
      made("a", readings: [MadeReading(answer: "flagged")]),
      made("b", readings: [MadeReading(imei: Self.other, status: "review")]),
    ])
    try assign(["a", "b"], "AB/1", file)
    #expect(try file.exhibitAnswers()["AB/1"] == .unresolved)
    #expect(try file.haulOverview().review.secondNeeded == 0)
    let key = Decision(
      subject: subject("a"), act: .key(Self.number), answer: .withoutLists(.flagged))
    try file.decide(key, person: "1")
    #expect(try file.exhibitAnswers()["AB/1"] == .unresolved)
    #expect(try file.haulOverview().review.secondNeeded == 1)
    try file.decide(key, person: "2")
    // Another number of it is still open; that this one is flagged is certain.
    #expect(try file.exhibitAnswers()["AB/1"] == .flagged)
    #expect(try file.haulOverview().exhibits == HaulOverview.Exhibits(flagged: 1))
  }

  @Test func whatNoListWasAskedAboutIsNotCalledNotFlagged() throws {
    let fixture = try fixture()
    try fixture.record([
      made("a", readings: [MadeReading(answer: "notChecked")]),
      made("b", readings: [MadeReading(imei: Self.other)]),
      made("c", readings: [MadeReading(status: "review", answer: "notChecked")]),
    ])
    try assign(["a"], "AB/1", fixture.file)
    try assign(["b"], "AB/2", fixture.file)
    try assign(["a", "c"], "AB/3", fixture.file)
    try assign(["b", "a"], "AB/4", fixture.file)
    #expect(
      try fixture.file.exhibitAnswers()
        == ["AB/1": .unresolved, "AB/2": .notFlagged, "AB/3": .unresolved, "AB/4": .unresolved])
  }

  @Test func whatOnePhotoSettlesForItsExhibitIsTakenBackWithIt() throws {
    let fixture = try fixture()
    let file = fixture.file
    try fixture.record([made("a"), made("b", readings: [MadeReading(status: "review")])])
    try assign(["b"], "AB/1", file)
    #expect(try file.haulOverview().review.total == 1)
    let assigned = try file.decideExhibit(of: digest("a"), is: "AB/1", person: "1")
    #expect(try file.haulOverview().review.total == 0)
    #expect(try file.exhibitAnswers() == ["AB/1": .notFlagged])
    try file.undo(event: assigned.sequence, person: "1")
    #expect(try file.haulOverview().review.total == 1)
    #expect(try file.exhibitAnswers() == ["AB/1": .unresolved])
  }

  /// Whatever is done, the sums hold, and following the log gives what working out anew does.
  @Test(arguments: 11...13 as ClosedRange<UInt64>)
  func theCountsAddUpAfterEveryChange(seed: UInt64) throws {
    var generator = SplitMix(state: seed)
    let fixture = try fixture()
    let file = fixture.file
    func pick<Value>(_ values: [Value]) -> Value {
      values[Int.random(in: 0..<values.count, using: &generator)]
    }
    for round in 0..<40 {
      let name = "p\(Int.random(in: 0..<10, using: &generator))"
      switch pick([0, 1, 1, 2, 3, 4, 5]) {
      case 0:
        try file.recordUploads(
          [
            NewUpload(
              name: [65], sha256: digest(name), size: 1, exhibit: pick([nil, "AB/1", "AB/2"]))
          ], person: "Ann 1")
      case 1:
        let reading = MadeReading(
          imei: pick([Self.number, Self.other, "35000000000001\(name.suffix(1))"]),
          status: pick(["review", "accepted"]),
          answer: pick(["flagged", "notFlagged", "notChecked"]))
        try fixture.record(
          [
            made(
              pick([name, name + "x"]), readings: pick([[reading], []]),
              status: pick([nil, "refused"]), bytes: name, note: "\(round)")
          ])
      case 2: try? assign([name], pick(["AB/1", "AB/2", "AB/3"]), file)
      case 3:
        _ = try? file.decide(
          Decision(
            subject: subject(name), act: .key(Self.number),
            answer: .withoutLists(pick([.flagged, .notFlagged]))),
          person: pick(["1", "2"]))
      case 4: _ = try? file.decide(Decision(subject: subject(name), act: .accept), person: "3")
      default: _ = try? file.decideExhibit(of: digest(name), is: "AB/1", person: "1")
      }
      let overview = try file.haulOverview()
      let photos = overview.photos
      #expect(
        photos.total
          == photos.accepted + photos.review + photos.unreadable + photos.none + photos.refused)
      #expect(photos.total == (try file.photos(limit: 999).count))
      #expect(overview.exhibits.total == (try file.exhibits().count))
      #expect(overview.review.total == (try file.openItems(limit: 999).count))
      #expect(overview.uploads.total == (try file.uploads(limit: 999).count))
      #expect(
        try file.photos(PhotoFilter(duplicatesOnly: true), limit: 999).count == photos.duplicates)
      let fresh = try fixture.open(.readOnly)
      #expect(try fresh.haulOverview() == overview)
      try fresh.close()
    }
    #expect(try CaseConsistency(file).faults() == [])
  }

  @Test func anErasedCaseHasNothingLeftToDecide() throws {
    let fixture = try fixture()
    try fixture.record([made("a", readings: [MadeReading(status: "review")])])
    try assign(["a"], "AB/1", fixture.file)
    #expect(try fixture.file.haulOverview().review.total == 1)
    try fixture.file.closeCase(despiteOpenWork: true)
    try fixture.file.purge()
    let overview = try fixture.file.haulOverview()
    #expect(overview.review.total == 0)
    #expect(overview.exhibits == HaulOverview.Exhibits(unresolved: 1))
    #expect(overview.photos.total == 1)
  }
}
