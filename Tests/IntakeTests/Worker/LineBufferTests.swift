import Testing

@testable import Intake

@Suite struct LineBufferTests {
  private func lines(_ chunks: [String], maximum: Int = 10) -> [String] {
    var buffer = LineBuffer(maximumLength: maximum)
    var out: [String] = []
    func note(_ line: LineBuffer.Line) {
      switch line {
      case .line(let bytes): out.append(String(decoding: bytes, as: UTF8.self))
      case .tooLong: out.append("<too long>")
      }
    }
    for chunk in chunks {
      buffer.append(chunk.utf8)
      while let line = buffer.next() { note(line) }
    }
    if let rest = buffer.rest() { note(rest) }
    return out
  }

  @Test(arguments: [
    (["a\nb\n"], ["a", "b"]), (["a", "b\n"], ["ab"]), (["\n\n"], ["", ""]), (["a"], ["a"]),
    ([], []),
    (["0123456789\n"], ["0123456789"]), (["0123456789", "a\nb\n"], ["<too long>", "b"]),
    (["0123456789abcdef", "g", "\nb"], ["<too long>", "b"]), (["0123456789abc"], ["<too long>"]),
    (["a\n01234567890\nb\n"], ["a", "<too long>", "b"]),
  ])
  func aStreamIsCutAtItsLineFeeds(chunks: [String], expected: [String]) {
    #expect(lines(chunks) == expected)
    let whole = chunks.joined()
    #expect(lines(whole.map { String($0) }) == expected)
  }

  @Test func aLineWithoutEndTakesNoMoreMemoryThanTheLimit() {
    var buffer = LineBuffer(maximumLength: 100)
    for _ in 0..<10_000 {
      buffer.append(repeatElement(0x61, count: 100))
      #expect(buffer.next() == nil)
    }
    #expect(buffer.pendingCount <= 200)
  }
}
