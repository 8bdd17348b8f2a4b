import Testing

@testable import BlockList

@Suite("List names")
struct ListNameTests {
  @Test("Blanks around a name are dropped and characters composed")
  func normalised() throws {
    #expect(try ListName.checked("  UK NMPR ") == "UK NMPR")
    #expect(try Array(ListName.checked("e\u{301}").unicodeScalars) == ["é"])
    #expect(try ListName.checked(String(repeating: "x", count: 80)).count == 80)
  }

  @Test(
    "Empty, long and unprintable names are refused",
    arguments: [
      "", "  ", String(repeating: "x", count: 81), "a\nb", "a\u{0}b", "\u{202E}abc", "a\u{1B}[2J",
    ])
  func refused(name: String) {
    let error = #expect(throws: BlockListError.self) { try ListName.checked(name) }
    #expect(error?.code == .badName)
    #expect(error?.message.unicodeScalars.allSatisfy(VisibleText.isPrintable) == true)
  }
}
