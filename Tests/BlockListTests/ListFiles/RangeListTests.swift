import Testing

@testable import BlockList

@Suite("Ranges, header and trailer records")
struct RangeListTests {
  @Test(
    "Columns with the ends of ranges are found by their names",
    arguments: ["from,to", "Range start,Range end", "First IMEI,Last IMEI", "IMEI,IMEI to"])
  func names(header: String) throws {
    let list = try ReadList(
      "\(header),reason\n35693803564300,35693803564399,stolen\n490154203237518,490154203237518,x\n"
    )
    #expect(
      list.entries == ["2 35693803564300-35693803564399", "3 490154203237518"])
    #expect(list.details.map(\.reason) == ["stolen", "x"])
  }

  @Test("First and second IMEI are two phones' numbers and no range")
  func dual() throws {
    let list = try ReadList("First IMEI,Second IMEI\n356938035643809,490154203237518\n")
    #expect(list.entries == ["2 356938035643809", "2 490154203237518"])
  }

  @Test("Bad ranges are refused with their line")
  func badRanges() throws {
    let list = try ReadList(
      """
      from,to
      35693803564399,35693803564300
      35693803564300,
      ,35693803564300
      3569380356430,35693803564399
      35000000000000,35999999999999
      35693803564300,35693803564399
      """)
    #expect(list.entries == ["7 35693803564300-35693803564399"])
    #expect(
      list.refusals == [
        "2:0 negativeRange", "3:0 noRangeEnd", "4:0 noRangeStart", "5:1 tooShort", "6:0 wideRange",
      ])
  }

  @Test(
    "Header and trailer records are known in the usual spellings",
    arguments: [
      ("H|20260102|REG", "T|2"), ("HDR|REG", "TRL|2"), ("HDR20260102", "TRL0002"),
      ("HEADER|1", "TRAILER|2|20260102"), ("hdr|x", "Trailer: 2"), ("H|1", "EOF|20260102|2"),
    ])
  func records(header: String, trailer: String) throws {
    let list = try ReadList(
      "\(header)\nfrom|to\n35693803564300|35693803564399\nab|35693803564399\n\(trailer)\n")
    #expect(list.entries == ["3 35693803564300-35693803564399"])
    #expect(list.refusals == ["4:1 notDigits"])
    #expect(list.trailer == ListTrailer(promised: 2, found: 2))
    #expect(list.layout?.promisesTrailer == true)
    #expect(list.ignored == 3)
  }

  @Test("Without column names two IMEI columns below a header record are the ends of ranges")
  func unnamed() throws {
    let list = try ReadList("H|REG\nD|35693803564300|35693803564399\nT|7\n")
    #expect(list.entries == ["2 35693803564300-35693803564399"])
    #expect(list.trailer == ListTrailer(promised: 7, found: 1))
  }

  @Test("A cut-off file has a header record and no trailer")
  func cutOff() throws {
    let list = try ReadList("H|REG\n356938035643809\n")
    #expect(list.entries == ["2 356938035643809"])
    #expect(list.layout?.promisesTrailer == true)
    #expect(list.trailer == nil)
  }

  @Test("A trailer without a count promises nothing; a row with an IMEI is no trailer")
  func noCount() throws {
    #expect(
      try ReadList("356938035643809\nEND\n").trailer == ListTrailer(promised: 1, found: 1))
    let list = try ReadList("type,imei\nT,356938035643809\nEOF,490154203237518\n")
    #expect(list.entries.count == 2)
    #expect(list.trailer == nil)
  }
}
