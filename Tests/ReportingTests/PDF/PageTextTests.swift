import Testing

@testable import Reporting

@Suite struct PageTextTests {
  @Test(arguments: [
    ("plain – text", "plain – text"), ("a\u{0}b", "a\\u{00}b"),
    ("\u{202E}gpj.exe", "\\u{202E}gpj.exe"), ("a\r\nb", "a\\r\nb"), ("a\tb", "a\\tb"),
  ])
  func showsWhatWouldMoveOtherText(text: String, settled: String) {
    #expect(PageText.settled(text, limit: 100) == settled)
  }

  @Test func keepsScriptsThatRunFromRightToLeft() {
    #expect(PageText.settled("שלום 中文", limit: 100) == "שלום 中文")
  }

  @Test func isCutWithAnEllipsis() {
    #expect(PageText.settled(String(repeating: "x", count: 10_000), limit: 5) == "xxxxx…")
    #expect(PageText.settled("xxxxx", limit: 5) == "xxxxx")
    let stacked = "e" + String(repeating: "\u{301}", count: 10_000)
    #expect(PageText.settled(stacked, limit: 600).unicodeScalars.count == 601)
  }

  @Test func limitsLinesAsWellAsCharacters() {
    let lines = PageText.settled(String(repeating: "\n", count: 10_000), limit: 600)
    #expect(lines.count { $0 == "\n" } < 10)
    #expect(lines.hasSuffix("…"))
    #expect(PageText.settled("a\nb\n", limit: 600) == "a\nb\n")
  }

  @Test func neverHasAWidthWithoutRoomForACharacter() {
    #expect(PageText("x", .body, width: -3).width == PageText.Style.body.size)
  }
}
