import Testing

@testable import BlockList

@Suite("Rows of a list file")
struct RowScannerTests {
  @Test("Every delimiter parts fields", arguments: [",", ";", "\t", "|"] as [Character])
  func delimiters(delimiter: Character) throws {
    let text = ["a", "b", "c"].joined(separator: String(delimiter))
    #expect(try rows(text, delimiter: delimiter) == ["1 [a|b|c]"])
  }

  @Test("LF, CRLF and lone CR end a line", arguments: ["\n", "\r\n", "\r"])
  func lineEnds(end: String) throws {
    #expect(try rows("a\(end)b\(end)\(end)c") == ["1 [a]", "2 [b]", "3 blank", "4 [c]"])
    #expect(try rows("a\(end)b\(end)") == ["1 [a]", "2 [b]"])
  }

  @Test("Line ends may be mixed in one file")
  func mixedLineEnds() throws {
    #expect(try rows("a\rb\nc\r\nd") == ["1 [a]", "2 [b]", "3 [c]", "4 [d]"])
  }

  @Test("Quotes hold delimiters, doubled quotes and line ends; line numbers go on behind them")
  func quotes() throws {
    let text = "\"a,b\",\"say \"\"x\"\"\"\nc,\"two\r\nlines\"\nd,e"
    #expect(try rows(text) == ["1 [a,b|say \"x\"]", "2 [c|two\r\nlines]", "4 [d|e]"])
  }

  @Test("Space around quotes and fields does not count")
  func space() throws {
    #expect(try rows("  \"a\" , b\t,c  ") == ["1 [a|b|c]"])
  }

  @Test("A quote mark inside a field is text")
  func innerQuote() throws {
    #expect(try rows("a\"b,c") == ["1 [a\"b|c]"])
  }

  @Test("A quote that is never closed costs its own line only")
  func unclosedQuote() throws {
    #expect(try rows("a,\"b\nc,d\ne,f") == ["1 quoteNotClosed", "2 [c|d]", "3 [e|f]"])
  }

  @Test("Text behind a closing quote refuses the line, and the next is read")
  func textBehindQuote() throws {
    #expect(try rows("\"a\"b,c\nd") == ["1 quoteInField", "2 [d]"])
    #expect(try rows("\"a\nb\"c\nd") == ["1 quoteInField", "2 [b\"c]", "3 [d]"])
  }

  @Test("Comments, blank lines and rows of delimiters alone are told apart from rows")
  func ignored() throws {
    #expect(
      try rows("# note, \"open\n  # more\n\n ,, \n\t\na") == [
        "1 comment", "2 comment", "3 blank", "4 blank", "5 blank", "6 [a]",
      ])
  }

  @Test("An empty quoted field is a field")
  func emptyFields() throws {
    #expect(try rows("\"\",\na,,b,") == ["1 [|]", "2 [a||b|]"])
  }

  @Test("NUL bytes and bytes that are no UTF-8 refuse their row alone")
  func bytes() throws {
    let text = Array("a\n".utf8) + [0x62, 0x00, 0x0A, 0xE9, 0x0A] + Array("é\n".utf8)
    #expect(try rows(text) == ["1 [a]", "2 nulByte", "3 notUTF8", "4 [é]"])
  }

  @Test("NUL and broken UTF-8 inside quotes are found too")
  func bytesInQuotes() throws {
    let text = [0x22, 0x00, 0x22, 0x0A, 0x22, 0xC3, 0x22, 0x0A] as [UInt8]
    #expect(try rows(text) == ["1 nulByte", "2 notUTF8"])
  }

  @Test("An empty file has no rows")
  func empty() throws {
    #expect(try rows("").isEmpty)
  }
}
