import Testing

@testable import BlockList

@Suite("List files of JSON")
struct JSONListTests {
  /// A Device Check answer as GSMA's documentation shows it, with made-up values.
  private func answer(
    listed: String, actions: [(String, String)], pretty: Bool = false
  ) -> String {
    let history = actions.map {
      #"{"action":"\#($0.0)","reasoncode":"0011","reasoncodedesc":"Stolen or Lost","#
        + #""date":"\#($0.1)","by":"Operator","Country":"Sweden"}"#
    }
    let parts = [
      #""refcode":"R1""#, #""responsestatus":"success""#, #""deviceid":"356938035643809""#,
      #""blockliststatus":"\#(listed)""#, #""imeihistory":[\#(history.joined(separator: ","))]"#,
      #""manufacturer":"Maker""#,
    ]
    return "{" + parts.joined(separator: pretty ? ",\n  " : ", ") + (pretty ? "\n}\n" : "}")
  }

  @Test("One object a line, keys in any spelling, numbers and captions too")
  func lines() throws {
    let list = try ReadList(
      """
      {"imei":"356938035643809","reason":"stolen","date":"2026-01-02","country":"SE","by":"Op"}

      {"IMEI":490154203237518,"Status":"lost","reference":"AB/1"}
      {"pei":"imei-352099001761481"}
      """)
    #expect(
      list.entries == ["1 356938035643809", "3 490154203237518", "4 352099001761481"])
    #expect(
      list.details == [
        EntryDetails(reason: "stolen", date: "2026-01-02", reportedBy: "SE, Op"),
        EntryDetails(reason: "lost", reference: "AB/1"), EntryDetails(),
      ])
    #expect(list.layout?.explanation == "one JSON object a line")
  }

  @Test("A bad line costs that line")
  func badLines() throws {
    let list = try ReadList(
      """
      {"imei":"356938035643809"}
      {"imei":"356938035643809"
      {"imei":"490154203237518"} x
      "{"
      [1]
      {"reason":"x"}
      {"imei":3.57E+14}
      {"imei":"35693803564380*"}
      {"imei":"352099001761481"}
      """)
    #expect(list.entries == ["1 356938035643809", "9 352099001761481"])
    #expect(
      list.refusals == [
        "2:0 notJSON", "3:0 notJSON", "4:0 notDigits", "5:0 notJSON", "6:0 noIMEI",
        "7:0 spreadsheetExponent", "8:0 masked",
      ])
  }

  @Test("A damaged first line does not spoil the others")
  func badFirstLine() throws {
    let list = try ReadList("{\"imei\":\"35\n{\"imei\":\"356938035643809\"}\n")
    #expect(list.entries == ["2 356938035643809"])
    #expect(list.refusals == ["1:0 notJSON"])
  }

  @Test("Quote marks at the start of lines do not join them")
  func quotedLines() throws {
    let list = try ReadList(
      "{\"imei\":\"356938035643809\"}\n\"\n{\"imei\":\"490154203237518\"}\n\"\n")
    #expect(list.entries == ["1 356938035643809", "3 490154203237518"])
    #expect(list.refusals == ["2:0 notJSON", "4:0 notJSON"])
  }

  @Test(
    "A removed entry keeps its history: the last action is the removal", arguments: [true, false])
  func history(pretty: Bool) throws {
    let text = answer(
      listed: "No",
      actions: [
        ("Block Remove", "2014-08-11 12:06:41.0"), ("Block Insert", "2014-08-02 12:05:24.0"),
      ], pretty: pretty)
    let list = try ReadList(text)
    let details = try #require(list.details.first)
    #expect(list.entries == ["1 356938035643809"])
    #expect(details.history.map(\.kind) == [.inserted, .removed])
    #expect(details.history.first?.by == "Operator, Sweden")
    #expect(details.history.first?.reason == "0011 Stolen or Lost")
    #expect(details.isRemoved)
    #expect(details.reference == "R1")
    #expect(details.date == "2014-08-11 12:06:41.0")
  }

  @Test("A listed device is listed; one that never was is no entry; a contradiction is refused")
  func statuses() throws {
    let insert = [("Block Insert", "2014-08-02")]
    let remove = insert + [("Block Remove", "2014-08-11")]
    let listed = try ReadList(answer(listed: "Yes", actions: insert))
    #expect(listed.details.map(\.isRemoved) == [false])
    #expect(listed.details.map(\.reason) == ["0011 Stolen or Lost"])
    #expect(try ReadList(answer(listed: "No", actions: [])).refusals == ["1:0 notListed"])
    #expect(
      try ReadList(answer(listed: "No", actions: insert)).refusals == ["1:0 historyDisagrees"])
    #expect(
      try ReadList(answer(listed: "Yes", actions: remove)).refusals == ["1:0 historyDisagrees"])
    #expect(
      try ReadList(answer(listed: "Yes", actions: [("Look", "2014")])).refusals == [
        "1:0 unknownAction"
      ])
  }

  @Test("Actions without a day that sorts stay in the order of the list")
  func unsorted() throws {
    let text = answer(
      listed: "Yes", actions: [("Block Remove", "11/08/2014"), ("Block Insert", "02/09/2014")])
    #expect(try ReadList(text).details.first?.history.map(\.kind) == [.removed, .inserted])
  }

  @Test("Objects in an array, over lines or not, and plain numbers in one")
  func arrays() throws {
    let list = try ReadList(
      "[\n  {\"imei\": \"356938035643809\"},\n  {\n\"imei\":\n\"490154203237518\"}, {\"imei\":1}\n]\n"
    )
    #expect(list.entries == ["2 356938035643809", "3 490154203237518"])
    #expect(list.refusals == ["5:0 tooShort"])
    #expect(list.lines == 6)
    #expect(
      try ReadList("[\"356938035643809\", 490154203237518]").entries == [
        "1 356938035643809", "1 490154203237518",
      ])
  }

  @Test(
    "A file that ends in the middle is refused whole",
    arguments: ["[{\"imei\":\"356938035643809\"},", "{\n\"imei\":\"356938035643809\",\n\"x\":"])
  func cutOff(text: String) throws {
    let error = #expect(throws: BlockListError.self) { try ReadList(text) }
    #expect(error?.code == .damagedFile)
    #expect(error?.message.contains("nothing was imported") == true)
  }

  @Test("An object without an end stops the reading at a megabyte")
  func endless() throws {
    let text = "{\n\"a\":[" + String(repeating: "1,", count: 800_000)
    let error = #expect(throws: BlockListError.self) { try ReadList(text) }
    #expect(error?.code == .damagedFile)
    #expect(error?.message.contains("1 MiB") == true)
  }

  @Test("Ranges, TACs and deltas come in JSON too")
  func others() throws {
    let list = try ReadList(
      """
      {"from":"35693803564300","to":"35693803564399","change_type":"add"}
      {"tac":"35693803","change_type":"remove"}
      {"from":"35693803564300","change_type":"add"}
      {"imei":"356938035643809"}
      """)
    #expect(list.layout?.isDelta == true)
    #expect(
      list.entries == [
        "1 add 35693803564300-35693803564399", "2 remove 35693803000000-35693803999999",
      ])
    #expect(list.refusals == ["3:0 noRangeEnd", "4:0 unknownChange"])
    #expect(
      try ReadList(
        "{\"imei\":\"356938035643809\"}\n{\"imei\":\"356938035643809\",\"change\":\"add\"}"
      )
      .refusals == ["2:0 unknownChange"])
  }

  @Test("Keys can be mapped by name, not by number")
  func mapping() throws {
    let text = "{\"serial\":\"356938035643809\",\"imei\":\"x\",\"why\":\"y\"}"
    let list = try ReadList(text, mapping: "imei=serial,reason=why")
    #expect(list.entries == ["1 356938035643809"])
    #expect(list.details.map(\.reason) == ["y"])
    let error = #expect(throws: BlockListError.self) { try ReadList(text, mapping: "imei=1") }
    #expect(error?.code == .badMapping)
  }
}
