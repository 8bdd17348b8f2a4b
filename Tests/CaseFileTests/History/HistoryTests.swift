import CaseFile
import Foundation
import Testing

@Suite struct HistoryTests {
  private static let number = "356938035643809"

  private func fixture() throws -> CaseFixture {
    let fixture = try CaseFixture()
    for (name, number) in [("Ann", "1"), ("Bob", "2")] {
      try fixture.file.addOperator(name: name, number: number, role: .settler)
    }
    return fixture
  }

  @Test func aPhotosHistoryIsEverythingDoneToItAndNothingElse() throws {
    let fixture = try fixture()
    let file = fixture.file
    try file.recordUploads(
      [NewUpload(name: Array("up.jpg".utf8), sha256: digest("a"), size: 1, exhibit: "AB/1")],
      person: "Ann 1")
    try fixture.record([
      made("a", readings: [MadeReading(status: "review")]),
      made("b", readings: [MadeReading(status: "review")]),
    ])
    let subject = ReadingSubject(photo: digest("a"), number: .read(0))
    let accepted = try file.decide(Decision(subject: subject, act: .accept), person: "1")
    try file.undo(event: accepted.sequence, person: "1")
    try file.recordDigits(
      DigitSheet(
        digit: 3, confirmed: [DigitPlace(photo: digest("a"), position: 0, place: 0)], struck: []),
      person: "2")
    try file.decide(
      Decision(
        subject: ReadingSubject(photo: digest("b"), number: .read(0)), act: .key(Self.number)),
      person: "1")
    let history = try file.history(ofPhoto: digest("a").uppercased())
    #expect(
      history.map { "\($0.person): \($0.text)" } == [
        "Ann 1: Received the file up.jpg.",
        "Ann Reader 1: Read the photo as /photos/a: review.",
        "Ann Reader 1: Read the upload.",
        "Ann 1: Assigned the photo to exhibit AB/1.",
        "Ann 1: Accepted the number as read.",
        "Ann 1: Undid the decision of event \(accepted.sequence).",
        "Bob 2: Looked over a sheet of the digit 3: 1 confirmed, 0 struck.",
      ])
    #expect(history.map(\.sequence) == history.map(\.sequence).sorted())
  }

  @Test func anExhibitsHistoryIsOfItAndItsPhotos() throws {
    let fixture = try fixture()
    let file = fixture.file
    try fixture.record([made("a"), made("b")])
    try file.addExhibit("AB/1")
    try file.addExhibit("AB/11")
    try file.addSeal(BagSeal(number: "S1"), to: "AB/1")
    try file.assign([PhotoAssignment(photo: digest("a"), exhibit: "ab1", source: .folder)])
    try file.assign([PhotoAssignment(photo: digest("a"), exhibit: "AB/11", source: .folder)])
    let assigned = try file.decideExhibit(of: digest("b"), is: "AB 1", person: "1")
    try file.undo(event: assigned.sequence, person: "1")
    try file.openSeal(of: "AB/1")
    #expect(
      try file.history(ofExhibit: "ab/1").map(\.text) == [
        "Added the exhibit.", "Sealed it in bag S1.",
        "Assigned the photo to exhibit ab1, by its folder's name.",
        "Said that the photo shows exhibit AB 1.",
        "Undid the decision of event \(assigned.sequence).", "Opened its bag.",
      ])
    #expect(code { _ = try file.history(ofExhibit: "ZZ") } == .exhibitMissing)
  }

  @Test func noNumberStandsInIt() throws {
    let fixture = try fixture()
    let file = fixture.file
    try fixture.record([
      made("\(Self.number).jpg", readings: [MadeReading(status: "review")], bytes: "a")
    ])
    let subject = ReadingSubject(photo: digest("a"), number: .read(0))
    try file.decide(
      Decision(subject: subject, act: .correct("490154203237518"), note: Self.number), person: "1")
    let texts = try file.history(ofPhoto: digest("a")).map(\.text).joined()
    #expect(texts.wholeMatch(of: /.*[0-9]{3}.*/) == nil)
  }

  @Test func everyKindHasASentence() throws {
    let fixture = try fixture()
    try fixture.file.log([
      AuditEntry(act: .session, kind: "station.loginFailed", person: "x\u{202E}y"),
      AuditEntry(act: .consultation, kind: "a\u{1B}[31m.b", person: "x"),
    ])
    let events = try fixture.file.eventEntries(limit: 99)
    #expect(events.map(\.text).suffix(2).first == "Failed to log in at the station.")
    #expect(events.allSatisfy { $0.text.hasSuffix(".") && !$0.text.contains("\u{1B}") })
  }

  @Test func theLogIsListedByKindAndPersonInPages() throws {
    let fixture = try fixture()
    let file = fixture.file
    for index in 0..<10 {
      try file.log([
        AuditEntry(
          act: .consultation, kind: index % 2 == 0 ? "photo.look" : "photos.list",
          person: index < 5 ? "Ann 1" : "Bob 2")
      ])
    }
    func kinds(_ filter: EventFilter, after: Int64? = nil, limit: Int = 99) throws -> [Int64] {
      try file.eventEntries(filter, after: after, limit: limit).map(\.sequence)
    }
    let all = try kinds(EventFilter())
    #expect(all == Array(1...Int64(all.count)))
    #expect(try kinds(EventFilter(isNewestFirst: true)) == all.reversed())
    #expect(try kinds(EventFilter(kind: "photo.")).count == 5)
    #expect(try kinds(EventFilter(kind: "photo")).count == 10)
    #expect(try kinds(EventFilter(kind: "photo.", person: "Ann 1")).count == 3)
    #expect(try kinds(EventFilter(kind: "%")).isEmpty)
    let page = try kinds(EventFilter(isNewestFirst: true), limit: 4)
    let next = try kinds(EventFilter(isNewestFirst: true), after: page.last, limit: 4)
    #expect(page + next == Array(all.reversed().prefix(8)))
  }

  @Test(arguments: [
    ("export.report", "Handed the report out."),
    ("export.tables", "Handed tables and lists out."),
    ("export.caseUCO", "Handed the case out as CASE/UCO files."),
    ("export.bundle", "Handed an evidence bag out."),
    ("export.timeStamp", "Handed the question for a time stamp out."),
  ])
  func everyHandingOutIsSaidInWords(kind: String, words: String) throws {
    let fixture = try fixture()
    let file = fixture.file
    try file.log([.handingOut(kind, case: file.identifier, to: "DC Moss", by: "Ann 1")])
    let entries = try file.eventEntries(EventFilter(kind: kind), limit: 2)
    #expect(entries.map(\.text) == [words])
  }
}
