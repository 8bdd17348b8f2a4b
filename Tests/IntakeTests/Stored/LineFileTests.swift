import Intake
import Testing

@Suite struct LineFileTests {
  private func lines(_ bytes: [UInt8], limit: Int = 10) throws -> [String] {
    let folder = try TemporaryFolder()
    var reader = try LineFile(.file(try folder.write(bytes, to: "lines")), limit: limit)
    var lines: [String] = []
    while let line = try reader.next() {
      lines.append(
        "\(line.number) " + (line.bytes.map { String(decoding: $0, as: UTF8.self) } ?? "too long"))
    }
    return lines
  }

  @Test(arguments: [
    ("", []), ("a", ["1 a"]), ("a\n", ["1 a"]), ("a\nb", ["1 a", "2 b"]),
    ("\n\nc\n", ["1 ", "2 ", "3 c"]), ("a\r\nb\r\n", ["1 a", "2 b"]),
    ("\u{FEFF}a\nb", ["1 a", "2 b"]), ("0123456789\nb", ["1 0123456789", "2 b"]),
    ("0123456789a\nb", ["1 too long", "2 b"]), ("b\n0123456789a", ["1 b", "2 too long"]),
    ("a\u{0}b\n", ["1 a\u{0}b"]),
  ])
  func linesAreNumberedAndCleared(text: String, expected: [String]) throws {
    #expect(try lines(Array(text.utf8)) == expected)
  }

  @Test func aLineOfMegabytesIsPassedOverAndTheNextIsRead() throws {
    let long = [UInt8](repeating: 0x61, count: 3 << 20)
    #expect(try lines(long + [0x0A, 0x62]) == ["1 too long", "2 b"])
    #expect(try lines(long, limit: 4 << 20).first?.count == 2 + 3 << 20)
    #expect(try lines(long) == ["1 too long"])
  }

  @Test func linesAcrossTheEdgesOfChunksAreWhole() throws {
    let text = (0..<40_000).map { "line \($0)" }
    let read = try lines(Array(text.joined(separator: "\n").utf8), limit: 20)
    #expect(read == text.enumerated().map { "\($0 + 1) \($1)" })
  }

  @Test func aMissingFileIsNamed() {
    #expect {
      _ = try LineFile(.file(PhotoPath("/nonexistent/results.jsonl")))
    } throws: {
      ($0 as? IntakeError)?.code == .inputOutput && "\($0)".contains("results.jsonl")
    }
  }

  @Test func aFolderIsNoFile() throws {
    let folder = try TemporaryFolder()
    #expect {
      var reader = try LineFile(.file(folder.path))
      _ = try reader.next()
    } throws: {
      ($0 as? IntakeError)?.code == .inputOutput
    }
  }
}
