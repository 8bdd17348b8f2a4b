import Testing

@testable import Reporting

@Suite struct CellTextTests {
  @Test(arguments: [
    "=1", "+1", "-1", "@a", "\t1", "\r1", "\n1", "\0", "＝1", "＋1", "－1", "＠a", " =1", "\u{A0}=1",
    "\u{200B}=1", "'=1", "''\t1", "' +1",
  ])
  func keepsTextFromBeingAFormula(text: String) {
    let cell = CellText.separated(.one(text), isText: true)
    #expect(cell == "'" + CellText.shown(.one(text)))
    #expect(CellText.separated(.one(text), isText: false) == CellText.shown(.one(text)))
  }

  @Test(arguments: ["", "a=1", "1-2", "AB/1", "'tis", "_x0041_", "—", "ـ"])
  func leavesOtherTextAsItIs(text: String) {
    #expect(CellText.separated(.one(text), isText: true) == text)
  }

  @Test func showsControlCharacters() {
    #expect(
      CellText.shown(.one("a\nb\0\u{202E}\u{1B}")) == "a\\nb\\u{00}\\u{202E}\\u{1B}")
  }

  @Test func cutsVisiblyWhatACellCannotHold() {
    let whole = String(repeating: "𝟘", count: 16_383) + "a"
    #expect(CellText.shown(.one(whole)) == whole)
    let cut = CellText.shown(.one(whole + "b"))
    #expect(cut.utf16.count <= CellText.limit)
    #expect(cut.hasSuffix("𝟘…"))
    // Made visible, each of these takes eight characters.
    let escaped = CellText.separated(
      .one("=" + String(repeating: "\u{202E}", count: 10_000)), isText: true)
    #expect(escaped.utf16.count == CellText.limit)
    #expect(escaped.hasPrefix("'=\\u{202E}") && escaped.hasSuffix("…"))
  }

  @Test func joinsSeveralWhereEachHasItsPlace() {
    #expect(CellText.shown(.many(["a", nil, "c"])) == "a |  | c")
    #expect(CellText.shown(.many([nil, nil])) == "")
  }

  @Test func writesNumbersTheSameEverywhere() {
    #expect(ExportCell.number(0.9998).text == "0.9998")
    #expect(ExportCell.number(1e-9).text == "1e-09")
    #expect(ExportCell.number(.nan).text == "")
  }

  @Test func showsNamesThatAreNoText() {
    #expect(CellText.name(Array("a\u{301}.jpg".utf8)) == "a\u{301}.jpg")
    #expect(CellText.name([0x61, 0xFF, 0x0A]) == "a\\xFF\\n")
  }
}
