import Intake
import Testing

@Suite struct PhotoPathTests {
  @Test func aValidNameNeedsNoSecondField() {
    let path = PhotoPath("Fall 7/Foto ä.jpg")
    #expect(path.text == "Fall 7/Foto ä.jpg")
    #expect(path.percentEncoded == nil)
  }

  @Test func invalidBytesAreKeptBesideAReadableText() throws {
    let bytes: [UInt8] = Array("a b/".utf8) + [0xFF, 0xC3, 0x28, 0x25] + Array(".jpg".utf8)
    let path = PhotoPath(bytes: bytes)
    #expect(path.text == "a b/\u{FFFD}\u{FFFD}(%.jpg")
    #expect(path.percentEncoded == "a%20b/%FF%C3%28%25.jpg")
    let back = try #require(
      PhotoPath(text: path.text, percentEncoded: path.percentEncoded))
    #expect(back.bytes == bytes)
  }

  @Test(arguments: ["%", "%4", "%zz", "a%00b", "", "%+1"])
  func aBadlyEncodedPathIsNoPath(encoded: String) {
    #expect(PhotoPath(text: "x", percentEncoded: encoded) == nil)
  }

  @Test func aTextWithAZeroByteIsNoPath() {
    #expect(PhotoPath(text: "a\u{0}b", percentEncoded: nil) == nil)
    #expect(PhotoPath(text: "", percentEncoded: nil) == nil)
  }

  @Test(arguments: [
    ("a//b/./c/", "a/b/c"), ("/", "/"), ("./", "."), (".", "."), ("./a", "a"),
    ("/a/../b", "/a/../b"),
    ("..", ".."), ("", ""),
  ])
  func normalisingKeepsTheMeaning(given: String, expected: String) {
    #expect(PhotoPath(given).normalized == PhotoPath(expected))
  }

  @Test(arguments: [
    ("x/IMG.JPG", "jpg"), ("a.b/c", ""), (".jpg", ""), ("a.", ""), ("x.tar.gz", "gz"),
  ])
  func theExtensionFollowsTheLastDotOfTheName(path: String, expected: String) {
    #expect(PhotoPath(path).lowercasedExtension == expected)
  }

  @Test func messagesCannotRedrawTheTerminal() {
    #expect(PhotoPath("a\n\u{1B}[2J\u{202E}gpj").quoted == "“a\\u{A}\\u{1B}[2J\\u{202E}gpj”")
  }

  @Test func orderIsThatOfTheBytes() {
    let sorted = ["é", "a", "Z", "a/b", "a-b"].map { PhotoPath($0) }.sorted().map(\.text)
    #expect(sorted == ["Z", "a", "a-b", "a/b", "é"])
  }
}
