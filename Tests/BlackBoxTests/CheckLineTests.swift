import Foundation
import Testing

@Suite("Lines of check")
struct CheckLineTests {
  private let scratch: ScratchFolder
  private let kit: Kit

  init() throws {
    scratch = try ScratchFolder()
    kit = Kit(home: try scratch.folder("home"))
  }

  @Test("Together the lines are what they are one by one", arguments: ["csv", "jsonl", "table"])
  func togetherAndAlone(format: String) async throws {
    let file = scratch.url.appending(path: "list.csv")
    try Data("490154203237518\n".utf8).write(to: file)
    let imported = try await kit.run([
      "blocklist", "import", file.path, "--name", "Register", "--date", "2026-11-01",
    ])
    #expect(imported.status == 0)
    // Ordinary ones of two reporting bodies, and among them all that is not ordinary.
    let inputs = [
      "356938035643809", "866717174875315", "352099001761481", "490154203237518",
      "356938035643808", "35-693803-564380-9", "35693803564380", "004999010640000",
      "866915031405691", "nonsense", "356938035643817",
    ]
    func lines(_ inputs: [String]) async throws -> [Substring] {
      let run = try await kit.run(["check", "--format", format] + inputs)
      return String(decoding: run.output, as: UTF8.self).split(separator: "\n")
    }
    let header = format == "jsonl" ? 0 : 1
    let together = try await lines(inputs).dropFirst(header)
    var alone: [Substring] = []
    for input in inputs { alone += try await lines([input]).dropFirst(header) }
    #expect(Array(together) == alone)
    #expect(alone.count == inputs.count)
  }
}
