import Foundation
import Testing

@Suite("Commands", .serialized)
struct CommandTests {
  private let scratch: ScratchFolder
  private let kit: Kit
  private let labelled = Checkout.testImages.appending(path: "labels/box-grouped-4-4-4-3.jpg").path

  init() throws {
    scratch = try ScratchFolder()
    kit = Kit(home: try scratch.folder("home"))
  }

  private func importList(_ text: String, name: String = "Test list") async throws -> Kit.Run {
    let file = scratch.url.appending(path: "list.csv")
    try Data(text.utf8).write(to: file)
    return try await kit.run([
      "blocklist", "import", file.path, "--name", name, "--date", "2026-11-20",
    ])
  }

  /// The IMEIs that a scan of the labelled picture gives.
  private func imeis() async throws -> [String] {
    let photos = try await kit.run(["scan", "--format", "jsonl", labelled]).photos()
    let readings = photos.first?["readings"] as? [[String: Any]] ?? []
    return readings.compactMap { $0["imei"] as? String }
  }

  @Test func aSettledPhotoEndsWithZeroAndAFlaggedOneWithTen() async throws {
    #expect(try await kit.run(["verify", labelled]).status == 0)
    let imei = try #require(try await imeis().first)
    #expect(try await importList("imei;reason\r\n\(imei.dropLast());stolen\r\n").status == 0)
    let run = try await kit.run(["verify", labelled])
    #expect(run.status == 10)
    let text = String(decoding: run.output, as: UTF8.self)
    #expect(text.contains("Flagged: on list “Test list” of 2026-11-20"))
  }

  @Test func checkAnswersInInputOrderWithListNameDateAndDigest() async throws {
    _ = try await importList("356938035643809\n")
    let run = try await kit.run(
      ["check", "--from", "-", "--format", "jsonl"],
      input: "490154203237518\n35-693803-564380-9\n")
    #expect(run.status == 10)
    #expect(run.lines.count == 2)
    #expect(run.lines[0].contains(#""state":"notFlagged""#))
    #expect(run.lines[1].contains(#""state":"flagged""#))
    #expect(run.lines[1].contains(#""name":"Test list""#))
    #expect(run.lines[1].contains(#""date":"2026-11-20""#))
    #expect(run.lines[1].contains(#""sha256":""#))
  }

  @Test func checkTakesTheColumnThatTheUserNames() async throws {
    _ = try await importList("356938035643809\n")
    let sheet = "490154203237518,356938035643809\n"
    let run = try await kit.run(
      ["check", "--from", "-", "--columns", "imei=2", "--format", "csv"], input: sheet)
    #expect(run.status == 10)
    #expect(run.lines.count == 2)
    #expect(run.lines[1].hasPrefix("356938035643809,356938035643809,agrees,flagged,"))
    #expect(try await kit.run(["check", "--columns", "imei=2", "356938035643809"]).status == 64)
    #expect(
      try await kit.run(["check", "--from", "-", "--columns", "make=2"], input: sheet).status == 64)
  }

  @Test func checkSaysHowTheCheckDigitCompared() async throws {
    _ = try await importList("356938035643809\n")
    let run = try await kit.run(["check", "356938035643801", "--format", "csv"])
    #expect(run.lines[0] == "input,imei,check_digit,state,lists,reasons")
    #expect(run.lines[1].hasPrefix("356938035643801,356938035643801,differs,flagged,"))
  }

  @Test func checkWithoutAListSaysNotChecked() async throws {
    let run = try await kit.run(["check", "356938035643809", "--format", "csv"])
    #expect(run.status == 0)
    #expect(run.lines[1].contains(",notChecked,"))
  }

  @Test func refusedRowsAreNamedAndTheOthersGoIn() async throws {
    let run = try await importList("356938035643809\n12345\n490154203237518\n")
    #expect(run.status == 65)
    #expect(run.talk.contains("line 2"))
    #expect(String(decoding: run.output, as: UTF8.self).contains("2 accepted"))
  }

  @Test func aWorkerAnswersJobsAndBadLines() async throws {
    let run = try await kit.run(
      ["worker"], input: "{\"id\":7,\"path\":\"\(labelled)\"}\nnonsense\n")
    #expect(run.status == 0)
    #expect(run.lines.count == 2)
    #expect(run.lines[0].hasPrefix(#"{"id":7,"photo":{"schema":"imeikit.photo/1""#))
    #expect(run.lines[1].contains(#""error":{"line":2"#))
  }

  @Test(arguments: [
    ["scan"], ["check"], ["frobnicate"], ["scan", "--jobs", "0", "x"],
    ["scan", "--format", "xml", "x"],
    ["check", "1", "--from", "-"], ["blocklist", "import", "f"],
  ])
  func aWrongCommandLineEndsWith64(arguments: [String]) async throws {
    #expect(try await kit.run(arguments).status == 64)
  }

  @Test(arguments: [["--help"], ["scan", "--help"], ["help", "check"], ["--version"]])
  func helpEndsWithZero(arguments: [String]) async throws {
    let run = try await kit.run(arguments)
    #expect(run.status == 0)
    #expect(!run.output.isEmpty)
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func shellCompletionIsPrinted(shell: String) async throws {
    let run = try await kit.run(["--generate-completion-script", shell])
    #expect(run.status == 0)
    #expect(String(decoding: run.output, as: UTF8.self).contains("blocklist"))
  }

  @Test func doctorNamesComponentsAndSandbox() async throws {
    let run = try await kit.run(["doctor"])
    let text = String(decoding: run.output, as: UTF8.self)
    #expect(run.status == 0)
    for word in ["networks", "Tesseract", "ZXing", "Leptonica", "libheif", "SHA-256", "sandbox"] {
      #expect(text.contains(word), "\(word)")
    }
  }
}
