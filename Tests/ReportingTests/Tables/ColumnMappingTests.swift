import Foundation
import Testing

@testable import Reporting

@Suite struct ColumnMappingTests {
  private func write(_ text: String, separator: Character = ",") throws -> StrictCSV {
    let scratch = try ExportScratch()
    _ = try scratch.export(SpoilingHaul.record, mapping: try Reporting.ColumnMapping(text))
    return try scratch.csv("mapped.csv", separator: separator)
  }

  private func failure(_ text: String) -> ReportingError? {
    do {
      _ = try Reporting.ColumnMapping(text)
      return nil
    } catch { return error }
  }

  @Test func writesTheColumnsOfAnotherSystem() throws {
    let table = try write(
      """
      \u{FEFF}# property system
      @separator = semicolon

      Property; ref = exhibit_ref\r
      "Serial = no." = imei
      Station\t=\t"44 ""North"" B"
      Again = imei
      Notes = notes
      """, separator: ";")
    #expect(!table.hasMark)
    #expect(table.header == ["Property; ref", "Serial = no.", "Station", "Again", "Notes"])
    let row = table.row(1)
    #expect(row["Property; ref"] == "AB/2")
    #expect(row["Serial = no."] == "012345678901237")
    #expect(row["Again"] == "012345678901237")
    #expect(row["Station"] == "44 \"North\" B")
    #expect(row["Notes"]?.hasPrefix("'=cmd|") == true)
  }

  @Test(arguments: [("comma", ","), ("semicolon", ";"), ("tab", "\t"), ("pipe", "|")])
  func knowsFourSeparators(name: String, separator: Character) throws {
    let table = try write("@separator = \(name)\nA = imei\nB = notes", separator: separator)
    #expect(table.header == ["A", "B"])
  }

  @Test func writesWithoutHeadingsAndWithAMarkWhereItIsTold() throws {
    let table = try write("@header = no\n@mark = yes\nA = imei")
    #expect(table.hasMark)
    #expect(table.header == ["356938035643809"])
  }

  @Test func writesTheRowsOfOtherTables() throws {
    #expect(try write("@rows = exhibits\nA = court_ref").rows.count == 3 + SpoilingHaul.texts.count)
    #expect(try write("A = contact\n@rows = return-list").rows.isEmpty == false)
    #expect(try write("A = listed_as\n@rows = flagged").rows.isEmpty == false)
  }

  @Test(arguments: [
    ("A = imei\nB = colour", "Line 2", "“colour”"), ("\n\nA", "Line 3", "no “=”"),
    ("A = imei\nA = tac", "Line 2", "line 1"), ("= imei", "Line 1", "heading"),
    ("A =", "Line 1", "no column"), ("A = \"x", "Line 1", "not closed"),
    ("A = \"x\" y", "Line 1", "behind"), ("\"A = imei", "Line 1", "not closed"),
    ("@colour = red", "Line 1", "@colour"), ("@header = maybe", "Line 1", "maybe"),
    ("@header = no\n@header = no", "Line 2", "second"),
    ("@rows = exhibits\nA = crop_sha256", "Line 2", "exhibits has no column"),
    ("A\u{202E} = imei", "Line 1", "seen"), ("A = \"\u{1B}[2J\"", "Line 1", "seen"),
    ("A\u{0} = imei", "Line 1", "seen"),
  ])
  func namesTheLineThatItCannotUse(text: String, line: String, what: String) {
    let error = failure(text)
    #expect(error?.code == .badValue)
    #expect(error?.message.hasPrefix(line) == true)
    #expect(error?.message.contains(what) == true)
  }

  @Test func listsTheColumnsThatThereAre() {
    let cure = failure("A = colour")?.cure
    #expect(cure?.contains("imei_formatted, schema, case_ref") == true)
  }

  @Test func hasLimits() {
    #expect(failure("# only words") != nil)
    #expect(failure((0...500).map { "C\($0) = imei" }.joined(separator: "\n")) != nil)
    #expect(failure((0..<500).map { "C\($0) = imei" }.joined(separator: "\n")) == nil)
    #expect(failure("\(String(repeating: "h", count: 201)) = imei") != nil)
    #expect(failure("A = \"\(String(repeating: "t", count: 1_001))\"") != nil)
    #expect(failure(String(repeating: "#\n", count: 40_000)) != nil)
  }

  @Test func readsFilesWithinLimits() throws {
    let scratch = try ExportScratch()
    func load(_ bytes: [UInt8]) throws -> Reporting.ColumnMapping {
      let path = "\(scratch.path)/mapping"
      try Data(bytes).write(to: URL(filePath: path))
      return try Reporting.ColumnMapping(contentsOf: path)
    }
    #expect(try load(Array("A = imei".utf8)) == Reporting.ColumnMapping("A = imei"))
    #expect(throws: ReportingError.self) { try load([0x41, 0xFF, 0x3D]) }
    #expect(throws: ReportingError.self) { try load([UInt8](repeating: 0x23, count: 70_000)) }
    #expect(throws: ReportingError.self) {
      try Reporting.ColumnMapping(contentsOf: scratch.path)
    }
    #expect(throws: ReportingError.self) {
      try Reporting.ColumnMapping(contentsOf: "\(scratch.path)/none")
    }
  }
}
