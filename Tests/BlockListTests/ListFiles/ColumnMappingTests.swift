import Testing

@testable import BlockList

@Suite("Mapping of columns")
struct ColumnMappingTests {
  @Test("Columns are given by number, with or without a header")
  func numbers() throws {
    let rows = "x,490154203237518,356938035643809,lost\n"
    #expect(try ReadList(rows, mapping: "imei=3").entries == ["1 356938035643809"])
    let list = try ReadList("a,b,c,d\n" + rows, mapping: "imei=2, reason=4")
    #expect(list.entries == ["2 490154203237518"])
    #expect(list.details.map(\.reason) == ["lost"])
    #expect(try ReadList(rows, mapping: "imei=2,imei=3").entries.count == 2)
  }

  @Test("Columns are given by the names of the header, quotes around a comma")
  func names() throws {
    let list = try ReadList(
      "Nummer,\"Grund, kurz\",imei\n356938035643809,weg,1\n",
      mapping: "imei=nummer,reason=\"Grund, kurz\"")
    #expect(list.entries == ["2 356938035643809"])
    #expect(list.details.map(\.reason) == ["weg"])
  }

  @Test("What the mapping does not name is found as without it")
  func rest() throws {
    let list = try ReadList("imei,a,date\n356938035643809,x,2026\n", mapping: "reason=2")
    #expect(list.entries == ["2 356938035643809"])
    #expect(list.details == [EntryDetails(reason: "x", date: "2026")])
  }

  @Test("Ranges and TACs can be mapped")
  func spans() throws {
    #expect(
      try ReadList("35693803564300,x,35693803564399\n", mapping: "from=1,to=3").entries == [
        "1 35693803564300-35693803564399"
      ])
    #expect(
      try ReadList("x,35693803\n", mapping: "tac=2").entries == [
        "1 35693803000000-35693803999999"
      ])
  }

  @Test("A name that the file does not have is refused with what it has")
  func missingName() throws {
    let error = #expect(throws: BlockListError.self) {
      try ReadList("imei,b\n356938035643809,x\n", mapping: "reason=Grund")
    }
    #expect(error?.code == .badMapping)
    #expect(error?.message.contains("Grund") == true)
    #expect(error?.cure.contains("imei,b") == true)
  }

  @Test(
    "A mapping that says nothing clear is refused",
    arguments: [
      "", "imei", "imei=", "imei=0", "imei=1001", "number=1", "date=1,date=2", "imei=1,tac=2",
      "from=1", "imei=1,reason=1", "imei=\"1",
    ])
  func refused(text: String) {
    let error = #expect(throws: BlockListError.self) { try ColumnMapping(text) }
    #expect(error?.code == .badMapping)
    #expect(error?.cure.contains("imei=2") == true)
  }

  @Test(
    "Names of ranges, TACs, references and reporters are known",
    arguments: [
      ("from", .first), ("Range start", .first), ("IMEI from", .first), ("start_imei", .first),
      ("to", .last), ("range-end", .last), ("last imei", .last), ("IMEI to", .last),
      ("TAC", .tac), ("Type Allocation Code", .tac), ("Crime number", .reference),
      ("refcode", .reference), ("Reporting body", .by), ("Country", .by), ("change_type", .change),
      ("blockliststatus", .reason), ("deviceid", .imei), ("GOLDEN_IMEI", .imei),
    ] as [(String, HeaderNames.Meaning)])
  func headerNames(name: String, meaning: HeaderNames.Meaning) {
    #expect(HeaderNames.meaning(of: name) == meaning)
  }

  @Test(
    "Words like them are not", arguments: ["total", "fromage", "tacs list", "date to", "imeito2x"])
  func otherNames(name: String) {
    #expect(HeaderNames.meaning(of: name) == nil)
  }
}
