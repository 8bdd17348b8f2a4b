import Foundation
import Testing

@testable import Reporting

@Suite struct SpreadsheetTests {
  private static let table = ExportTable(
    "Devices", columns: [.init(name: "imei", isText: false, width: 18)],
    rows: [[.one("012345678901237")], [.none], [.one("=1+1")]])

  private func bytes(
    time: String = "2026-11-21T10:15:30.123Z", tables: [ExportTable] = [table]
  ) throws -> [UInt8] {
    let scratch = try ExportScratch()
    let folder = try StagedFolder("\(scratch.path)/out")
    try Spreadsheet(title: "Haul", time: time, tables: tables).write(to: folder, as: "a.xlsx")
    try folder.publish()
    return try scratch.bytes("a.xlsx")
  }

  @Test func isTheSameForEqualTables() throws {
    let first = try bytes()
    #expect(first.starts(with: Array("PK".utf8)))
    // The time zone of the machine, and a second of its clock, change nothing.
    let zone = ProcessInfo.processInfo.environment["TZ"]
    setenv("TZ", "Pacific/Auckland", 1)
    tzset()
    defer {
      if let zone { setenv("TZ", zone, 1) } else { unsetenv("TZ") }
      tzset()
    }
    #expect(try bytes() == first)
    #expect(try bytes(time: "2026-11-21T10:15:31.123Z") != first)
  }

  @Test(arguments: ["", "yesterday", "1970-01-01T00:00:00.000Z"])
  func bearsNoTimeThatIsNone(time: String) {
    // A library that is given no time takes the clock's.
    #expect { try bytes(time: time) } throws: { ($0 as? ReportingError)?.code == .badValue }
  }

  @Test func saysWhatTheLibraryRefuses() {
    let twice = [Self.table, Self.table]
    #expect { try bytes(tables: twice) } throws: {
      ($0 as? ReportingError)?.code == .libraryFailed
    }
  }

  @Test func saysThatItCannotBeWritten() throws {
    let scratch = try ExportScratch()
    let workbook = try Workbook(at: "\(scratch.path)/none/a.xlsx")
    try workbook.add("A", columns: [(name: "a", width: 5)], rows: [])
    #expect { try workbook.close() } throws: { ($0 as? ReportingError)?.code == .libraryFailed }
  }

  @Test(arguments: ["_x0041_", "\u{202E}", "𝟘", "a"])
  func takesTextsOfAnyLength(part: String) throws {
    let long = String(repeating: part, count: 40_000)
    let table = ExportTable(
      "Long", columns: [.init(name: "text", isText: true, width: 10)], rows: [[.one(long)]])
    #expect(try bytes(tables: [table]).starts(with: Array("PK".utf8)))
    #expect(SheetText.shown(.one(long)).utf16.count <= CellText.limit)
    #expect(SheetText.shown(.one(long)).hasSuffix("…"))
    var record = SampleHaul.record
    record.heading.reference = long
    let scratch = try ExportScratch()
    #expect(try scratch.export(record).count == 9)
  }

  @Test func leavesNothingBesideTheWorkbook() throws {
    let scratch = try ExportScratch()
    _ = try scratch.export(SampleHaul.record)
    #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.path) == ["out"])
    #expect(try FileManager.default.contentsOfDirectory(atPath: "\(scratch.path)/out").count == 9)
  }

  @Test(arguments: [
    ("_x0041_", "_x005F_x0041_"), ("a_x00e9_b", "a_x005F_x00e9_b"),
    ("_x0041_x0042_", "_x005F_x0041_x005F_x0042_"),
    ("_x041_", "_x041_"), ("_xGGGG_", "_xGGGG_"), ("_x", "_x"), ("é_x0041", "é_x0041"),
  ])
  func takesNoTextForAnEscape(text: String, escaped: String) {
    #expect(SheetText.escaped(text) == escaped)
  }
}
