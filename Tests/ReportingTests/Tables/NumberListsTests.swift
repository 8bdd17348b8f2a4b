import Testing

@testable import Reporting

@Suite struct NumberListsTests {
  private func record(_ numbers: [(String, NumberRecord.Standing)]) -> HaulRecord {
    var record = SampleHaul.record
    record.exhibits = [record.exhibits[0], record.exhibits[1]]
    record.exhibits[0].numbers = numbers.map {
      SampleHaul.number($0.0, formatted: $0.0, standing: $0.1, photo: "")
    }
    record.exhibits[1].numbers = record.exhibits[0].numbers
    return record
  }

  @Test func partsNumbersThatCountFromThoseThatDoNot() {
    let lists = NumberLists(
      of: record([
        ("990000862471854", .settled), ("012345678901237", .accepted), ("490154203237518", .open),
      ]))
    #expect(lists.settled == ["012345678901237", "990000862471854"])
    #expect(lists.unresolved == ["490154203237518"])
  }

  @Test func makesNoDigitUp() {
    let lists = NumberLists(
      of: record([("35693803564380", .settled), ("0049015420323751", .accepted)]))
    #expect(lists.settled == [])
    #expect(lists.unresolved == ["0049015420323751", "35693803564380"])
  }

  @Test func takesANumberThatCountsSomewhereForSettled() {
    var record = record([("490154203237518", .open)])
    record.exhibits[1].numbers[0].standing = .settled
    let lists = NumberLists(of: record)
    #expect(lists.settled == ["490154203237518"])
    #expect(lists.unresolved == [])
  }

  @Test func writesOneNumberALine() throws {
    let scratch = try ExportScratch()
    _ = try scratch.export(record([("990000862471854", .settled), ("012345678901237", .settled)]))
    #expect(
      try scratch.bytes("imeis.txt") == Array("012345678901237\n990000862471854\n".utf8))
    #expect(try scratch.bytes("imeis-unresolved.txt") == [])
  }
}
