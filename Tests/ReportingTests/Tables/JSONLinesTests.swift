import Foundation
import Testing

@testable import Reporting

@Suite struct JSONLinesTests {
  @Test func keepsEveryTextAsItIs() throws {
    let scratch = try ExportScratch()
    _ = try scratch.export(SpoilingHaul.record)
    let objects = try scratch.objects("devices.jsonl")
    let models = objects.compactMap { $0["model"] as? String }
    #expect(SpoilingHaul.texts.allSatisfy(models.contains))
    #expect(objects.allSatisfy { $0["caseRef"] as? String == "=OP" })
    #expect(objects.contains { ($0["imageName"] as? [String])?.first == "=IMG\\xFF\\xC3\\n.jpg" })
  }

  @Test func hasTheRowsOfTheTable() throws {
    let scratch = try ExportScratch()
    _ = try scratch.export(SpoilingHaul.record)
    let table = try scratch.csv("devices.csv")
    let objects = try scratch.objects("devices.jsonl")
    #expect(objects.count == table.rows.count)
    #expect(objects.map { $0["imei"] as? String ?? "" } == table.column("imei"))
    #expect(objects.allSatisfy { Set($0.keys) == Set(table.header.map(JSONLines.key)) })
  }

  @Test func sortsItsKeysBehindTheSchema() throws {
    let scratch = try ExportScratch()
    _ = try scratch.export(SampleHaul.record)
    let line = String(
      decoding: try scratch.bytes("devices.jsonl").prefix { $0 != 0x0A }, as: UTF8.self)
    #expect(line.hasPrefix(#"{"schema":"imeikit.devices/1","bagSeal":"T0012345","caseRef":"#))
    #expect(line.contains(#""confidence":0.9998,"#))
    #expect(line.contains(#""imei":"356938035643809","#))
    #expect(line.contains(#""listReason":[],"listRef":[],"#))
  }

  @Test(arguments: [("imei_formatted", "imeiFormatted"), ("urn", "urn"), ("reader1", "reader1")])
  func namesKeysAfterColumns(column: String, key: String) {
    #expect(JSONLines.key(of: column) == key)
  }
}
