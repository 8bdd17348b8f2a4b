import Foundation
import Testing

@testable import BlockList

@Suite("Encodings of list files")
struct TextInputTests {
  private let text = "imei;grund\r\n356938035643809;gestohlen – Köln 🚓\r\n"
  private let expected = ["1 [imei|grund]", "2 [356938035643809|gestohlen – Köln 🚓]"]

  @Test("A UTF-8 mark is dropped")
  func utf8Mark() throws {
    #expect(try rows([0xEF, 0xBB, 0xBF] + Array(text.utf8), delimiter: ";") == expected)
  }

  @Test("UTF-16 with a mark is read, either byte order", arguments: [true, false])
  func utf16(bigEndian: Bool) throws {
    #expect(
      try rows(Self.utf16("\u{FEFF}" + text, bigEndian: bigEndian), delimiter: ";") == expected)
  }

  @Test("A surrogate alone or half a unit refuses its row, not the file")
  func brokenUTF16() throws {
    var bytes = Self.utf16("\u{FEFF}a\nb", bigEndian: false)
    bytes += [0x00, 0xD8] + Self.utf16("\nc\nd", bigEndian: false) + [0x41]
    #expect(try rows(bytes) == ["1 [a]", "2 notUTF8", "3 [c]", "4 notUTF8"])
  }

  @Test("UTF-16 survives the edge between two chunks")
  func utf16Chunks() throws {
    let line = "🚓" + String(repeating: "a", count: 60)
    let text = "\u{FEFF}" + (0..<9_000).map { _ in line }.joined(separator: "\n")
    let result = try rows(Self.utf16(text, bigEndian: true))
    #expect(result.count == 9_000)
    #expect(Set(result.map { $0.drop { $0 != "[" } }) == ["[\(line)]"])
  }

  @Test(
    "What is no text is refused by name, with a cure",
    arguments: [
      (Array(repeating: [1, 0x41, 2, 3], count: 40).flatMap(\.self), "binary"),
      ([0xD0, 0xCF, 0x11, 0xE0], "workbook"), (Array("%PDF-1.7".utf8), "PDF"),
      ([0xFF, 0xFE, 0x00, 0x00, 0x33], "UTF-32"), ([0x33, 0x00, 0x35, 0x00], "UTF-16"),
      (Array("SQLite format 3\0".utf8), "SQLite"),
    ] as [([UInt8], String)])
  func noText(bytes: [UInt8], word: String) throws {
    let error = #expect(throws: BlockListError.self) { try rows(bytes) }
    #expect(error?.code == .notText)
    #expect(error?.message.contains(word) == true)
    #expect(error?.cure.isEmpty == false)
  }

  @Test("The digest is of the bytes as they lie in the file")
  func digest() throws {
    let input = try ByteInput(.bytes([0xEF, 0xBB, 0xBF] + Array("abc".utf8), name: "x"))
    let plain = try ByteInput(.bytes(Array("abc".utf8), name: "x"))
    #expect(
      try plain.digestAhead() == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    #expect(try input.digestAhead() != plain.digestAhead())
  }

  @Test(
    "Folders, devices and missing files are refused with the path",
    arguments: ["/", "/dev/null", "/nowhere/x"])
  func noFile(path: String) {
    let error = #expect(throws: BlockListError.self) { try ByteInput(.file(path)) }
    #expect(error?.code == .fileUnreadable)
    #expect(error?.message.hasPrefix(path) == true)
  }

  static func utf16(_ text: String, bigEndian: Bool) -> [UInt8] {
    text.utf16.flatMap { unit -> [UInt8] in
      let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
      return bigEndian ? [high, low] : [low, high]
    }
  }
}
