import IMEI
import Testing

@testable import BlockList

@Suite("List files of rows and columns")
struct ListFileReaderTests {
  @Test(
    "A plain list takes 14, 15 and 16 digits with any line end", arguments: ["\n", "\r\n", "\r"])
  func plain(end: String) throws {
    let lines = ["356938035643809", "35693803564380", "", "3569380356438012", " 490154203237518"]
    let list = try ReadList(lines.joined(separator: end))
    #expect(
      list.entries == [
        "1 356938035643809", "2 35693803564380", "4 3569380356438012", "5 490154203237518",
      ])
    #expect(list.ignored == 1)
    #expect(list.lines == 5)
  }

  @Test("The fast way through plain lines says the same as the slow one")
  func plainAgrees() throws {
    let numbers = [
      "356938035643809", "012345678901237", "12345678901237", "00000000000000", "0000000000000000",
      "4111111111111111", "3569380356438012", "1234567890123", "12345678901234567",
      "3569380x5643809",
    ]
    let fast = try ReadList(numbers.joined(separator: "\n") + "\n")
    let slow = try ReadList(numbers.map { " " + $0 }.joined(separator: "\n") + "\n")
    #expect(fast.entries == slow.entries)
    #expect(fast.refusals == slow.refusals)
    #expect(fast.entries.count == 5)
  }

  @Test("Plain lines that fall on the edge of a window keep their digits")
  func windows() throws {
    let numbers = (0..<60_000).map(Sample.imei)
    let list = try ReadList(numbers.joined(separator: "\r\n"))
    #expect(list.refusals.isEmpty)
    #expect(list.entries == numbers.enumerated().map { "\($0 + 1) \($1)" })
  }

  @Test("Columns are found in any order, with reference, reporter and country")
  func columns() throws {
    let list = try ReadList(
      """
      Country;Case No.;Status;IMEI No;Reported by;Date reported
      France;AB/12;stolen;356938035643809;ANFR;2026-01-02
      ;;;490154203237518;;
      """)
    #expect(list.entries == ["2 356938035643809", "3 490154203237518"])
    #expect(
      list.details == [
        EntryDetails(
          reason: "stolen", date: "2026-01-02", reference: "AB/12", reportedBy: "France, ANFR"),
        EntryDetails(),
      ])
    #expect(
      list.layout?.explanation
        == "semicolon between fields, header on line 1, IMEI in column 4, reason in column 3, "
        + "date in column 6, reference in column 2, reporter in column 1, 5")
  }

  @Test("A reason that many rows share keeps its text, whatever stood between")
  func sharedReasons() throws {
    let reasons = (0..<9_000).map { "reason number \($0 % 4_999) of a longer text" }
    let rows = reasons.enumerated().map { "\(Sample.imei($0)),\($1)" }
    let list = try ReadList("imei,reason\n" + rows.joined(separator: "\n"))
    #expect(list.details.map(\.reason) == reasons)
  }

  @Test("DIRBS output keeps its reasons as they are joined")
  func dirbsOutput() throws {
    let list = try ReadList("imei,block_date,reasons\n35693803564380,20260102,stolen|gsma dup\n")
    #expect(list.details == [EntryDetails(reason: "stolen|gsma dup", date: "20260102")])
  }

  @Test("A delta says of each row what it does; a row that does not is refused")
  func delta() throws {
    let list = try ReadList(
      """
      imei,reporting_date,status,change_type
      356938035643809,20260102,,add
      490154203237518,,,Remove
      352099001761481,,x,update
      352099001761481,,x,replace
      352099001761481,,x
      """)
    #expect(
      list.entries == [
        "2 add 356938035643809", "3 remove 490154203237518", "4 update 352099001761481",
      ])
    #expect(list.refusals == ["5:0 unknownChange", "6:0 unknownChange"])
    #expect(list.layout?.isDelta == true)
    #expect(try ReadList("imei,status\n356938035643809,x").layout?.isDelta == false)
  }

  @Test("A barred TAC covers its million numbers; what is no TAC is refused")
  func tacs() throws {
    let list = try ReadList("TAC,change_type\n35693803,add\n3569380,add\n3569380x,add\n,add\n")
    #expect(list.entries == ["2 add 35693803000000-35693803999999"])
    #expect(list.refusals == ["3:1 notATAC", "4:1 notATAC", "5:0 noTAC"])
  }

  @Test("Eight-digit numbers that nobody calls TACs are no TACs")
  func unnamedTACs() throws {
    let text = "35693803\n49015420\n"
    #expect(throws: BlockListError.self) { try ReadList(text) }
    #expect(try ReadList(text, mapping: "tac=1").entries.count == 2)
  }

  @Test("A list of models is not taken for a list of barred TACs")
  func models() throws {
    let text = "TAC|Marketing Name|Manufacturer\n35693803|Model|Maker\n"
    let error = #expect(throws: BlockListError.self) { try ReadList(text) }
    #expect(error?.code == .ambiguousColumns)
    #expect(try ReadList(text, mapping: "tac=1").entries.count == 1)
  }

  @Test("DIRBS identifiers with symbols or letters, and short ones, are refused one by one")
  func identifiers() throws {
    let list = try ReadList(
      "imei\n62#222222222222\n633333*33333333\n22345678901233ab\nAA\n1234567890123\n356938035643809\n"
    )
    #expect(list.entries == ["7 356938035643809"])
    #expect(
      list.refusals == [
        "2:1 masked", "3:1 masked", "4:1 notDigits", "5:1 notDigits", "6:1 tooShort",
      ])
  }

  @Test("Two columns of one name are refused with a cure; unused ones do not matter")
  func duplicateHeaders() throws {
    let text = "IMEI,reason,imei \n356938035643809,x,490154203237518\n"
    let error = #expect(throws: BlockListError.self) { try ReadList(text) }
    #expect(error?.code == .duplicateHeader)
    #expect(error?.message.contains("columns 1 and 3") == true)
    #expect(error?.cure.contains("imei=1") == true)
    #expect(try ReadList(text, mapping: "imei=3").entries == ["2 490154203237518"])
    #expect(try ReadList("imei,name,name\n356938035643809,x,y\n").entries.count == 1)
  }

  @Test("An empty file and one without a byte in its archive are refused")
  func empty() throws {
    let error = #expect(throws: BlockListError.self) { try ReadList("") }
    #expect(error?.code == .noUsableRows)
  }
}
