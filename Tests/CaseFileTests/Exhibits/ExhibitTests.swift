import CaseFile
import Testing

@Suite struct ExhibitReferenceTests {
  @Test(arguments: ["AB/1", "AB1", "ab/1", " Ab 1 ", "A B / 1", "ＡＢ１"])
  func oneExhibitHoweverItIsTyped(text: String) throws {
    #expect(try ExhibitReference(text) == ExhibitReference("AB/1"))
  }

  @Test(arguments: [
    ("JS/1/1", "JS/11"), ("JS/1-1", "JS/11"), ("JS/1.1", "JS/11"), ("AB/1", "AB/10"),
    ("JS/1/A", "JS/1/B"),
  ])
  func differentExhibitsStayApart(one: String, two: String) throws {
    #expect(try ExhibitReference(one) != ExhibitReference(two))
  }

  @Test func whatIsTypedIsKept() throws {
    #expect(try ExhibitReference("  ab/ 1 ").text == "ab/ 1")
  }

  @Test(arguments: ["", "  ", "/", " / ", "§ -", "a\u{7}b", String(repeating: "A", count: 81)])
  func nonsenseIsRefused(text: String) {
    #expect(code { _ = try ExhibitReference(text) } == .badValue)
  }
}

@Suite struct ExhibitTests {
  @Test func anExhibitIsKeptWithItsPeopleAndParent() throws {
    let fixture = try CaseFixture()
    let details = Exhibit.Details(
      description: "phone box", foundBy: "PC 1", producedBy: "PC 2", exhibitsOfficer: "DC 3",
      courtReference: "C7")
    try fixture.file.addExhibit("AB/1", details: details)
    try fixture.file.addExhibit("AB/1/A", details: Exhibit.Details(parent: "ab1"))
    #expect(try fixture.file.exhibit("ab1")?.details == details)
    #expect(try fixture.file.exhibit("AB/1/A")?.details.parent == "AB/1")
    #expect(try fixture.file.exhibits().map(\.reference) == ["AB/1", "AB/1/A"])
    #expect(try fixture.file.exhibit("ZZ/1") == nil)
  }

  @Test func anotherSpellingIsNoSecondExhibit() throws {
    let fixture = try CaseFixture()
    try fixture.file.addExhibit("AB/1")
    #expect(code { try fixture.file.addExhibit("ab 1") } == .exhibitExists)
    #expect(try fixture.file.exhibits().count == 1)
  }

  @Test func anExhibitIsNoPartOfItself() throws {
    let fixture = try CaseFixture()
    try fixture.file.addExhibit("AB/1")
    try fixture.file.addExhibit("AB/2", details: Exhibit.Details(parent: "AB/1"))
    #expect(
      code { try fixture.file.setExhibit("AB/1", details: Exhibit.Details(parent: "AB/2")) }
        == .badValue)
    #expect(
      code { try fixture.file.addExhibit("AB/3", details: Exhibit.Details(parent: "AB/9")) }
        == .exhibitMissing)
  }

  @Test func aNewBagEndsTheOldSealAndKeepsIt() throws {
    let fixture = try CaseFixture()
    try fixture.file.addExhibit("AB/1")
    try fixture.file.addSeal(BagSeal(number: "A100", from: "2026-11-20T09:00Z"), to: "AB1")
    try fixture.file.addSeal(BagSeal(number: "A200", from: "2026-11-21T09:00Z"), to: "AB1")
    #expect(
      try fixture.file.exhibit("AB/1")?.seals == [
        BagSeal(number: "A100", from: "2026-11-20T09:00Z", to: "2026-11-21T09:00Z"),
        BagSeal(number: "A200", from: "2026-11-21T09:00Z"),
      ])
    try fixture.file.openSeal(of: "AB/1", at: "2026-11-22T10:00Z")
    #expect(try fixture.file.exhibit("AB/1")?.seals.last?.to == "2026-11-22T10:00Z")
    #expect(code { try fixture.file.openSeal(of: "AB/1") } == .itemMissing)
    #expect(try fixture.file.exhibits(sealedIn: "A100") == ["AB/1"])
  }

  @Test func numbersInDescriptionsStandInNoEvent() throws {
    let fixture = try CaseFixture()
    try fixture.file.addExhibit(
      "AB/1", details: Exhibit.Details(description: "IMEI 356938035643809 on the lid"))
    let lines = try fixture.file.events().map(\.line).joined()
    #expect(!lines.contains("356938035643809"))
    #expect(lines.contains("IMEI ############### on the lid"))
  }

  @Test func photosAreAssignedOnceFromEachSource() throws {
    let fixture = try CaseFixture()
    try fixture.record([made("a.jpg")])
    let byFolder = PhotoAssignment(
      photo: digest("a.jpg"), exhibit: "AB/1", source: .folder, detail: "AB1")
    #expect(code { try fixture.file.assign([byFolder]) } == .exhibitMissing)
    try fixture.file.assign([byFolder, byFolder], addingExhibits: true)
    try fixture.file.assign(
      [PhotoAssignment(photo: digest("a.jpg"), exhibit: "ab1", source: .bagLabel)])
    #expect(
      try fixture.file.assignments(of: digest("a.jpg")).map(\.source) == [.folder, .bagLabel])
    #expect(try fixture.file.photo(digest("a.jpg"))?.exhibits == ["AB/1"])
    #expect(try fixture.file.photos(PhotoFilter(exhibit: "AB 1"), limit: 5).count == 1)
    #expect(try fixture.file.events(kinds: ["photo.assign"]).count == 2)
  }
}
