import BlockList
import Foundation
import Testing

@testable import CaseFile

@Suite struct OpenItemTests {
  private static let number = "356938035643809"
  private static let other = "490154203237518"

  private func fixture() throws -> CaseFixture {
    let fixture = try CaseFixture()
    for (name, number, role) in [
      ("Ann", "1", OperatorRole.reader), ("Bob", "2", .reader), ("Cy", "3", .settler),
    ] { try fixture.file.addOperator(name: name, number: number, role: role) }
    return fixture
  }

  private func subject(_ bytes: String, _ number: ReadingSubject.Number = .read(0))
    -> ReadingSubject
  {
    ReadingSubject(photo: digest(bytes), number: number)
  }

  private func kinds(_ file: CaseFile) throws -> [String] {
    try file.openItems().map {
      "\($0.photo.names[0].suffix(1).map { Character(UnicodeScalar($0)) }[0]) \($0.kind)"
    }
  }

  @Test func theKindFollowsFromTheReading() throws {
    let fixture = try fixture()
    try fixture.record([
      made("a"), made("b", readings: [MadeReading(status: "review")]),
      made("c", readings: [MadeReading(status: "review", checkDigit: "differs")]),
      made("d", readings: [MadeReading(answer: "flagged")]),
      made("e", readings: [], status: "unreadable"), made("f", readings: []),
      made("g", readings: [MadeReading(status: "review", answer: "flagged")]),
    ])
    #expect(try kinds(fixture.file) == ["b confirm", "c blind", "d blind", "e blind", "g blind"])
    let items = try fixture.file.openItems()
    #expect(items.map(\.checkDigit) == ["agrees", "differs", "agrees", nil, "agrees"])
    #expect(items[3].subject.number == .seen(0))
    #expect(items[2].state.isFlagged)
  }

  @Test func whatIsNoPictureIsNotAskedAboutUntilSomebodySeesANumberOnIt() throws {
    let fixture = try fixture()
    try fixture.record([made("r", readings: [], status: "refused")])
    #expect(try fixture.file.openItems() == [])
    try fixture.file.decide(
      Decision(subject: subject("r", .seen(0)), act: .key(Self.number)), person: "1")
    #expect(try kinds(fixture.file) == ["r blind"])
  }

  @Test func aDoubtfulNumberGoesThroughConfirmBlindAndSettle() throws {
    let fixture = try fixture()
    let file = fixture.file
    try fixture.record([made("b", readings: [MadeReading(status: "review")])])
    var versions: Set<String> = []
    func item() throws -> OpenItem? {
      let item = try file.openItem(subject("b"))
      if let item { versions.insert(item.version) }
      return item
    }
    #expect(try item()?.kind == .confirm)
    try file.decide(Decision(subject: subject("b"), act: .accept), person: "1")
    #expect(try item()?.kind == .blind)
    let keyed = try file.decide(
      Decision(subject: subject("b"), act: .key(Self.other)), person: "2")
    #expect(try item()?.kind == .settle)
    #expect(try item()?.state.opinions.map(\.person) == ["Ann 1", "Bob 2"])
    try file.undo(event: keyed.sequence, person: "2")
    #expect(try item()?.kind == .blind)
    #expect(versions.count == 4)
    // Who has decided was told how it compares, and keys it blind no more.
    let again = Decision(subject: subject("b"), act: .key(Self.number))
    #expect(code { try file.decide(again, person: "2") } == .decisionRefused)
    try file.addOperator(name: "Dan", number: "9", role: .reader)
    try file.decide(again, person: "9")
    #expect(try item() == nil)
    #expect(try file.openItems() == [])
  }

  @Test func pagesGoOnBehindTheLastPhoto() throws {
    let fixture = try fixture()
    try fixture.record(
      (0..<7).map {
        made("p\($0)", readings: [MadeReading(status: "review"), MadeReading(status: "review")])
      })
    var found: [ReadingSubject] = []
    var row: Int64 = 0
    while let page = Optional(try fixture.file.openItems(after: row, limit: 3)),
      let last = page.last
    {
      found += page.map(\.subject)
      row = last.photo.row
    }
    #expect(found.count == 14)
    #expect(Set(found).count == 14)
  }

  @Test func whatAnotherProcessChangesIsSeen() throws {
    let fixture = try fixture()
    try fixture.record([made("a"), made("b", readings: [MadeReading(status: "review")])])
    #expect(try fixture.file.openItems().count == 1)
    let other = try fixture.open()
    let run = try other.beginRun(
      RunDetails(settings: CaseFixture.settings, lists: [], sandbox: "none", machine: "desk2"))
    try other.record([made("c", readings: [MadeReading(status: "review")])], run: run)
    #expect(try fixture.file.openItems().count == 2)
    try other.assign(
      [
        PhotoAssignment(photo: digest("a"), exhibit: "AB/1", source: .folder),
        PhotoAssignment(photo: digest("b"), exhibit: "AB/1", source: .folder),
      ], addingExhibits: true)
    // The accepted photo of the exhibit settles the number of the doubtful one.
    #expect(try fixture.file.openItems().map(\.subject) == [subject("c")])
    let assigned = try other.decideExhibit(of: digest("c"), is: "AB/1", person: "1")
    #expect(try fixture.file.openItems() == [])
    try other.undo(event: assigned.sequence, person: "1")
    #expect(try fixture.file.openItems().map(\.subject) == [subject("c")])
    try other.close()
  }

  /// What the order of work is given of an item, asked for one by one.
  private func reading(_ item: OpenItem, _ file: CaseFile) throws -> OpenReading {
    let json = try file.resultInForce(of: item.photo.sha256)?.json ?? "{}"
    let result = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
    let readings = result?["readings"] as? [[String: Any]] ?? []
    var told: [String: Any] = [:]
    if case .read(let position) = item.subject.number { told = readings[position] }
    func list(_ key: String) throws -> String? {
      guard let list = told[key] as? [Any] else { return nil }
      return String(decoding: try JSONSerialization.data(withJSONObject: list), as: UTF8.self)
    }
    return OpenReading(
      subject: item.subject, kind: item.kind, state: item.state, isPlausible: item.isPlausible,
      version: item.version, row: item.photo.row,
      confidences: try list("digits"), digitBoxes: try list("cropDigitBoxes"),
      marks: try file.digitMarks(of: item.subject))
  }

  /// Whatever is done in whatever order, what is kept in memory is what a new opening works out.
  @Test(arguments: 1...3 as ClosedRange<UInt64>)
  func theIndexIsAsWorkedOutAnew(seed: UInt64) throws {
    var generator = SplitMix(state: seed)
    let fixture = try fixture()
    let file = fixture.file
    let names = (0..<12).map { "p\($0)" }
    for round in 0..<40 {
      let name = names[Int.random(in: 0..<12, using: &generator)]
      let person = ["1", "2", "3"][Int.random(in: 0..<3, using: &generator)]
      let digits = Bool.random(using: &generator) ? Self.number : Self.other
      switch Int.random(in: 0..<8, using: &generator) {
      case 0, 1:
        // Some numbers stand on one photo alone.
        let alone = "3500000000000\(10 + (Int(name.dropFirst()) ?? 0))"
        let reading = MadeReading(
          imei: Bool.random(using: &generator) ? digits : alone,
          status: Bool.random(using: &generator) ? "review" : "accepted",
          answer: ["flagged", "notFlagged", "notChecked"][Int.random(in: 0..<3, using: &generator)])
        try fixture.record(
          [made(name, readings: [reading], note: "\(round)")],
          settings: round % 2 == 0 ? CaseFixture.settings : CaseFixture.otherSettings)
      case 2:
        _ = try? file.assign(
          [PhotoAssignment(photo: digest(name), exhibit: "AB/\(round % 3)", source: .folder)],
          addingExhibits: true)
      case 3: _ = try? file.decideExhibit(of: digest(name), is: "AB/1", person: person)
      case 4:
        _ = try? file.decide(Decision(subject: subject(name), act: .accept), person: person)
      case 5:
        _ = try? file.decide(
          Decision(subject: subject(name), act: .key(digits), answer: .withoutLists(.notFlagged)),
          person: person)
      case 6:
        _ = try? file.decide(Decision(subject: subject(name), act: .settle(digits)), person: person)
      default:
        let last = try file.events(kinds: ["decision.accept", "decision.key", "decision.assign"])
          .last
        if let last { _ = try? file.undo(event: last.sequence, person: person) }
      }
      let fresh = try fixture.open(.readOnly)
      let items = try file.openItems()
      #expect(try items == fresh.openItems())
      #expect(try file.exhibitAnswers() == fresh.exhibitAnswers())
      #expect(try file.haulOverview() == fresh.haulOverview())
      #expect(try file.openReadings(limit: 99) == items.map { try reading($0, file) })
      #expect(
        try file.openReadings(of: digest(name))
          == items.filter { $0.photo.sha256 == digest(name) }
          .map { try reading($0, file) })
      try fresh.close()
    }
    let photos = try file.unresolvedPhotos(limit: 99)
    #expect(Set(try file.openItems().map(\.photo.sha256)).isSubset(of: Set(photos.map(\.sha256))))
  }

  @Test func countsAreForThePersonWhoAsks() throws {
    let fixture = try fixture()
    let file = fixture.file
    try fixture.record([
      made("a", readings: [MadeReading(status: "review")]),
      made("b", readings: [MadeReading(answer: "flagged")]),
      made("c", readings: [MadeReading(status: "review")]),
    ])
    try file.decide(Decision(subject: subject("c"), act: .accept), person: "1")
    try file.decide(Decision(subject: subject("c"), act: .key(Self.other)), person: "2")
    try file.decide(Decision(subject: subject("a"), act: .accept), person: "1")
    try file.recordReveal(of: subject("b"), person: "2")
    func counts(_ person: String) throws -> [Int] {
      let counts = try file.reviewCounts(for: person)
      #expect(counts.total == 3)
      return [counts.confirm, counts.blind, counts.settle, counts.waitingForOthers]
    }
    #expect(try counts("1") == [0, 1, 0, 2])
    #expect(try counts("2") == [0, 1, 0, 2])
    #expect(try counts("3") == [0, 2, 1, 0])
  }

  @Test func anItemHasWhatTheScreenShows() throws {
    let fixture = try fixture()
    let file = fixture.file
    try file.recordUploads(
      [
        NewUpload(
          name: Array("phone.jpg".utf8), sha256: digest("a"), size: 5, exhibit: "AB/1")
      ], person: "Ann 1")
    try fixture.record([made("a", readings: [MadeReading(status: "review", slot: 2)])])
    try file.addSeal(BagSeal(number: "S1"), to: "AB/1")
    try file.addSeal(BagSeal(number: "S2"), to: "AB/1")
    let item = try #require(try file.openItems().first)
    #expect(item.name == Array("phone.jpg".utf8))
    #expect(item.seals == ["S2"])
    #expect(item.photo.exhibits == ["AB/1"])
    #expect(item.slot == 2)
    #expect(item.isPlausible)
  }
}

/// A small generator that gives the same numbers every time (Steele, Lea, Flood 2014).
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
