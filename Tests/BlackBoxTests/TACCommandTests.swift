import Foundation
import Testing

@Suite("TAC lists", .serialized)
struct TACCommandTests {
  private let scratch: ScratchFolder
  private let kit: Kit

  init() throws {
    scratch = try ScratchFolder()
    kit = Kit(home: try scratch.folder("home"))
  }

  private func importList(
    _ text: String, name: String = "Types", more: [String] = []
  ) async throws -> Kit.Run {
    let file = scratch.url.appending(path: "types.csv")
    try Data(text.utf8).write(to: file)
    return try await kit.run(
      ["tac", "import", file.path, "--name", name, "--date", "2026-11-20"] + more)
  }

  private func text(_ run: Kit.Run) -> String { String(decoding: run.output, as: UTF8.self) }

  @Test func anImportedListIsListedAskedAndTakenOut() async throws {
    let run = try await importList(
      "Types under a licence\ntac,make,model\n35693803,Nokia,N900\n",
      more: ["--licence", "CC-BY", "--publisher", "Somebody"])
    #expect(run.status == 0)
    #expect(text(run).contains("1 codes"))
    let listed = text(try await kit.run(["tac", "list"]))
    for word in ["Types", "2026-11-20", "CC-BY", "Somebody", "Types under a licence", "SHA-256"] {
      #expect(listed.contains(word), "\(word)")
    }
    let asked = try await kit.run(["tac", "lookup", "35693803", "35-693803-564380-9"])
    #expect(asked.status == 0)
    #expect(asked.lines.count == 3)
    #expect(asked.lines[1].contains("Nokia N900"))
    #expect(asked.lines[2].contains("“Types” of 2026-11-20"))
    #expect(try await kit.run(["tac", "remove", "Types"]).status == 0)
    #expect(try await kit.run(["tac", "remove", "Types"]).status == 65)
    #expect(try await kit.run(["tac", "list"]).status == 65)
  }

  @Test func refusedRowsAreReportedAndTheOthersGoIn() async throws {
    let report = scratch.url.appending(path: "bad.jsonl")
    let run = try await importList(
      "tac,make\n1194800,Apple\n35693803,Nokia\n", more: ["--report", report.path])
    #expect(run.status == 65)
    #expect(run.talk.contains("line 2"))
    #expect(run.talk.contains("Seven digits"))
    let lines = try String(contentsOf: report, encoding: .utf8).split(separator: "\n")
    #expect(lines.count == 1)
    #expect(lines.first?.contains(#""code":"lostLeadingZero""#) ?? false)
  }

  @Test func answersComeAsJSONAndCSV() async throws {
    _ = try await importList("tac,make,model\n35693803,Nokia,=cmd()\n")
    let json = try await kit.run([
      "tac", "lookup", "35693803", "35999999", "x", "--format", "jsonl",
    ])
    #expect(json.status == 65)
    #expect(json.lines.count == 3)
    #expect(json.lines[0].contains(#""state":"listed","make":"Nokia""#))
    #expect(json.lines[1].contains(#""state":"notListed","make":null"#))
    #expect(json.lines[2].contains(#""answer":null,"refusal":"Neither"#))
    let csv = try await kit.run(["tac", "lookup", "35693803", "--format", "csv"])
    #expect(csv.lines[0].hasPrefix("input,tac,reporting_body,state,make,model,"))
    #expect(csv.lines[1].hasPrefix("35693803,35693803,35,listed,Nokia,'=cmd(),"))
  }

  @Test func codesAreReadFromStandardInputInTheirOrder() async throws {
    _ = try await importList("tac,make,model\n35693803,Nokia,N900\n")
    let run = try await kit.run(
      ["tac", "lookup", "--from", "-", "--format", "jsonl"],
      input: "35999999\n\n35-693803-564380-9\nx\n")
    #expect(run.status == 65)
    #expect(run.lines.count == 3)
    #expect(run.lines[0].contains(#""state":"notListed""#))
    #expect(run.lines[1].contains(#""make":"Nokia""#))
    #expect(run.lines[2].contains(#""answer":null"#))
    #expect(try await kit.run(["tac", "lookup"]).status == 64)
  }

  @Test func withoutAListNothingIsSaidOfTheCode() async throws {
    let run = try await kit.run(["tac", "lookup", "35693803", "--format", "jsonl"])
    #expect(run.status == 0)
    #expect(run.lines[0].contains(#""state":"notChecked""#))
    #expect(run.talk.contains("No TAC list is loaded"))
  }

  @Test func checkAndScanNameMakeModelAndList() async throws {
    let picture = Checkout.testImages.appending(path: "labels/box-grouped-4-4-4-3.jpg").path
    let before = try await kit.run(["scan", "--format", "jsonl", picture]).photos()
    let readings = before.first?["readings"] as? [[String: Any]]
    let imei = try #require(readings?.first?["imei"] as? String)
    _ = try await importList("tac,make,model\n\(imei.prefix(8)),Nokia,N900\n")
    let check = try await kit.run(["check", imei, "--format", "jsonl"])
    #expect(check.lines[0].contains(#""tac":"\#(imei.prefix(8))","make":"Nokia","model":"N900""#))
    #expect(check.lines[0].contains(#""tacList":{"name":"Types","date":"2026-11-20""#))
    let after = try await kit.run(["scan", "--format", "jsonl", picture]).photos()
    let tac = (after.first?["readings"] as? [[String: Any]])?.first?["tac"] as? [String: Any]
    #expect(tac?["make"] as? String == "Nokia")
    #expect((tac?["list"] as? [String: Any])?["name"] as? String == "Types")
    let card = text(try await kit.run(["verify", picture]))
    #expect(card.contains("Nokia N900, by TAC"))
  }

  @Test(arguments: [
    ["tac", "lookup"], ["tac", "import", "f"], ["tac", "remove"],
    ["tac", "import", "f", "--name", "n", "--date", "yesterday"],
  ])
  func aWrongCommandLineEndsWith64(arguments: [String]) async throws {
    #expect(try await kit.run(arguments).status == 64)
  }
}
