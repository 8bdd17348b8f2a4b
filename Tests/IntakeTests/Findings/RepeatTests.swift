import Intake
import Testing

@Suite("Findings: repeats") struct RepeatTests {
  private let imei = "356938035643809"

  @Test func oneIMEIOnTwoPhotosOfOneFolderIsNoted() throws {
    var haul = MadeUpHaul()
    try haul.add("haul/a.jpg", imei)
    try haul.add("haul/b.jpg", "490154203237518")
    try haul.add("haul/c.jpg", imei)
    let found = haul.found(.sameIMEIOnPhotos)
    #expect(found.map(\.files) == [["haul/a.jpg", "haul/c.jpg"]])
    #expect(found.first?.severity == .note)
    #expect(found.first?.imeis == [imei])
    #expect(haul.findings.findings().count == 1)
  }

  @Test func oneIMEIInTwoExhibitFoldersIsToBeLookedAt() throws {
    var haul = MadeUpHaul()
    try haul.add("haul/AB1/front.jpg", imei)
    try haul.add("haul/AB1/back.jpg", imei)
    try haul.add("haul/AB2/front.jpg", imei)
    let found = haul.found(.sameIMEIOnExhibits)
    #expect(found.map(\.exhibits) == [["haul/AB1", "haul/AB2"]])
    #expect(found.first?.severity == .look)
    #expect(found.first?.files.count == 3)
    #expect(haul.found(.sameIMEIOnPhotos).isEmpty)
  }

  @Test func severalPhotosOfOneExhibitAreNoFinding() throws {
    var haul = MadeUpHaul()
    try haul.add("haul/AB1/front.jpg", imei)
    try haul.add("haul/AB1/back.jpg", imei)
    try haul.add("haul/AB2/front.jpg", "490154203237518")
    #expect(haul.findings.findings().isEmpty)
  }

  @Test func aFolderOfManyPhotosIsNoExhibit() throws {
    var haul = MadeUpHaul()
    try haul.add("day1/0.jpg", imei)
    try haul.add("day2/0.jpg", imei)
    for index in 1...ExhibitRule.mostPhotosOfAnExhibit {
      try haul.add("day1/\(index).jpg", MadeUpHaul.imei("49015420323\(100 + 3 * index)"))
    }
    #expect(haul.found(.sameIMEIOnExhibits).isEmpty)
    #expect(haul.found(.sameIMEIOnPhotos).count == 1)
    var told = MadeUpHaul(exhibits: .folder)
    told.findings = HaulFindings(exhibits: .folder)
    try told.add("day1/0.jpg", imei)
    try told.add("day2/0.jpg", imei)
    #expect(told.found(.sameIMEIOnExhibits).count == 1)
  }

  @Test func aClosureMayNameTheExhibit() throws {
    var haul = MadeUpHaul(
      exhibits: .named { $0.text.split(separator: "_").first.map(String.init) })
    try haul.add("AB1_front.jpg", imei)
    try haul.add("AB1_back.jpg", imei)
    #expect(haul.findings.findings().isEmpty)
    try haul.add("AB2_back.jpg", imei)
    #expect(haul.found(.sameIMEIOnExhibits).map(\.exhibits) == [["AB1", "AB2"]])
  }

  @Test func theSameBytesTwiceAreOnePhotoCountedTwice() throws {
    var haul = MadeUpHaul(exhibits: .unknown)
    try haul.add("a.jpg", imei, digest: "b")
    try haul.add("copy.jpg", imei, digest: "b")
    let found = haul.findings.findings()
    #expect(found.map(\.kind) == [.sameFile])
    #expect(found.first?.imeis == [imei])
    #expect(found.first?.severity == .note)
    #expect(found.first?.sentence.contains("byte for byte") == true)
  }

  @Test func theSameBytesUnderTwoExhibitsAreToBeLookedAt() throws {
    var haul = MadeUpHaul()
    try haul.add("AB1/a.jpg", imei, digest: "b")
    try haul.add("AB2/a.jpg", imei, digest: "b")
    #expect(haul.found(.sameFile).map(\.severity) == [.look])
  }

  @Test func bothIMEIsOfADeviceOnTheSamePhotosAreOneFinding() throws {
    let other = MadeUpHaul.imei("35693803564381")
    var haul = MadeUpHaul(exhibits: .unknown)
    for file in ["a.jpg", "b.jpg", "c.jpg"] { try haul.add(file, other, imei) }
    #expect(haul.found(.sameIMEIOnPhotos).map(\.imeis) == [[imei, other]])
    #expect(haul.found(.pair).map(\.files) == [["a.jpg", "b.jpg", "c.jpg"]])
    try haul.add("d.jpg", imei)
    #expect(haul.found(.sameIMEIOnPhotos).map(\.files.count) == [4, 3])
  }

  @Test func aDummyIsSaidToBeOne() throws {
    var haul = MadeUpHaul()
    try haul.add("a.jpg", "000000000000000")
    try haul.add("b.jpg", "000000000000000")
    #expect(haul.found(.sameIMEIOnPhotos).first?.sentence.contains("dummy") == true)
  }

  @Test func readingsThatAreNotSettledAreCounted() throws {
    var haul = MadeUpHaul()
    try haul.add("a.jpg", imei)
    try haul.add("b.jpg", imei, status: .review)
    let sentence = haul.found(.sameIMEIOnPhotos).first?.sentence
    #expect(sentence?.hasSuffix("1 of 2 readings is not settled.") == true)
  }

  @Test func namesFromOutsideCannotSteerATerminal() throws {
    var haul = MadeUpHaul()
    try haul.add("a\u{1B}[31m\n.jpg", imei)
    try haul.add("\u{202E}b.jpg", imei)
    let sentence = try #require(haul.found(.sameIMEIOnPhotos).first?.sentence)
    #expect(!sentence.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x202E })
  }
}
