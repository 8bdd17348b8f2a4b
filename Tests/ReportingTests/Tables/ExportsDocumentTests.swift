import Foundation
import Testing

@testable import Reporting

/// The document of the exports names their columns, all of them and in their order.
@Suite struct ExportsDocumentTests {
  private let tables: [String: [(name: String, holds: String)]]

  init() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../../Sources/Reporting/Documentation.docc/Exports.md")
    var tables: [String: [(name: String, holds: String)]] = [:]
    var heading = ""
    for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
      if line.hasPrefix("#") { heading = String(line.drop { $0 == "#" || $0 == " " }) }
      guard line.hasPrefix("| `") else { continue }
      let cells = line.split(separator: " | ", maxSplits: 1).map(String.init)
      let name = cells[0].trimmingCharacters(in: CharacterSet(charactersIn: "|` "))
      tables[heading, default: []].append((name, cells[1]))
    }
    self.tables = tables
  }

  private static var written: [(heading: String, table: ExportTable)] {
    [
      ("devices.csv", .devices(of: SampleHaul.record)),
      ("exhibits.csv", .exhibits(of: SampleHaul.record)),
      ("flagged.csv", .flagged(of: SampleHaul.record)),
      ("return-list.csv", .returns(of: SampleHaul.record)),
      ("dirbs.csv", .dirbs(of: SampleHaul.record)),
      ("Sheet Lists of devices.xlsx", .lists(of: SampleHaul.record)),
    ]
  }

  @Test func namesTheColumnsThatAreWritten() {
    for (heading, table) in Self.written {
      #expect(tables[heading]?.map(\.name) == table.columns.map(\.name), "\(heading)")
    }
  }

  @Test func saysWhichColumnsHoldText() {
    for (heading, table) in Self.written {
      let marked = (tables[heading] ?? []).filter { row in
        row.holds.contains("; text |") || row.holds.contains("; text, list |")
      }
      #expect(
        marked.map(\.name) == table.columns.filter(\.isText).map(\.name), "\(heading)")
    }
  }

  @Test func saysWhichColumnsHoldSeveralValues() {
    for (heading, table) in Self.written {
      let marked = (tables[heading] ?? []).filter {
        $0.holds.contains("; list |") || $0.holds.contains("; text, list |")
      }
      let row = table.rows.first ?? []
      let several = zip(table.columns, row).filter { _, cell in
        if case .many = cell { true } else { false }
      }
      #expect(marked.map(\.name) == several.map(\.0.name), "\(heading)")
    }
  }

  @Test func namesTheSchemasThatAreWritten() throws {
    let scratch = try ExportScratch()
    _ = try scratch.export(SampleHaul.record)
    for file in ["devices.csv", "exhibits.csv", "flagged.csv", "return-list.csv"] {
      let schema = try #require(try scratch.csv(file).column("schema").first)
      #expect(
        tables[file]?.first { $0.name == "schema" }?.holds.hasPrefix("`\(schema)`") == true)
    }
  }

  @Test func namesEveryFile() throws {
    let scratch = try ExportScratch()
    let mapping = try Reporting.ColumnMapping("A = imei")
    let files = try scratch.export(SampleHaul.record, mapping: mapping).map(\.path)
    #expect(tables["Overview"]?.map(\.name).sorted() == files)
  }
}
