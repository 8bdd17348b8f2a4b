@testable import CaseFile
import Foundation
import Testing

@Suite struct RetentionTests {
  private static let number = "356938035643809"

  /// A case with something of everything that can hold a number.
  private func fixture(status: String = "accepted") throws -> CaseFixture {
    let fixture = try CaseFixture()
    for (name, number) in [("Ann", "1"), ("Bob", "2")] {
      try fixture.file.addOperator(name: name, number: number, role: .reader)
    }
    try fixture.record([
      made(
        "\(Self.number).jpg", readings: [MadeReading(status: status)], bytes: "x",
        crops: [RecordedCrop(position: 0, png: Array("PNG \(Self.number)".utf8))])
    ])
    try fixture.file.addExhibit(
      "AB/1", details: Exhibit.Details(description: "box of \(Self.number)"))
    try fixture.file.assign([
      PhotoAssignment(
        photo: digest("x"), exhibit: "AB/1", source: .fileName, detail: "\(Self.number).jpg")
    ])
    try fixture.file.addFindings([
      CaseFinding(
        kind: "sequence", severity: "note", subjects: ["imei:\(Self.number)"],
        text: "\(Self.number).")
    ])
    return fixture
  }

  @Test func openWorkHoldsTheCaseOpen() throws {
    let fixture = try fixture(status: "review")
    try fixture.file.addFindings([
      CaseFinding(kind: "spread", severity: "look", subjects: [], text: "Look.")
    ])
    _ = try fixture.begin()
    let work = try fixture.file.openWork()
    #expect(
      work.description == "1 photos to decide, 1 findings to look at, 1 runs that did not end")
    #expect(code { try fixture.file.closeCase() } == .unresolvedWork)
    try fixture.file.closeCase(despiteOpenWork: true)
    let event = try #require(try fixture.file.events(kinds: ["case.close"]).first)
    #expect(event.entry.details["photos"] == .integer(1))
  }

  @Test func aClosedCaseIsNotChangedButLooksAreLogged() throws {
    let fixture = try fixture()
    try fixture.file.closeCase()
    #expect(code { try fixture.file.addExhibit("AB/9") } == .caseClosed)
    #expect(code { _ = try fixture.begin() } == .caseClosed)
    #expect(code { try fixture.file.closeCase() } == .caseClosed)
    try fixture.file.log([
      AuditEntry(
        act: .consultation, kind: "photo.view", person: "Ann 1", subject: nil, details: [:])
    ])
    try fixture.file.reopenCase()
    try fixture.file.addExhibit("AB/9")
    #expect(code { try fixture.file.reopenCase() } == .caseOpen)
  }

  @Test func nothingIsErasedWhileTheCaseIsOpenOrHeld() throws {
    let fixture = try fixture()
    var calls = 0
    #expect(
      code {
        try fixture.file.purge {
          calls += 1; return 0
        }
      } == .caseOpen)
    try fixture.file.closeCase()
    try fixture.file.setLegalHold(true, reason: "appeal")
    #expect(
      code {
        try fixture.file.purge {
          calls += 1; return 0
        }
      } == .legalHold)
    #expect(calls == 0)
    #expect(try fixture.file.search(Self.number).count == 1)
    try fixture.file.setLegalHold(false, reason: "appeal dismissed")
    #expect(
      try fixture.file.purge {
        calls += 1; return 2
      }.files == 2)
    #expect(calls == 1)
  }

  @Test func noNumberIsLeftInTheFileOrTheLog() throws {
    let fixture = try fixture(status: "review")
    let subject = ReadingSubject(photo: digest("x"), number: .read(0))
    try fixture.file.decide(
      Decision(subject: subject, act: .accept, note: "is \(Self.number)"), person: "1")
    try fixture.file.decide(Decision(subject: subject, act: .key(Self.number)), person: "2")
    try fixture.file.closeCase()
    let events = try fixture.file.events()
    let report = try fixture.file.purge()
    #expect(report == PurgeReport(photos: 1, results: 1, numbers: 2, crops: 1, files: 0))
    #expect(try fixture.file.search(Self.number).isEmpty)
    #expect(try fixture.file.resultInForce(of: digest("x"))?.json == "")
    #expect(try fixture.file.crop(of: digest("x"), position: 0) == nil)
    // The log goes on as it was, and so do the photos' digests.
    #expect(Array(try fixture.file.events().prefix(events.count)) == events)
    #expect(try fixture.file.photos(limit: 10).map(\.sha256) == [digest("x")])
    try fixture.file.close()
    for name in try FileManager.default.contentsOfDirectory(atPath: fixture.folder) {
      let bytes = try Data(contentsOf: URL(fileURLWithPath: fixture.folder + "/" + name))
      for text in [Self.number, String(Self.number.reversed())] {
        #expect(bytes.range(of: Data(text.utf8)) == nil, "\(name): \(text)")
      }
    }
  }

  @Test func anErasedCaseTakesNothingMore() throws {
    let fixture = try fixture()
    try fixture.file.closeCase()
    try fixture.file.purge()
    #expect(code { _ = try fixture.begin() } == .casePurged)
    #expect(code { try fixture.file.reopenCase() } == .casePurged)
    #expect(code { _ = try fixture.file.standing(of: digest("x")) } == .casePurged)
    #expect(code { _ = try fixture.file.exhibitState("AB/1") } == .casePurged)
    #expect(code { try fixture.file.setLegalHold(true, reason: "x") } == .casePurged)
    #expect(try fixture.file.purge { 3 } == PurgeReport(files: 3))
    #expect(try fixture.file.events(kinds: ["case.purgeAgain"]).count == 1)
    #expect(try CaseConsistency(fixture.file).faults().isEmpty)
  }
}
