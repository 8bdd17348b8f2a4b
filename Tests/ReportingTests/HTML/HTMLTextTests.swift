import Testing

@testable import Reporting

@Suite struct HTMLTextTests {
  @Test func escapesWhatMarkupIsMadeOf() {
    #expect(
      HTMLText.content("<a b='c' d=\"e\">&") == "&lt;a b=&#39;c&#39; d=&quot;e&quot;&gt;&amp;")
    #expect(HTMLText.attribute("\" onload=\"x") == "&quot; onload=&quot;x")
  }

  @Test func showsControlsAsEscapes() {
    #expect(HTMLText.content("a\u{0}\n\u{202E}b") == "a\\u{00}\\n\\u{202E}b")
  }

  @Test func setsTextFromRightToLeftApart() {
    #expect(
      HTMLText.content("“שלום עולם” 12") == "“<bdi>שלום עולם</bdi>” 12")
    #expect(HTMLText.content("אב <x> ג") == "<bdi>אב</bdi> &lt;x&gt; <bdi>ג</bdi>")
  }

  @Test func endsNoStringOfAStyleSheet() {
    #expect(HTMLText.styleString("a\"</style>\\9") == "\"a\\22 \\3c \\2f style\\3e \\5c 9\"")
  }

  @Test func keepsNamesOfElementsPlain() { #expect(HTMLText.identifier("a\"b c-1é") == "abc-1") }

  @Test func keepsNumbersWithHyphensOnOneLine() {
    #expect(
      HTMLText.content("on AB-10: 35-693803-564380-9 & 7WTM-NTBU-3XDB-3T76.")
        == "on <span class=\"one\">AB-10</span>: <span class=\"one\">35-693803-564380-9</span> &amp; "
        + "<span class=\"one\">7WTM-NTBU-3XDB-3T76</span>.")
    // Words, options and what is too long for a narrow page break as they like.
    for text in [
      "known-answer", "--code 7", "5 - 6", "0b6f2f0e-5f5b-4a0e-8a55-0c4be0a7a001", "a-", "-1",
    ] {
      #expect(HTMLText.content(text) == text)
    }
    #expect(HTMLText.attribute("35-693803-564380-9") == "35-693803-564380-9")
  }
}
