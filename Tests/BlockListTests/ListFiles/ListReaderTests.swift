import Foundation
import Testing

@testable import BlockList

@Suite("Streaming of rows")
struct ListReaderTests {
  private let limit = ListReader.maximumLineBytes

  @Test(
    "A line longer than 64 KiB is refused and the rest goes on", arguments: ["\n", "\r\n", "\r"])
  func longLine(end: String) throws {
    let long = String(repeating: "7", count: 1_000_000)
    #expect(try rows("a\(end)\(long)\(end)b\(end)") == ["1 [a]", "2 lineTooLong", "3 [b]"])
    #expect(try rows("a\(end)\(long)") == ["1 [a]", "2 lineTooLong"])
  }

  @Test("A long quoted field with line ends costs its first line")
  func longQuotedField() throws {
    let filler = String(repeating: "x\n", count: limit)
    let result = try rows("a,\"b\n\(filler)\"\nc")
    #expect(result.first == "1 quoteNotClosed")
    #expect(result.dropFirst().first == "2 [x]")
    #expect(result.count == 1 + limit + 2)
  }

  @Test("Lines around the limit are taken or refused to the byte", arguments: -3...3)
  func limitToTheByte(offset: Int) throws {
    let line = String(repeating: "7", count: limit + offset)
    let result = try rows("\(line)\r\nb")
    // The line end belongs to what has to fit.
    #expect(result.first == (offset < 0 ? "1 [\(line)]" : "1 lineTooLong"))
    #expect(result.last == "2 [b]")
    #expect(result.count == 2)
  }

  @Test("Rows keep their numbers and text over many windows")
  func windows() throws {
    let count = 60_000
    let text = (1...count).map { "row \($0),\"x\n\($0)\"" }.joined(separator: "\r\n")
    let result = try rows(text)
    #expect(result.count == count)
    for (index, row) in result.enumerated() where index % 997 == 0 {
      #expect(row == "\(2 * index + 1) [row \(index + 1)|x\n\(index + 1)]")
    }
  }

  @Test("CRLF that falls on the edge of a window is one line end")
  func splitLineEnd() throws {
    for padding in 65_500...65_545 {
      let text = String(repeating: "a\r\n", count: padding) + "b"
      var reader = ListReader(try ByteInput(.bytes(Array(text.utf8), name: "test")))
      while try reader.advance() {}
      #expect(reader.linesRead == padding + 1)
    }
  }

  @Test("A pipe that hands over single bytes gives the same rows")
  func slowPipe() throws {
    let pipe = Pipe()
    let text = "\u{FEFF}imei;reason\r\n1;\"a\r\nb\"\r\n2;c"
    Thread.detachNewThread {
      for byte in text.utf8 { pipe.fileHandleForWriting.write(Data([byte])) }
      try? pipe.fileHandleForWriting.close()
    }
    let source = ListSource.descriptor(pipe.fileHandleForReading.fileDescriptor, name: "-")
    var reader = ListReader(try ByteInput(source))
    reader.delimiter = 0x3B
    var lines: [Int] = []
    while try reader.advance() { lines.append(reader.row.line) }
    #expect(lines == [1, 2, 4])
    #expect(reader.linesRead == 4)
  }
}
