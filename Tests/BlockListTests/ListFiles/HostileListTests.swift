import Testing

@testable import BlockList

@Suite("Damaged and hostile list files")
struct HostileListTests {
  private let good = "356938035643809\n"

  @Test("Mixed encodings refuse the rows that are no UTF-8 and keep the others")
  func mixedEncodings() throws {
    let bytes =
      Array("imei,reason\n356938035643809,v\u{F6}llig\n490154203237518,v".utf8) + [0xF6]
      + Array("llig\n352099001761481,x\n".utf8)
    let list = try ReadList(bytes)
    #expect(list.entries == ["2 356938035643809", "4 352099001761481"])
    #expect(list.refusals == ["3:0 notUTF8"])
  }

  @Test("A NUL byte refuses its row")
  func nulByte() throws {
    let list = try ReadList(good + "35693803\u{0}5643809\n" + good)
    #expect(list.entries == ["1 356938035643809", "3 356938035643809"])
    #expect(list.refusals == ["2:0 nulByte"])
  }

  @Test("A line of many megabytes is one refused row")
  func endlessLine() throws {
    let list = try ReadList(good + String(repeating: "7", count: 3_000_000) + "\n" + good)
    #expect(list.entries == ["1 356938035643809", "3 356938035643809"])
    #expect(list.refusals == ["2:0 lineTooLong"])
  }

  @Test("A file that is one endless line without a line end has no entry")
  func onlyLine() throws {
    let list = try ReadList(String(repeating: "3569380356438", count: 200_000))
    #expect(list.entries.isEmpty)
    #expect(list.refusals == ["1:0 lineTooLong"])
  }

  @Test("A quote that is never closed costs its line, not the rest of the list")
  func openQuote() throws {
    let rows = (0..<20_000).map { Sample.imei($0) + ",x" }
    let list = try ReadList(
      "imei,reason\n356938035643809,\"stolen\n" + rows.joined(separator: "\n"))
    #expect(list.entries.count == 20_000)
    #expect(list.refusals == ["2:0 quoteNotClosed"])
  }

  @Test("A formula is text in a reason and refused as an IMEI")
  func formulas() throws {
    let formula = "=HYPERLINK(\"\"http://a/\"\",\"\"ok\"\")"
    let list = try ReadList(
      "imei,reason\n356938035643809,\"\(formula)\"\n\"\(formula)\",x\n\"=\"\"490154203237518\"\"\",+1\n"
    )
    #expect(list.entries == ["2 356938035643809", "4 490154203237518"])
    #expect(list.details.map(\.reason) == ["=HYPERLINK(\"http://a/\",\"ok\")", "+1"])
    #expect(list.refusals == ["3:1 notDigits"])
  }

  @Test("Damage that a spreadsheet does is named, with a code that stays")
  func spreadsheets() throws {
    let list = try ReadList("imei\n12345678901237\n3.57E+14\n3569380356438010.0\n356938035643809\n")
    #expect(list.entries == ["5 356938035643809"])
    #expect(
      list.refusals == [
        "2:1 lostLeadingZero", "3:1 spreadsheetExponent", "4:1 spreadsheetSixteenthZero",
      ])
  }

  @Test("Control characters never leave a list as they are")
  func controls() throws {
    let list = try ReadList(
      "imei,reason,ref,by,date\n356938035643809,\u{1B}[2J,\u{202E}a,\u{7}b,\u{9B}c\n")
    let details = try #require(list.details.first)
    let texts = [details.reason, details.reference, details.reportedBy, details.date]
    #expect(texts.allSatisfy { $0.contains("\\u{") })
    #expect(texts.allSatisfy { $0.unicodeScalars.allSatisfy(VisibleText.isPrintable) })
  }

  @Test("A thousand empty columns and a thousand delimiters in a row are no trouble")
  func wideRows() throws {
    let commas = String(repeating: ",", count: 60_000)
    let list = try ReadList("imei,a\n356938035643809\(commas)\n\(commas)\n490154203237518,\n")
    #expect(list.entries == ["2 356938035643809", "4 490154203237518"])
    #expect(list.ignored == 2)
  }
}
