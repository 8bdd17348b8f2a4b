import Foundation
import Testing

@Suite("Leads, findings and rechecks", .serialized)
struct LeadTests {
  private let scratch: ScratchFolder
  private let kit: Kit

  init() throws {
    scratch = try ScratchFolder()
    kit = Kit(home: try scratch.folder("home"))
  }

  private func importList(_ text: String, date: String = "2026-11-01") async throws {
    let file = scratch.url.appending(path: "list.csv")
    try Data(text.utf8).write(to: file)
    let run = try await kit.run([
      "blocklist", "import", file.path, "--name", "Register", "--date", date,
      "--allow", "smaller",
    ])
    #expect(run.status == 0)
  }

  private func objects(_ run: Kit.Run) throws -> [[String: Any]] {
    try run.lines.map {
      try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
    }
  }

  // MARK: near

  @Test func aListedNumberThatFitsIsALeadForReview() async throws {
    try await importList("imei,reason\n356938035643809,stolen\n")
    let run = try await kit.run(["near", "35693?035643809"])
    #expect(run.status == 20)
    let text = String(decoding: run.output, as: UTF8.self)
    #expect(
      text.contains(
        "lead  35-693803-564380-9  100 % of what fits  Flagged: on list “Register” of 2026-11-01"))
    #expect(run.talk.contains("a lead is no answer"))
  }

  @Test func nearWritesOneObjectANumberAndSaysWhenTheBoundWasHit() async throws {
    try await importList("356938035643809\n")
    let run = try await kit.run(
      ["near", "--from", "-", "--format", "jsonl", "--bound", "5"],
      input: "35693?035643809\r\n\n49015420323751?\n35693??35643??9\n\u{1B}[31m\n")
    #expect(run.status == 65)
    let found = try objects(run)
    #expect(found.count == 4)
    let results = found.map { $0["result"] as? [String: Any] }
    #expect(results.map { $0?["hitBound"] as? Bool } == [false, false, true, nil])
    #expect(results.map { $0?["tried"] as? Int } == [1, 1, 5, nil])
    #expect(
      results.map { ($0?["leads"] as? [Any])?.count } == [
        1, 0, results[2].flatMap { ($0["leads"] as? [Any])?.count }, nil,
      ])
    #expect((found[3]["refusal"] as? [String: Any])?["code"] as? String == "notDigits")
    #expect(run.talk.contains("line 5: "))
    #expect(!run.talk.contains("\u{1B}"))
    #expect(!run.output.contains(0x1B))
  }

  @Test func nearWithoutALeadOrAListEndsWithZero() async throws {
    let bare = try await kit.run(["near", "35693?035643809"])
    #expect(bare.status == 0)
    #expect(String(decoding: bare.output, as: UTF8.self).contains("no block list is loaded"))
    try await importList("490154203237518\n")
    let run = try await kit.run(["near", "35693?035643809"])
    #expect(run.status == 0)
    #expect(String(decoding: run.output, as: UTF8.self).contains("No lead"))
  }

  @Test func theHelpOfNearSaysThatALeadIsNoAnswer() async throws {
    let run = try await kit.run(["near", "--help"])
    #expect(String(decoding: run.output, as: UTF8.self).contains("A LEAD IS NO ANSWER"))
  }

  @Test(arguments: [
    ["near"], ["near", "35693?035643809", "--from", "x"], ["near", "1?", "--bound", "0"],
    ["findings"], ["findings", "x", "--format", "csv"], ["blocklist", "recheck"],
  ])
  func aWrongCommandLineEndsWith64(arguments: [String]) async throws {
    #expect(try await kit.run(arguments).status == 64)
  }

  // MARK: findings

  /// Two exhibits, each a folder with one picture of the test images.
  private func haul() async throws -> (folder: URL, run: Kit.Run) {
    let folder = try scratch.folder("haul")
    let picture = try Data(
      contentsOf: Checkout.testImages.appending(path: "labels/box-grouped-4-4-4-3.jpg"))
    for exhibit in ["AB1", "AB2"] {
      try picture.write(to: try scratch.folder("haul/\(exhibit)").appending(path: "a.jpg"))
    }
    return (folder, try await kit.run(["scan", folder.path, "--format", "jsonl"]))
  }

  @Test func findingsOverAScanNameWhatStandsOnTwoExhibits() async throws {
    let (folder, scan) = try await haul()
    #expect(scan.talk.contains("Findings over all photos:"))
    let results = scratch.url.appending(path: "haul.jsonl")
    try (scan.output + Data("nonsense\n".utf8)).write(to: results)
    let run = try await kit.run(["findings", results.path, "--format", "jsonl"])
    #expect(run.status == 65)
    #expect(run.talk.contains("line 3: "))
    let same = try #require(try objects(run).first { $0["kind"] as? String == "sameFile" })
    #expect(same["severity"] as? String == "look")
    #expect(
      same["exhibits"] as? [String] == ["\(folder.path)/AB1", "\(folder.path)/AB2"])

    try scan.output.write(to: results)
    #expect(try await kit.run(["findings", results.path]).status == 20)
    let none = try await kit.run(["findings", results.path, "--exhibits", "none"])
    #expect(none.status == 0)
    #expect(
      none.lines.contains { $0.hasPrefix("note  The same photo, byte for byte, is there 2 times") })
  }

  @Test func aScanWithoutFindingsSaysNothingOfThem() async throws {
    let picture = Checkout.testImages.appending(path: "labels/box-single-tilted.jpg").path
    #expect(!(try await kit.run(["scan", picture])).talk.contains("Findings"))
  }

  // MARK: recheck

  @Test func recheckPrintsOnlyWhatChanged() async throws {
    try await importList("356938035643809\n", date: "2026-11-01")
    let stored = try await kit.run(
      ["check", "--from", "-", "--format", "jsonl"], input: "356938035643809\n490154203237518\n12\n"
    )
    let results = scratch.url.appending(path: "stored.jsonl")
    try stored.output.write(to: results)

    let same = try await kit.run(["blocklist", "recheck", results.path])
    #expect(same.status == 0)
    #expect(same.output.isEmpty)
    #expect(same.talk.contains("2 IMEIs of 3 results: 0 newly flagged"))

    try await importList("356938035643809\n490154203237518\n", date: "2026-11-02")
    let table = try await kit.run(["blocklist", "recheck", results.path])
    #expect(table.status == 10)
    let text = String(decoding: table.output, as: UTF8.self)
    #expect(text.hasPrefix("49-015420-323751-8  line 2, 490154203237518\n"))
    #expect(text.contains("then  “Register” of 2026-11-01, SHA-256 "))
    #expect(text.contains("now   “Register” of 2026-11-02, SHA-256 "))

    try (stored.output + Data("nonsense\n".utf8)).write(to: results)
    let jsonl = try await kit.run(["blocklist", "recheck", results.path, "--format", "jsonl"])
    #expect(jsonl.status == 65)
    #expect(try objects(jsonl).map { $0["change"] as? String } == ["flagged"])
    #expect(jsonl.talk.contains("line 4: "))
  }

  @Test func anEntryThatIsGoneEndsWithZeroAndIsPrinted() async throws {
    try await importList("356938035643809\n490154203237518\n", date: "2026-11-01")
    let stored = try await kit.run(["check", "356938035643809", "--format", "jsonl"])
    try await importList("490154203237518\n", date: "2026-11-02")
    let run = try await kit.run(
      ["blocklist", "recheck", "-"], input: String(decoding: stored.output, as: UTF8.self))
    #expect(run.status == 0)
    #expect(String(decoding: run.output, as: UTF8.self).contains("No longer flagged"))
  }

  @Test func recheckWithoutAListSaysWhatToDo() async throws {
    let run = try await kit.run(["blocklist", "recheck", "-"])
    #expect(run.status == 65)
    #expect(run.talk.contains("No block list is loaded"))
  }
}
