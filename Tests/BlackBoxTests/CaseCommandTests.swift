import Foundation
import Testing

/// Cases as their users have them: scanned, watched, decided on, verified, closed and erased.
@Suite("Cases", .serialized)
struct CaseCommandTests {
  private let scratch: ScratchFolder
  private let kit: Kit
  private let haul: URL
  private let file: String

  init() throws {
    scratch = try ScratchFolder()
    kit = Kit(home: try scratch.folder("home"))
    haul = try scratch.folder("haul")
    file = scratch.url.appending(path: "haul.imeikit").path
  }

  private func copy(_ picture: String, to place: String) throws {
    let target = haul.appending(path: place)
    try FileManager.default.createDirectory(
      at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
    try FileManager.default.copyItem(at: Checkout.testImages.appending(path: picture), to: target)
  }

  private func run(_ arguments: String...) async throws -> Kit.Run {
    try await kit.run(arguments + ["--case", file])
  }

  private func text(_ run: Kit.Run) -> String { String(decoding: run.output, as: UTF8.self) }

  private func scanned() async throws {
    try copy("lockscreens/pin-pad-sv-suffix.jpg", to: "AB-1/front.jpg")
    try copy("bags/bag-typed.jpg", to: "AB-2/bag.jpg")
    try copy("falsepositives/wrong-check-digit-on-lock-screen.jpg", to: "AB-3/front.jpg")
    #expect(try await kit.run(["doctor", "--init-key"]).status == 0)
    let first = try await run("scan", haul.path, "--format", "jsonl", "--operator", "Moss")
    #expect(first.status == 20, "\(first.talk)")
    #expect(first.talk.contains("3 photos read, 0 known"))
    #expect(first.talk.contains("3 originals hashed again: all as they were."))
  }

  @Test func aScanIsGoneOnWithVerifiedReadAgainExplainedAndHandedOut() async throws {
    try await scanned()
    let second = try await run("scan", haul.path, "--format", "jsonl")
    #expect(second.talk.contains("0 photos read, 3 known"))
    #expect(second.lines.count == 3)
    let exhibits = text(try await run("case", "exhibits"))
    for name in ["AB-1", "AB-2", "AB-3", "866451619863325  accepted"] {
      #expect(exhibits.contains(name), "\(name)")
    }
    let verdict = try await run("audit", "verify")
    #expect(verdict.status == 0, "\(text(verdict))")
    #expect(text(verdict).contains("The log is whole"))
    let again = try await run("verify-run")
    #expect(again.status == 0)
    #expect(again.talk.contains("3 photos, 3 read the same, 0 differ"))
    let explained = try await run("explain", haul.appending(path: "AB-2/bag.jpg").path)
    #expect(text(explained).contains("Read alike by 2 sources: a bar code (code128)"))
    let lines = try await run("export", "jsonl", "--recipient", "DC Moss")
    #expect(lines.lines.count == 3)
    let folder = scratch.url.appending(path: "log").path
    #expect(try await run("audit", "export", "--out", folder).status == 0)
    #expect(
      try await kit.run(["audit", "verify", "--export", folder]).status == 0)
    let log = try String(contentsOfFile: folder + "/audit.jsonl", encoding: .utf8)
    for kind in [
      "case.create", "session.open", "selftest.before", "photo.read", "selftest.after",
      "run.verify", "photo.explain", "export.jsonl", "exhibits.list",
    ] {
      #expect(log.contains("\"kind\":\"\(kind)\""), "\(kind)")
    }
    #expect(!log.contains("866451619863325"))
  }

  @Test func aDoubtfulReadingNeedsTwoPeopleAndOneKeysBlind() async throws {
    try await scanned()
    let photo = haul.appending(path: "AB-3/front.jpg").path
    for name in ["Moss", "Keller", "Ruiz"] {
      #expect(try await run("operator", "add", name, "--role", "settler").status == 0)
    }
    #expect(try await run("case", "decide", photo, "--accept", "--operator", "Nobody").status == 65)
    let one = try await run("case", "decide", photo, "--accept", "--operator", "Moss")
    #expect(text(one).contains("secondNeeded"))
    let same = try await run(
      "case", "decide", photo, "--key", "868545707582444", "--operator", "Moss")
    #expect(same.status == 65)
    let two = try await run(
      "case", "decide", photo, "--key", "868545707582444", "--operator", "Keller")
    #expect(text(two).contains("settled 868545707582444"), "\(text(two)) \(two.talk)")
    let number = try #require(text(two).split(whereSeparator: { !$0.isNumber }).first)
    #expect(try await run("case", "undo", String(number), "--operator", "Keller").status == 0)
    #expect(text(try await run("case", "show")).contains("1 photos to decide"))
    #expect(try await run("audit", "verify").status == 0)
  }

  @Test func aChangedOriginalIsAFindingUntilItIsAcknowledged() async throws {
    try await scanned()
    let photo = haul.appending(path: "AB-1/front.jpg")
    try FileManager.default.removeItem(at: photo)
    let checked = try await run("case", "originals", "--check")
    #expect(checked.status == 20)
    #expect(text(checked).contains("missing"))
    let number = try #require(text(checked).split(separator: " ").first)
    #expect(text(try await run("case", "findings")).contains("is no longer there"))
    let known = try await run(
      "case", "originals", "--acknowledge", String(number), "--note", "card taken back")
    #expect(known.status == 0)
  }

  @Test func aWatchedFolderIsReadAsPhotosArriveUntilSIGTERM() async throws {
    let (processes, started) = AsyncStream.makeStream(of: Int32.self)
    let (kit, haul, file) = (kit, haul, file)
    async let watching = kit.run([
      "watch", haul.path, "--case", file, "--settle", "1", "--every", "1", "--format", "jsonl",
    ]) { started.yield($0) }
    var iterator = processes.makeAsyncIterator()
    let process = try #require(await iterator.next())
    try copy("lockscreens/ios-lock-single.jpg", to: "AB-1/front.jpg")
    for _ in 0..<600 {
      try await Task.sleep(for: .milliseconds(200))
      let shown = try await kit.run(["export", "jsonl", "--case", file])
      if shown.lines.count == 1 { break }
    }
    kill(process, SIGTERM)
    let run = try await watching
    #expect(run.status == 0, "\(run.talk)")
    #expect(run.lines.count == 1)
    #expect(FileManager.default.fileExists(atPath: haul.path + "/AB-1/front.jpg"))
    #expect(run.talk.contains("1 originals hashed again: all as they were."), "\(run.talk)")
    #expect(text(try await self.run("case", "show")).contains("stopped"))
  }

  @Test func aScanThatIsStoppedClosesItsSessionAndSignsItsHead() async throws {
    #expect(try await kit.run(["doctor", "--init-key"]).status == 0)
    for number in 0..<60 {
      var bytes = try Data(
        contentsOf: Checkout.testImages.appending(path: "lockscreens/ios-lock-single.jpg"))
      bytes.append(UInt8(number))
      try bytes.write(to: haul.appending(path: "\(number).jpg"))
    }
    let (processes, started) = AsyncStream.makeStream(of: Int32.self)
    let (kit, haul, file) = (kit, haul, file)
    async let scanning = kit.run(["scan", haul.path, "--case", file, "--jobs", "1"]) {
      started.yield($0)
    }
    var iterator = processes.makeAsyncIterator()
    let process = try #require(await iterator.next())
    for _ in 0..<600 {
      try await Task.sleep(for: .milliseconds(100))
      let shown = try await kit.run(["export", "jsonl", "--case", file])
      if !shown.lines.isEmpty { break }
    }
    kill(process, SIGTERM)
    let run = try await scanning
    #expect(run.talk.contains("originals hashed again"), "\(run.talk)")
    let verdict = try await self.run("audit", "verify")
    #expect(verdict.status == 0, "\(text(verdict))")
    #expect(!text(verdict).contains("no close"))
  }

  @Test func aClosedCaseIsErasedAndItsLogStillVerifies() async throws {
    try await scanned()
    #expect(try await run("case", "purge", "--confirm").status == 65)
    #expect(try await run("case", "close").status == 65)
    #expect(try await run("case", "close", "--despite-open-work").status == 0)
    #expect(try await run("scan", haul.path).status == 65)
    #expect(try await run("case", "hold", "--reason", "appeal").status == 0)
    #expect(try await run("case", "purge", "--confirm").status == 65)
    #expect(try await run("case", "hold", "--release", "--reason", "decided").status == 0)
    #expect(try await run("case", "purge").status == 64)
    #expect(try await run("case", "purge", "--confirm").status == 0)
    #expect(try await run("export", "jsonl").lines.isEmpty)
    #expect(try await run("audit", "verify").status == 0)
    let bytes = try Data(contentsOf: URL(filePath: file))
    #expect(bytes.range(of: Data("866451619863325".utf8)) == nil)
  }

  @Test func aLinkIsRefusedAndACopyIsKept() async throws {
    try copy("lockscreens/ios-lock-single.jpg", to: "1.jpg")
    try FileManager.default.createSymbolicLink(
      atPath: haul.path + "/2.jpg", withDestinationPath: "1.jpg")
    let copies = scratch.url.appending(path: "copies").path
    let run = try await run(
      "scan", haul.path, "--copy-originals", copies, "--format", "jsonl")
    #expect(run.status == 30)
    #expect(run.lines[1].contains("symbolic link"))
    let kept = try FileManager.default.subpathsOfDirectory(atPath: copies)
    #expect(kept.count == 2)
  }

  @Test func whatIsNoCaseFileIsSaid() async throws {
    try Data("no database".utf8).write(to: URL(filePath: file))
    let run = try await run("case", "show")
    #expect(run.status == 65)
    #expect(run.talk.contains("haul.imeikit"))
    #expect(try await kit.run(["case", "show", "--case", "/nowhere/x"]).status == 65)
    #expect(try await kit.run(["scan", haul.path, "--reread"]).status == 64)
  }
}
