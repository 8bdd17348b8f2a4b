import BlockList
import CaseFile
import Foundation
import Intake
import Reporting
import Testing

@Suite struct NumberRecordTests {
  private func exhibits(_ haul: CaseHaul) throws -> [String: ExhibitRecord] {
    Dictionary(
      uniqueKeysWithValues: try HaulRecord(of: haul.file).exhibits.map {
        ($0.exhibit.reference, $0)
      })
  }

  private func numbers(_ haul: CaseHaul, _ exhibit: String = "AB/1") throws -> [NumberRecord] {
    try #require(try exhibits(haul)[exhibit]).numbers
  }

  @Test func anAcceptedNumberTellsAllThatIsKnownOfIt() throws {
    let haul = try CaseHaul()
    try haul.record("a.jpg", of: "AB/1", [CaseHaul.reading(slot: 2, make: "Nokia")])
    let number = try #require(try numbers(haul).first)
    #expect(number.digits == CaseHaul.number && number.formatted == "35-693803-564380-9")
    #expect(number.standing == .accepted && number.slots == [2] && number.checkDigit == "agrees")
    #expect(number.reportingBody == "35 (TÜV SÜD BABT, allocating)")
    #expect(number.typeAllocationCode == "35693803" && number.make == "Nokia")
    #expect(number.model == "Nokia 1" && number.typeAllocationList == CaseHaul.types)
    #expect(number.answer == CaseHaul.answer() && number.answeredAt != nil)
    #expect(number.sources == ["barcode.code128", "ocr.tesseract"] && number.confidence == 0.999)
    #expect(number.opinions.isEmpty && number.settledBy == nil && number.alsoOn.isEmpty)
    #expect(
      number.sightings == [
        .init(
          photo: CaseHaul.digest("a.jpg"), position: 0,
          box: [[10, 20], [110, 20], [110, 40], [10, 40]])
      ])
  }

  @Test func bothNumbersOfADualSIMDeviceAreThereByDigits() throws {
    let haul = try CaseHaul()
    let twin = "356938035643817"
    try haul.record(
      "a.jpg", of: "AB/1",
      [CaseHaul.reading(twin, slot: 2), CaseHaul.reading(answer: nil, slot: 1)])
    let exhibit = try #require(try exhibits(haul)["AB/1"])
    #expect(exhibit.numbers.map(\.digits) == [CaseHaul.number, twin])
    #expect(exhibit.numbers.map(\.slots) == [[1], [2]])
    #expect(exhibit.numbers.flatMap(\.sightings).map(\.position) == [1, 0])
    #expect(exhibit.answer == .unresolved)
    #expect(exhibit.reasons == ["35-693803-564380-9 was not checked against a block list."])
    #expect(exhibit.numbers.first?.answer.state == .notChecked)
  }

  @Test func oneNumberOnTwoExhibitsIsAConflictOfBoth() throws {
    let haul = try CaseHaul()
    try haul.record("a.jpg", of: "AB/1")
    try haul.record("b.jpg", of: "AB/9")
    try haul.record("c.jpg", of: "AB/5", [CaseHaul.reading(CaseHaul.other)])
    let found = try exhibits(haul)
    #expect(found["AB/1"]?.numbers.first?.alsoOn == ["AB/9"])
    #expect(found["AB/9"]?.numbers.first?.alsoOn == ["AB/1"])
    #expect(found["AB/5"]?.numbers.first?.alsoOn == [])
    #expect(
      found["AB/1"]?.conflicts == [
        "35-693803-564380-9 stands on exhibit AB/9 as well: a clone, or one device booked twice."
      ])
    #expect(found["AB/5"]?.conflicts == [])
  }

  @Test func photosThatDisagreeAreAConflict() throws {
    let haul = try CaseHaul()
    try haul.record("box.jpg", of: "AB/1", [CaseHaul.reading(slot: 1)])
    try haul.record("screen.jpg", of: "AB/1", [CaseHaul.reading(CaseHaul.other, slot: 1)])
    let conflicts = try #require(try exhibits(haul)["AB/1"]).conflicts
    #expect(conflicts.count == 1 && conflicts[0].contains("several numbers for one SIM slot"))
  }

  @Test func findingsThatDoNotFitTogetherAreConflicts() throws {
    let haul = try CaseHaul()
    try haul.record("a.jpg", of: "AB/1")
    try haul.file.addFindings([
      CaseFinding(kind: "halfListedPair", severity: "look", subjects: ["AB/1"], text: "Half."),
      CaseFinding(kind: "makesDiffer", severity: "look", subjects: ["AB/2"], text: "Other."),
      CaseFinding(kind: "pair", severity: "note", subjects: ["AB/1"], text: "Pair."),
    ])
    #expect(try exhibits(haul)["AB/1"]?.conflicts == ["Half."])
  }

  @Test func aConflictIsOpenUntilItsFindingIsAcknowledged() throws {
    let haul = try CaseHaul()
    try haul.record("a.jpg", of: "AB/1")
    try haul.record("b.jpg", of: "AB/9")
    try haul.record("box.jpg", of: "AB/3", [CaseHaul.reading(CaseHaul.other, slot: 1)])
    try haul.record("screen.jpg", of: "AB/3", [CaseHaul.reading(CaseHaul.third, slot: 1)])
    _ = try haul.file.addFindings()
    #expect(
      try exhibits(haul).filter(\.value.hasOpenConflict).keys.sorted() == ["AB/1", "AB/3", "AB/9"])
    for finding in try haul.file.findings() where finding.finding.subjects.contains("AB/9") {
      try haul.file.acknowledge(finding: finding.id)
    }
    #expect(try exhibits(haul).filter(\.value.hasOpenConflict).keys.sorted() == ["AB/3"])
    for finding in try haul.file.findings(all: false) {
      try haul.file.acknowledge(finding: finding.id)
    }
    #expect(try exhibits(haul).values.allSatisfy { !$0.hasOpenConflict })
    // The same number turns up on a third exhibit: nobody knows of that.
    try haul.record("c.jpg", of: "AB/5")
    #expect(
      try exhibits(haul).filter(\.value.hasOpenConflict).keys.sorted() == ["AB/1", "AB/5", "AB/9"])
  }

  @Test func photosThatBearEachOtherOutCountAndCopiesOfOnePictureDoNot() throws {
    let haul = try CaseHaul()
    for (exhibit, hash) in [("AB/1", UInt64.max), ("AB/2", 1)] {
      for (index, hash) in [UInt64(0), hash].enumerated() {
        try haul.record(
          "\(exhibit.last ?? "0")-\(index).jpg", of: exhibit, [CaseHaul.reading(accepted: false)],
          hash: hash)
      }
    }
    let found = try exhibits(haul)
    #expect(found["AB/1"]?.numbers.map(\.standing) == [.accepted])
    #expect(found["AB/1"]?.numbers.first?.sightings.count == 2)
    #expect(found["AB/2"]?.numbers.map(\.standing) == [.open])
    #expect(
      found["AB/2"]?.reasons == ["35-693803-564380-9 is doubtful, and nobody has settled it yet."])
  }

  @Test func aFlaggedNumberIsOpenUntilPeopleSettleIt() throws {
    let haul = try CaseHaul()
    let flagged = CaseHaul.answer(flags: CaseHaul.number)
    try haul.record("a.jpg", of: "AB/1", [CaseHaul.reading(answer: flagged)])
    var exhibit = try #require(try exhibits(haul)["AB/1"])
    #expect(exhibit.numbers.map(\.standing) == [.open] && exhibit.answer == .unresolved)
    #expect(
      exhibit.reasons == ["35-693803-564380-9 is flagged, and people have not settled it yet."])
    try haul.decide("a.jpg", .accept, person: "1")
    #expect(
      try exhibits(haul)["AB/1"]?.reasons == [
        "35-693803-564380-9 has to be keyed by a second person."
      ])
    try haul.decide("a.jpg", .key(CaseHaul.number), answer: .flagged, person: "2")
    exhibit = try #require(try exhibits(haul)["AB/1"])
    #expect(exhibit.numbers.map(\.standing) == [.settled] && exhibit.answer == .flagged)
    #expect(exhibit.numbers.first?.answer == flagged)
    let opinions = try #require(exhibit.numbers.first).opinions
    #expect(
      opinions.map(\.person) == ["Ann 1", "Bob 2"] && opinions.map(\.isBlind) == [false, true])
    #expect(opinions.map(\.digits) == [CaseHaul.number, CaseHaul.number])
    #expect(opinions.map(\.time).sorted() == opinions.map(\.time) && !opinions[0].time.isEmpty)
    let lists = try HaulRecord(of: haul.file).lists
    #expect(lists == [ListRecord(list: CaseHaul.list, flagged: 1)])
  }

  @Test func twoWhoDifferAndAThirdWhoSettlesAreAllNamed() throws {
    let haul = try CaseHaul()
    try haul.record("a.jpg", of: "AB/1", [CaseHaul.reading(accepted: false)])
    try haul.decide("a.jpg", .key(CaseHaul.number), answer: .notFlagged, person: "1")
    try haul.decide("a.jpg", .key(CaseHaul.other), answer: .flagged, person: "2")
    let before = try #require(try exhibits(haul)["AB/1"])
    #expect(before.answer == .unresolved && before.numbers.map(\.standing) == [.open])
    #expect(before.reasons.count == 1 && before.reasons[0].hasPrefix("Two people differ"))
    try haul.decide("a.jpg", .settle(CaseHaul.other), answer: .flagged, person: "3")
    let exhibit = try #require(try exhibits(haul)["AB/1"])
    let number = try #require(exhibit.numbers.first)
    #expect(exhibit.answer == .flagged && number.digits == CaseHaul.other)
    #expect(number.standing == .settled && number.settledBy == "Cy 3")
    #expect(number.settlement?.person == "Cy 3" && number.settlement?.digits == CaseHaul.other)
    #expect(number.settlement?.time == number.answeredAt)
    #expect(number.opinions.map(\.digits) == [CaseHaul.number, CaseHaul.other])
    #expect(number.sources.isEmpty && number.confidence == nil)
    #expect(number.sightings.map(\.position) == [0])
    #expect(number.answer.state == .flagged && number.answer.lists.isEmpty)
    #expect(number.answer.explanation == "Flagged, by lists that were not kept with the answer.")
  }

  @Test func aNumberThatWasALeadHasTheLeadsLists() throws {
    let haul = try CaseHaul()
    let flagged = CaseHaul.answer(flags: CaseHaul.other)
    let lead = PhotoResult.Lead(imei: CaseHaul.other, probability: 0.4, answer: flagged)
    try haul.record("a.jpg", of: "AB/1", [CaseHaul.reading(accepted: false, leads: [lead])])
    for person in ["1", "2"] {
      try haul.decide("a.jpg", .key(CaseHaul.other), answer: .flagged, person: person)
    }
    let number = try #require(try numbers(haul).first)
    #expect(number.digits == CaseHaul.other && number.answer == flagged)
  }

  @Test func theNewestAnswerCounts() throws {
    let haul = try CaseHaul()
    let newer = CaseHaul.list("2026-11-21")
    try haul.record("a.jpg", of: "AB/1")
    try haul.record(
      "b.jpg", of: "AB/1", [CaseHaul.reading(answer: CaseHaul.answer(newer))])
    try haul.record("c.jpg", of: "AB/2")
    try haul.file.assign(
      [PhotoAssignment(photo: CaseHaul.digest("b.jpg"), exhibit: "AB/2", source: .person)])
    #expect(try numbers(haul).map(\.answer.lists) == [[CaseHaul.list]])
    try haul.record(
      "d.jpg", of: "AB/3", [CaseHaul.reading(answer: CaseHaul.answer(newer))])
    #expect(try numbers(haul).map(\.answer.lists) == [[newer]])
    #expect(try HaulRecord(of: haul.file).lists.map(\.list) == [CaseHaul.list, newer])
  }

  @Test func aNumberThatIsFlaggedAnywhereIsNotShownAsNotFlagged() throws {
    let haul = try CaseHaul()
    try haul.record(
      "a.jpg", of: "AB/1", [CaseHaul.reading(answer: CaseHaul.answer(flags: CaseHaul.number))])
    try haul.record(
      "b.jpg", of: "AB/1", [CaseHaul.reading(answer: CaseHaul.answer(CaseHaul.list("2026-11-21")))])
    #expect(try numbers(haul).map(\.answer.state) == [.flagged])
  }

  @Test func photosOfNoExhibitKeepTheirNumbers() throws {
    let haul = try CaseHaul()
    try haul.record([
      CaseHaul.photo("a.jpg", [CaseHaul.reading(accepted: false)], hash: 0),
      CaseHaul.photo("b.jpg", [CaseHaul.reading(accepted: false)], hash: .max),
      CaseHaul.photo("c.jpg", [CaseHaul.reading(CaseHaul.other)]),
    ])
    let record = try HaulRecord(of: haul.file)
    #expect(record.unassignedNumbers.map(\.digits) == [CaseHaul.number, CaseHaul.other])
    #expect(record.unassignedNumbers.map(\.standing) == [.open, .accepted])
    #expect(record.unassignedNumbers.first?.sightings.count == 2)
  }

  @Test func everyReasonIsSaid() throws {
    let haul = try CaseHaul()
    try haul.file.addExhibit("E/1")
    try haul.record("none.jpg", of: "E/2", [])
    try haul.record("unreadable.jpg", of: "E/3", [], status: .unreadable)
    try haul.record("refused.txt", of: "E/4", [], status: .refused)
    try haul.record("given up.jpg", of: "E/5", [CaseHaul.reading(accepted: false)])
    for person in ["1", "2"] { try haul.decide("given up.jpg", .unreadable, person: person) }
    let found = try exhibits(haul)
    #expect(
      ["E/1", "E/2", "E/3", "E/4", "E/5"].map { found[$0]?.reasons } == [
        ["No photo of it is in the case."], ["No photo of it shows an IMEI."],
        ["On one photo an IMEI could not be read, and nobody has keyed it yet."],
        ["One photo of it could not be opened."],
        ["People found that no IMEI on its photos can be read."],
      ])
  }
}
