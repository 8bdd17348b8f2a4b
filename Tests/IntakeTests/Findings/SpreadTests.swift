import Foundation
import Testing

@testable import Intake

@Suite("Findings: sequences and spread") struct SpreadTests {
  private func serial(_ number: Int, type: String = "35693803") -> String {
    MadeUpHaul.imei(type + String(String(1_000_000 + number).dropFirst()))
  }

  @Test func fourConsecutiveSerialsOverFourPhotosAreToBeLookedAt() throws {
    var haul = MadeUpHaul()
    for index in [3, 1, 0, 2] { try haul.add("\(index).jpg", serial(417_030 + index)) }
    try haul.add("other.jpg", serial(417_035))
    let found = haul.found(.sequence)
    #expect(found.map(\.imeis) == [(0..<4).map { serial(417_030 + $0) }])
    #expect(found.first?.severity == .look)
    #expect(found.first?.files.count == 4)
  }

  @Test func fourSerialsOfTwoPhotosAreNotedAndThreeOrOnePhotoAreNothing() throws {
    var two = MadeUpHaul()
    try two.add("a.jpg", serial(417_030), serial(417_031))
    try two.add("b.jpg", serial(417_032), serial(417_033))
    #expect(two.found(.sequence).map(\.severity) == [.note])
    var three = MadeUpHaul()
    for index in 0..<3 { try three.add("\(index).jpg", serial(417_030 + index)) }
    try three.add("x.jpg", serial(417_033, type: "35693804"))
    #expect(three.found(.sequence).isEmpty)
    var one = MadeUpHaul()
    try one.add("a.jpg", serial(417_030), serial(417_031), serial(417_032), serial(417_033))
    #expect(one.found(.sequence).isEmpty)
  }

  @Test func aRunDoesNotGoOnIntoTheNextType() throws {
    var haul = MadeUpHaul()
    for (index, imei) in [
      serial(999_998), serial(999_999), serial(0, type: "35693804"), serial(1, type: "35693804"),
    ].enumerated() {
      try haul.add("\(index).jpg", imei)
    }
    #expect(haul.found(.sequence).isEmpty)
  }

  @Test func ordinaryNumbersGiveNoFigures() throws {
    var haul = MadeUpHaul()
    for index in 0..<40 {
      try haul.add("\(index).jpg", serial(31_337 + 7_919 * index, type: "3569\(3803 + index)"))
    }
    #expect(haul.findings.findings().isEmpty)
  }

  @Test func figuresOfOddNumbersAreStated() throws {
    var haul = MadeUpHaul()
    for index in 0..<12 { try haul.add("\(index).jpg", serial(31_337 + 7_919 * index)) }
    try haul.add("u.jpg", MadeUpHaul.imei("36693803564380"), status: .review)
    try haul.add("t.jpg", MadeUpHaul.imei("00440203564380"), status: .review)
    try haul.add("p.jpg", MadeUpHaul.imei("86012304123456"))
    try haul.add("d.jpg", "356938045643800", status: .review)
    let finding = try #require(haul.found(.spread).first)
    #expect(finding.severity == .look)
    let figures = try #require(finding.figures)
    #expect(figures.imeis == 16)
    #expect(figures.types == 5)
    #expect(figures.singleTypes == 4)
    #expect(figures.unassignedBodies == 1)
    #expect(figures.testBodies == 1)
    #expect(figures.patternedSerials == 1)
    #expect(figures.checkDigitDiffers == 1)
    #expect(figures.notSettled == 3)
    #expect(Set(finding.files) == ["u.jpg", "t.jpg", "p.jpg", "d.jpg"])
    #expect(finding.sentence.hasPrefix("4 of 16 IMEIs stand out"))
  }

  @Test func oneOddNumberIsOnlyNoted() throws {
    var haul = MadeUpHaul()
    for index in 0..<3 { try haul.add("\(index).jpg", serial(31_337 + 7_919 * index)) }
    try haul.add("p.jpg", MadeUpHaul.imei("86012304000000"))
    #expect(haul.found(.spread).map(\.severity) == [.note])
  }

  @Test func madeUpSerialsAreTheSixDigitsThatPeopleType() {
    #expect(SerialPattern.all.count == 120)
    #expect(SerialPattern.all.allSatisfy { (0..<1_000_000).contains($0) })
    for serial in [0, 111_111, 123_456, 12_345, 987_654, 543_210, 121_212, 890_123] {
      #expect(SerialPattern.matches(serial), "\(serial)")
    }
    for serial in [564_380, 123_457, 100_000, 1, 112_233] {
      #expect(!SerialPattern.matches(serial), "\(serial)")
    }
  }

  @Test func findingsComeInTheSameOrderWithTheSameBytes() throws {
    var haul = MadeUpHaul()
    for index in 0..<30 {
      try haul.add("\(index % 7).jpg", serial(417_030 + index % 11), serial(index * 31 % 97))
    }
    let lines = try (0..<2).map { _ in
      try haul.findings.findings().map {
        String(decoding: try OrderedJSONEncoder().encode($0), as: UTF8.self)
      }
    }
    #expect(lines[0] == lines[1])
    #expect(lines[0].count > 3)
    let severities = haul.findings.findings().map(\.severity)
    #expect(severities == severities.filter { $0 == .look } + severities.filter { $0 == .note })
  }

  @Test func theSummaryCountsByKind() throws {
    var haul = MadeUpHaul()
    var tally = FindingsTally()
    haul.findings.forEach { tally.add($0) }
    #expect(tally.summary == nil)
    try haul.add("AB1/a.jpg", "356938035643809")
    try haul.add("AB2/b.jpg", "356938035643809")
    haul.findings.forEach { tally.add($0) }
    #expect(
      tally.summary == """
        Findings over all photos: 1 to look at, 0 to note.
          look  one IMEI on several exhibits: 1
        """)
  }
}
