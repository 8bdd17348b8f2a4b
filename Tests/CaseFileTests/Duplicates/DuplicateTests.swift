@testable import CaseFile
import Testing

@Suite struct HashNeighbourTests {
  @Test(arguments: [0, 1, 4, 7, 12])
  func nothingIsMissed(threshold: Int) {
    var generator = SystemRandomNumberGenerator()
    var hashes = (0..<120).map { _ in generator.next() as UInt64 }
    for index in 0..<60 {
      var copy = hashes[index]
      for _ in 0..<(index % 14) { copy ^= 1 << UInt64.random(in: 0..<64) }
      hashes.append(copy)
    }
    var expected: [HashNeighbours.Pair] = []
    for one in hashes.indices {
      for two in hashes.indices where two > one {
        let distance = (hashes[one] ^ hashes[two]).nonzeroBitCount
        if distance <= threshold {
          expected.append(HashNeighbours.Pair(first: one, second: two, distance: distance))
        }
      }
    }
    #expect(HashNeighbours.pairs(hashes, threshold: threshold) == expected)
  }

  @Test func nothingHasNoNeighbours() {
    #expect(HashNeighbours.pairs([], threshold: 4).isEmpty)
    #expect(HashNeighbours.pairs([7], threshold: 64).isEmpty)
  }
}

@Suite struct DuplicateTests {
  private func fixture() throws -> CaseFixture {
    let fixture = try CaseFixture()
    try fixture.record([
      made("a.jpg", hash: 0xFF00), made("a copy.jpg", bytes: "a.jpg", hash: 0xFF00),
      made("a small.jpg", hash: 0xFF01), made("b.jpg", hash: 0xFFFF_0000_0000),
      made("c.jpg", readings: [MadeReading(imei: "490154203237518")], hash: 0x5555_5555_5555),
    ])
    let exhibits = [
      "a.jpg": "AB/1", "a small.jpg": "AB/1", "b.jpg": "AB/1", "c.jpg": "AB/2",
    ]
    try fixture.file.assign(
      exhibits.sorted { $0.key < $1.key }.map {
        PhotoAssignment(photo: digest($0.key), exhibit: $0.value, source: .folder)
      }, addingExhibits: true)
    return fixture
  }

  @Test func theFourKindsAreKeptApart() throws {
    let fixture = try fixture()
    #expect(try fixture.file.sameBytes().map(\.photo) == [digest("a.jpg")])
    #expect(try fixture.file.sameBytes().first?.names.count == 2)
    #expect(
      try fixture.file.samePictures() == [
        SamePicture(first: digest("a.jpg"), second: digest("a small.jpg"), distance: 1)
      ])
    #expect(try fixture.file.samePictures(threshold: 0).isEmpty)
    #expect(
      try fixture.file.samePhotographed() == [
        SameExhibit(exhibit: "AB/1", photos: [digest("a.jpg"), digest("b.jpg")])
      ])
    #expect(try fixture.file.sameNumbers().isEmpty)
  }

  @Test func oneNumberOnTwoExhibitsIsFound() throws {
    let fixture = try fixture()
    try fixture.record([made("d.jpg", readings: [MadeReading(status: "review")])])
    try fixture.file.assign(
      [PhotoAssignment(photo: digest("d.jpg"), exhibit: "AB/3", source: .folder)],
      addingExhibits: true)
    let found = try #require(try fixture.file.sameNumbers().first)
    #expect(found.key == "35693803564380")
    #expect(found.exhibits == ["AB/1", "AB/3"])
    #expect(!found.isCertain)
  }

  @Test func aNumberThatPeopleCorrectedAwayIsNotOnTheExhibit() throws {
    let fixture = try fixture()
    for (name, number) in [("Ann", "1"), ("Bob", "2")] {
      try fixture.file.addOperator(name: name, number: number, role: .reader)
    }
    try fixture.record([made("d.jpg", readings: [MadeReading(status: "review")])])
    try fixture.file.assign(
      [PhotoAssignment(photo: digest("d.jpg"), exhibit: "AB/3", source: .folder)],
      addingExhibits: true)
    let subject = ReadingSubject(photo: digest("d.jpg"), number: .read(0))
    try fixture.file.decide(
      Decision(subject: subject, act: .correct("490154203237518")), person: "1")
    try fixture.file.decide(Decision(subject: subject, act: .key("490154203237518")), person: "2")
    let found = try fixture.file.sameNumbers()
    #expect(found.map(\.key) == ["49015420323751"])
    #expect(found.first?.exhibits == ["AB/2", "AB/3"])
    #expect(found.first?.isCertain == true)
  }
}
