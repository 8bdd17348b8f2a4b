import BlockList
import CaseFile
import Foundation
import Reporting
import Testing

@Suite struct ExportsTests {
  private static let names = [
    "devices.csv", "devices.jsonl", "devices.xlsx", "dirbs.csv", "exhibits.csv", "flagged.csv",
    "imeis-unresolved.txt", "imeis.txt", "return-list.csv",
  ]

  @Test func writesEveryFileOnce() throws {
    let scratch = try ExportScratch()
    #expect(try scratch.export(SampleHaul.record).map(\.path) == Self.names)
    let mapping = try Reporting.ColumnMapping("Serial = imei")
    #expect(
      try scratch.export(SampleHaul.record, mapping: mapping, as: "mapped").map(\.path)
        == (Self.names + ["mapped.csv"]).sorted())
  }

  @Test(arguments: [SampleHaul.record, SpoilingHaul.record])
  func writesTheSameBytesEachTime(record: HaulRecord) throws {
    let scratch = try ExportScratch()
    let mapping = try Reporting.ColumnMapping("Serial = imei\nNotes = notes")
    #expect(
      try scratch.export(record, mapping: mapping, as: "one")
        == scratch.export(record, mapping: mapping, as: "two"))
  }

  @Test(arguments: ["devices.csv", "exhibits.csv", "return-list.csv", "flagged.csv"])
  func writesTablesThatAStrictReaderTakes(file: String) throws {
    let scratch = try ExportScratch()
    _ = try scratch.export(SpoilingHaul.record)
    let table = try scratch.csv(file)
    #expect(table.hasMark)
    #expect(table.rows.count >= SpoilingHaul.texts.count)
    let values = table.rows.flatMap { $0 }
    // No control character, no line end, nothing that reorders text.
    #expect(
      values.allSatisfy { value in
        value.unicodeScalars.allSatisfy {
          $0.properties.generalCategory != .control && $0.properties.generalCategory != .format
        }
      })
    let starts = values.compactMap(\.unicodeScalars.first)
    #expect(starts.allSatisfy { !Set("=+-@＝＋－＠".unicodeScalars).contains($0) })
  }

  @Test func isReadByTheKitsOwnReaders() throws {
    let scratch = try ExportScratch()
    var record = SpoilingHaul.record
    // Rows of more than 64 KiB are damaged to the kit's own reader of lists.
    record.exhibits.removeAll { $0.exhibit.details.description == SpoilingHaul.long }
    _ = try scratch.export(record)
    let strict = try scratch.csv("devices.csv")
    var rows = try CSVRows(.bytes(try scratch.bytes("devices.csv"), name: "devices.csv"))
    var count = 0
    while let row = try rows.next() {
      #expect(row.fields.count == strict.header.count)
      count += 1
    }
    #expect(count == strict.rows.count + 1)

    var reader = try IMEIListReader(.bytes(try scratch.bytes("imeis.txt"), name: "imeis.txt"))
    #expect(try reader.nextBatch().map(\.text) == ["012345678901237", "356938035643809"])
  }

  @Test func writesTheListOfDIRBSAsOnesImporterReadsIt() throws {
    let scratch = try ExportScratch()
    _ = try scratch.export(SampleHaul.record)
    #expect(
      String(decoding: try scratch.bytes("dirbs.csv"), as: UTF8.self)
        == "imei,block_date,reasons\r\n012345678901237,20261001,stolen\r\n")
  }

  @Test func writesAnEmptyHaul() throws {
    let scratch = try ExportScratch()
    var record = SampleHaul.record
    record.exhibits = []
    record.lists = []
    _ = try scratch.export(record)
    #expect(try scratch.csv("devices.csv").rows == [])
    #expect(try scratch.bytes("imeis.txt") == [])
    #expect(try scratch.bytes("devices.xlsx").starts(with: Array("PK".utf8)))
  }
}
