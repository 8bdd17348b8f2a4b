import BlockList
import CaseFile
import Foundation
import Intake
import Reporting
import Testing

@Suite struct AskingRecordTests {
  private func number(_ haul: CaseHaul) throws -> NumberRecord {
    try #require(try HaulRecord(of: haul.file).exhibits.first?.numbers.first)
  }

  @Test func whoBeganTheRunAskedForWhatWasReadInIt() throws {
    let haul = try CaseHaul()
    try haul.record("a.jpg", of: "AB/1")
    let run = try #require(try haul.file.runs().first)
    #expect(
      try number(haul).asking
        == AskingRecord(
          occasion: .reading(run: run.id.text), person: "Ann 1", program: "imeikit 0.7.0"))
  }

  @Test func whoGaveANumberAskedForIt() throws {
    let haul = try CaseHaul()
    try haul.record("a.jpg", of: "AB/1", [CaseHaul.reading(accepted: false)])
    for person in ["1", "2"] {
      try haul.decide("a.jpg", .key(CaseHaul.other), answer: .notFlagged, person: person)
    }
    let number = try number(haul)
    let last = try #require(number.opinions.last)
    #expect(number.digits == CaseHaul.other && number.answeredAt == last.time)
    #expect(
      number.asking
        == AskingRecord(
          occasion: .decision(event: last.event), person: "Bob 2", program: "imeikit 0.7.0"))
    #expect(number.opinions.map(\.photo) == Array(repeating: CaseHaul.digest("a.jpg"), count: 2))
  }

  @Test func whoAskedAgainAskedForEveryNumberWithTheProgramOfThatDay() throws {
    let haul = try CaseHaul()
    let newer = CaseHaul.list("2026-11-25")
    try haul.record("a.jpg", of: "AB/1")
    try haul.record("b.jpg", of: "AB/2", [CaseHaul.reading(CaseHaul.third, accepted: false)])
    for person in ["1", "2"] {
      try haul.decide("b.jpg", .key(CaseHaul.other), answer: .notFlagged, person: person)
    }
    try haul.recheck(newer, person: "Cy 3", program: "imeikit 0.8.0")
    let recheck = try #require(try haul.file.lastRecheck())
    let asking = AskingRecord(
      occasion: .recheck(event: recheck.event), person: "Cy 3", program: "imeikit 0.8.0")
    let exhibits = try HaulRecord(of: haul.file).exhibits
    let numbers = exhibits.flatMap(\.numbers).filter { $0.standing != .open }
    #expect(numbers.map(\.digits) == [CaseHaul.number, CaseHaul.other])
    #expect(numbers.map(\.asking) == [asking, asking])
    #expect(numbers.map(\.answeredAt) == [recheck.askedAt, recheck.askedAt])
    #expect(numbers.map(\.answer.lists) == [[newer], [newer]])
    try haul.record("c.jpg", of: "AB/3", [CaseHaul.reading(CaseHaul.other)])
    let later = try #require(try HaulRecord(of: haul.file).exhibits.last?.numbers.first)
    #expect(later.asking?.person == "Ann 1" && later.asking?.occasion != asking.occasion)
  }

  @Test func nobodyAskedWhereNoListWasThere() throws {
    let haul = try CaseHaul()
    try haul.record("a.jpg", of: "AB/1", [CaseHaul.reading(answer: nil)])
    #expect(try number(haul).asking == nil)
  }
}
