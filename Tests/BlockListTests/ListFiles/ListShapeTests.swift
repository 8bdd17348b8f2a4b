import Testing

@testable import BlockList

@Suite("Layout of a list file")
struct ListShapeTests {
  private func shape(_ text: String) throws -> ListShape {
    try ListShape.detect(head: Array(text.utf8).span, isWhole: true, name: "x.csv")
  }

  private func table(_ header: String?, rows: Int = 12, _ row: (Int) -> String) -> String {
    let body = (0..<rows).map(row)
    return ([header].compactMap { $0 } + body).joined(separator: "\n")
  }

  @Test("A plain list has one column and no header")
  func plain() throws {
    let found = try shape(table(nil) { Sample.imei($0) })
    #expect(found.imeiColumns == [0])
    #expect(found.headerLine == nil)
  }

  @Test("The delimiter is found with and without a header", arguments: [",", ";", "\t", "|"])
  func delimiters(delimiter: String) throws {
    let header = ["date", "IMEI", "reason"].joined(separator: delimiter)
    let row: (Int) -> String = {
      ["2026-01-0\($0 % 9 + 1)", Sample.imei($0), "lost, or stolen; see note"]
        .map { $0.contains(delimiter) ? "\"\($0)\"" : $0 }.joined(separator: delimiter)
    }
    let named = try shape(table(header, row))
    #expect(named.delimiter == delimiter.utf8.first)
    #expect(named.headerLine == 1)
    #expect(named.imeiColumns == [1])
    #expect(named.reasonColumns == [2])
    #expect(named.dateColumn == 0)
    let bare = try shape(table(nil, row))
    #expect(bare.delimiter == delimiter.utf8.first)
    #expect(bare.imeiColumns == [1])
    #expect(bare.reasonColumns.isEmpty)
  }

  @Test(
    "Names of the IMEI column are known in any case and spacing",
    arguments: [
      "imei", "IMEI", " Imei ", "IMEI Number", "imei_norm", "IMEI 1", "imei-no.", "Device IMEI",
      "IMEI/MEID", "IMEISV", "imeis", "IMEI (slot 1)", "Blocked IMEI",
    ])
  func imeiNames(name: String) {
    #expect(HeaderNames.meaning(of: name) == .imei)
  }

  @Test(
    "Names of other columns are not taken for it",
    arguments: ["imsi", "IMEI status", "tac", "imei_date", "serial", "imeix", "", "msisdn"])
  func otherNames(name: String) {
    #expect(HeaderNames.meaning(of: name) != .imei)
  }

  @Test("Both columns of a dual-SIM list are taken")
  func dual() throws {
    let found = try shape(
      table("Make,IMEI 1,IMEI 2") { "Make,\(Sample.imei($0)),\(Sample.imei(900 + $0))" })
    #expect(found.imeiColumns == [1, 2])
    let bare = try shape(table(nil) { "Make,\(Sample.imei($0)),\(Sample.imei(900 + $0))" })
    #expect(bare.imeiColumns == [1, 2])
  }

  @Test("An IMSI column beside the IMEIs is told by its check digits")
  func imsi() throws {
    let found = try shape(
      table(nil, rows: 40) { "41601\(1_000_000_000 + $0 * 7_919),\(Sample.imei($0 * 13))" })
    #expect(found.imeiColumns == [1])
  }

  @Test("Two columns of 14 digits without a header are refused: nothing tells them apart")
  func ambiguous() throws {
    let text = table(nil) { "\(Sample.body($0)),\(Sample.body(7_000 + $0))" }
    let error = #expect(throws: BlockListError.self) { try shape(text) }
    #expect(error?.code == .ambiguousColumns)
    #expect(error?.cure.contains("header") == true)
  }

  @Test("A title and comments may stand above the header")
  func title() throws {
    let found = try shape(
      "# made by\nStolen devices\n\nreason;imei\n" + table(nil) { "x;\(Sample.imei($0))" })
    #expect(found.headerLine == 4)
    #expect(found.imeiColumns == [1])
    #expect(found.reasonColumns == [0])
  }

  @Test("A first row of words is a header, one with digits is not")
  func unknownHeader() throws {
    #expect(try shape(table("Geraet") { Sample.imei($0) }).headerLine == 1)
    #expect(try shape(table("3569x") { Sample.imei($0) }).headerLine == nil)
    #expect(try shape(table("***") { Sample.imei($0) }).headerLine == nil)
  }

  @Test("A header below the first IMEI is no header")
  func lateHeader() throws {
    #expect(try shape("\(Sample.imei(1))\nimei\n\(Sample.imei(2))").headerLine == nil)
  }

  @Test("A header of one name does not settle the delimiter of its rows")
  func narrowHeader() throws {
    #expect(try shape(table("IMEI") { "\(Sample.imei($0));x" }).delimiter == 0x3B)
  }
}
