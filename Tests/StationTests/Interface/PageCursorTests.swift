import Testing

@testable import Station

@Suite("Cursors")
struct PageCursorTests {
  @Test(arguments: ["17", "ab 1/ü", ""]) func aCursorReadsBackAsThePlaceItIs(place: String) {
    let cursor = PageCursor(list: "photos", place: place)
    #expect(PageCursor(cursor.text) == cursor)
    #expect(
      cursor.text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "-_".contains($0)) })
  }

  @Test(arguments: ["", "17", "!!", "cGhvdG9z", "cGhvdG9zIDE=", "//8gMQ", " cGhvdG9zIDE"])
  func whatIsNoCursorIsNone(text: String) {
    #expect(PageCursor(text) == nil)
  }

  @Test func aLongTextIsNotLookedAt() {
    let cursor = PageCursor(list: "photos", place: String(repeating: "1", count: 2_000))
    #expect(PageCursor(cursor.text) == nil)
  }
}
