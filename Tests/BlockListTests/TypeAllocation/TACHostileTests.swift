import Foundation
import IMEI
import Testing

@testable import BlockList

@Suite struct TACHostileTests {
  private let samples: TACSamples

  init() throws { samples = try TACSamples() }

  @Test(
    arguments: [
      ("", .columnsMissing), ("35693803,Nokia,3310\n", .columnsMissing),
      ("tac\n35693803\n", .columnsMissing),
      ("tac,tac,make\n35693803,35693804,Nokia\n", .ambiguousColumns),
      ("tac,make,brand\n35693803,Nokia,Nokia\n", .ambiguousColumns), ("tac,make\n", .noUsableRows),
      ("tac,make\n,\n\n", .noUsableRows), ("PK\u{3}\u{4}tac,make", .damagedFile),
      ("%PDF-1.7 tac", .notText),
    ] as [(String, BlockListError.Code)])
  func aFileOfNoUseIsRefusedWhole(text: String, code: BlockListError.Code) throws {
    #expect(samples.failure(Array(text.utf8)) == code)
    #expect(try samples.directory.lists() == [])
  }

  @Test func binaryIsRefused() throws {
    var generator = SystemRandomNumberGenerator()
    for _ in 0..<20 {
      let bytes = (0..<10_000).map { _ in UInt8.random(in: 0...255, using: &generator) }
      #expect(samples.failure(bytes) != nil)
    }
    #expect(try samples.directory.lists() == [])
  }

  @Test func aRowWithNULOrNoUTF8IsRefusedAndTheOthersGoIn() throws {
    var bytes = Array("tac,make\n35693803,No".utf8)
    bytes += [0] + Array("kia\n35693804,M".utf8) + [0xF6] + Array("bius\n35693805,Nokia\n".utf8)
    let report = try samples.load(bytes: bytes)
    #expect(report.refusals.map(\.code) == ["nulByte", "notUTF8"])
    #expect(report.info.counts.accepted == 1)
  }

  @Test func aLineOfHundredMegabytesCostsItself() throws {
    let source = ListSource.file(
      try samples.folder.write(
        "tac,make\n35693803,Nokia\n35693804," + String(repeating: "x", count: 100_000_000)
          + "\n35693805,Nokia\n", to: "long.csv"))
    let report = try samples.directory.importList(
      from: source, name: "long", date: Sample.day, options: Sample.options)
    #expect(report.refusals.map(\.code) == ["lineTooLong"])
    #expect(report.refusals.map(\.line) == [3])
    #expect(report.refusals[0].text.count <= RefusedRow.textLimit + 1)
    #expect(report.info.counts.accepted == 2)
  }

  @Test func aQuoteThatIsNeverClosedCostsOneRow() throws {
    let report = try samples.load(
      "tac,make,model\n35693803,Nokia,\"3310\n35693804,Nokia,1\n35693805,\"Nokia\",\"2\"\n")
    #expect(report.refusals.map(\.line) == [2])
    #expect(report.info.counts.accepted == 2)
  }

  @Test func aQuotedNameMaySpanLines() throws {
    let report = try samples.load("tac,make,model\n35693803,Nokia,\"33\n10\"\n35693804,Nokia,1\n")
    #expect(report.info.counts == TACCounts(accepted: 2))
    #expect(try samples.answer("35693803").leading?.model == "33\\n10")
  }

  @Test func controlCharactersAreStoredAsEscapesAndLongNamesCut() throws {
    let long = String(repeating: "n", count: 5_000)
    try samples.load("\u{1B}[31mlicence\ntac,make,model\n35693803,\u{1B}[2JNokia,\(long)\n")
    let entry = try #require(try samples.answer("35693803").leading)
    #expect(entry.make == "\\u{1B}[2JNokia")
    #expect(entry.model?.count == TACAllocation.nameLimit + 1)
    #expect(try samples.directory.lists()[0].notices == ["\\u{1B}[31mlicence"])
  }

  @Test func aRowOfManyNamesIsCut() throws {
    let names = (0..<1_000).map { "n\($0)" }.joined(separator: ",")
    try samples.load("tac,make,aka\n35693803,Nokia,\"\(names)\"\n")
    #expect(
      try samples.answer("35693803").leading?.otherNames.count == TACAllocation.mostOtherNames)
  }

  @Test func refusalsBeyondTheCapAreCounted() throws {
    let rows = (0..<5_000).map { "x\($0),Nokia" }.joined(separator: "\n")
    var told = 0
    let report = try samples.load("tac,make\n35693803,Nokia\n\(rows)") { _ in told += 1 }
    #expect(told == 5_000)
    #expect(report.info.counts.refused == 5_000)
    #expect(report.refusals.count + report.refusalsNotKept == 5_000)
    #expect(report.refusalsNotKept > 0)
  }
}
