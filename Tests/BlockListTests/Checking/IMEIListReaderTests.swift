import IMEI
import Testing

@testable import BlockList

@Suite("Lists to check")
struct IMEIListReaderTests {
  private func read(_ text: String, batch: Int = 16_384) throws -> [ListedInput] {
    var reader = try IMEIListReader(.bytes(Array(text.utf8), name: "x"))
    var inputs: [ListedInput] = []
    while true {
      let next = try reader.nextBatch(batch)
      if next.isEmpty { return inputs }
      #expect(next.count <= batch)
      inputs += next
    }
  }

  private func summary(_ inputs: [ListedInput]) -> [String] {
    inputs.map { "\($0.line) \($0.printableText) \($0.outcome.imei?.digits ?? "-")" }
  }

  @Test(
    "Every line that is not blank and no comment gives its result", arguments: ["\n", "\r\n", "\r"])
  func plain(end: String) throws {
    let text = ["hello", "", "# x", "35-693803-564380-9", " 12 ", "3569380356438012"]
      .joined(separator: end)
    #expect(
      try summary(read(text)) == [
        "1 hello -", "4 35-693803-564380-9 356938035643809", "5 12 -",
        "6 3569380356438012 35693803564380",
      ])
  }

  @Test("The IMEI columns of a CSV are taken, by header or by content")
  func columns() throws {
    #expect(
      try summary(read("no;IMEI 1;IMEI 2\n1;356938035643809;490154203237518\n2;;x1\n3\n")) == [
        "2 356938035643809 356938035643809", "2 490154203237518 490154203237518", "3 x1 -", "4 3 -",
      ])
    #expect(
      try summary(read("a,356938035643809\nb,490154203237518\n")).map { $0.suffix(15) } == [
        "356938035643809", "490154203237518",
      ])
  }

  @Test("Damaged rows are results too, with a reason")
  func damaged() throws {
    let inputs = try read("356938035643809\n\"490154203237518\n352099001761481\"\na\u{0}b")
    #expect(inputs.map(\.line) == [1, 2, 3, 4])
    #expect(inputs.map { $0.outcome.imei != nil } == [true, false, true, false])
    guard case .refused(let refusal) = inputs[3].outcome else {
      Issue.record("not refused")
      return
    }
    #expect(refusal.message.contains("NUL"))
    #expect(inputs[3].text == #"a\u{00}b"#)
  }

  @Test("Batches of any size hold the same inputs in the same order", arguments: [1, 2, 3, 7, 100])
  func batches(size: Int) throws {
    let text =
      "imei 1,imei 2\n" + (0..<50).map { "\(Sample.imei($0)),x\($0)1" }.joined(separator: "\n")
    #expect(try read(text, batch: size) == read(text))
  }

  @Test("JSON, and lists in archives, are read too")
  func otherShapes() throws {
    #expect(
      try summary(read("{\"imei\":\"356938035643809\"}\n{\"x\":1}\n{\n[\"490154203237518\"]\n"))
        == [
          "1 356938035643809 356938035643809", #"2 {"x":1} -"#, "3 { -",
          #"4 ["490154203237518"] -"#,
        ])
    let packed = try ArchiveMaker.gzip(Array("imei\n356938035643809\n".utf8))
    var reader = try IMEIListReader(.bytes(packed, name: "x"))
    #expect(try summary(reader.nextBatch()) == ["2 356938035643809 356938035643809"])
  }

  @Test("Ranges and whole TACs are no single IMEI")
  func spans() throws {
    for text in [
      "from,to\n35693803564300,35693803564399\n", "tac\n35693803\n", "{\"tac\":\"35693803\"}\n",
      "{\"from\":\"35693803564300\",\"to\":\"35693803564399\"}",
    ] {
      let inputs = try read(text)
      #expect(inputs.count == 1)
      #expect(inputs.allSatisfy { $0.outcome.imei == nil })
    }
  }

  @Test("A mapping says where the IMEI is")
  func mapping() throws {
    var reader = try IMEIListReader(
      .bytes(Array("490154203237518,356938035643809\n".utf8), name: "x"),
      mapping: try ColumnMapping("imei=2"))
    #expect(try summary(reader.nextBatch()) == ["1 356938035643809 356938035643809"])
  }
}
