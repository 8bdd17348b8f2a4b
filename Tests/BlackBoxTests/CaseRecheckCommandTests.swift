import Foundation
import Testing

/// A list that comes into force when the photos are read already.
@Suite("Recheck of a case", .serialized)
struct CaseRecheckCommandTests {
  private let scratch: ScratchFolder
  private let kit: Kit
  private let haul: URL
  private let file: String
  private let accepted = "350648392281970"

  init() throws {
    scratch = try ScratchFolder()
    kit = Kit(home: try scratch.folder("home"))
    haul = try scratch.folder("haul")
    file = scratch.url.appending(path: "haul.imeikit").path
  }

  private func run(_ arguments: String...) async throws -> Kit.Run {
    try await kit.run(arguments + ["--case", file])
  }

  private func text(_ run: Kit.Run) -> String { String(decoding: run.output, as: UTF8.self) }

  private func importList(_ numbers: String, date: String) async throws {
    let list = scratch.url.appending(path: "list.csv")
    try Data("imei,reason\n\(numbers)\n".utf8).write(to: list)
    let run = try await kit.run([
      "blocklist", "import", list.path, "--name", "Register", "--date", date, "--allow", "smaller",
    ])
    #expect(run.status == 0, "\(run.talk)")
  }

  @Test func anotherListIsAskedOnceAndEverythingShowsItsAnswer() async throws {
    let folder = haul.appending(path: "AB-2")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try FileManager.default.copyItem(
      at: Checkout.testImages.appending(path: "bags/bag-typed.jpg"),
      to: folder.appending(path: "bag.jpg"))
    #expect(try await kit.run(["doctor", "--init-key"]).status == 0)
    #expect(try await run("scan", haul.path, "--format", "jsonl").status == 0)
    let without = try await run("case", "recheck")
    #expect(without.status == 65)
    #expect(without.talk.contains("No block list is loaded"))

    try await importList("\(accepted),stolen", date: "2026-11-01")
    let first = try await run("case", "recheck", "--format", "jsonl")
    #expect(first.status == 10, "\(first.talk)")
    #expect(
      first.talk.contains("1 IMEIs asked again: 1 newly flagged, 0 no longer flagged"),
      "\(first.talk)")
    #expect(first.lines.count == 1)
    for part in [
      #""exhibits":["AB-2"]"#, #""change":"flagged""#, #""state":"notChecked""#, accepted,
    ] {
      #expect(text(first).contains(part), "\(part)")
    }
    let second = try await run("case", "recheck")
    #expect(second.status == 0)
    #expect(second.output.isEmpty)
    #expect(
      second.talk.contains("Already asked: 1 IMEIs have the answers of “Register” of 2026-11-01"))

    #expect(text(try await run("case", "exhibits")).contains("flagged"))
    #expect(text(try await run("export", "jsonl")).contains(#""answer":{"state":"flagged""#))
    // What the case has of a photo that is known is told with its latest answer.
    #expect(try await run("scan", haul.path, "--format", "jsonl").status == 10)
    let verdict = try await run("audit", "verify")
    #expect(verdict.status == 0, "\(text(verdict))")

    try await importList("490154203237518,lost", date: "2026-11-02")
    let third = try await run("case", "recheck")
    #expect(third.status == 0)
    #expect(
      text(third).contains("No longer flagged: list “Register” of 2026-11-01 had it and that of"),
      "\(text(third))")
    #expect(text(third).contains("AB-2, "))
  }
}
