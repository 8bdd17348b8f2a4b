import Testing

@testable import BlockList

@Suite("Text made safe to print")
struct VisibleTextTests {
  @Test("Printable text of any script stays as it is")
  func printable() {
    #expect(VisibleText.escaping("Köln 盗難 “x” 🚓", limit: 50) == "Köln 盗難 “x” 🚓")
  }

  @Test("Controls, direction marks and line separators become escapes")
  func controls() {
    #expect(
      VisibleText.escaping("a\n\r\t\u{0}\u{1B}\u{7F}", limit: 50) == #"a\n\r\t\u{00}\u{1B}\u{7F}"#)
    #expect(
      VisibleText.escaping("\u{202E}\u{2028}\u{85}\u{FEFF}", limit: 50)
        == #"\u{202E}\u{2028}\u{85}\u{FEFF}"#)
  }

  @Test("Long text is cut and says so")
  func cut() {
    #expect(VisibleText.escaping("abcdef", limit: 3) == "abc…")
    #expect(VisibleText.escaping(bytes: Array("abcdef".utf8).span, limit: 3) == "abc…")
    #expect(VisibleText.escaping("abc", limit: 3) == "abc")
  }

  @Test("Bytes that are no UTF-8 are shown as such")
  func bytes() {
    #expect(
      VisibleText.escaping(bytes: ([0x61, 0xFF, 0x0A] as [UInt8]).span, limit: 9) == #"a\xFF\n"#)
  }
}
