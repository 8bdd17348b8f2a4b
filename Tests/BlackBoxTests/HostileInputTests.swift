import Foundation
import Testing

@Suite("Bad input", .serialized)
struct HostileInputTests {
  private let scratch: ScratchFolder
  private let kit: Kit
  private let picture: Data

  init() throws {
    scratch = try ScratchFolder()
    kit = Kit(home: try scratch.folder("home"))
    picture = try Data(
      contentsOf: Checkout.testImages.appending(path: "formats/exif-6.jpg"))
  }

  private func scan(_ paths: [String]) async throws -> Kit.Run {
    try await kit.run(["scan", "--format", "jsonl", "--"] + paths)
  }

  @Test func everyBrokenFileIsRefusedWithReasonAndCure() async throws {
    let run = try await scan([Checkout.testImages.appending(path: "broken").path])
    #expect(run.status == 30)
    let photos = try run.photos()
    #expect(photos.count >= 10)
    for photo in photos {
      let file = photo["file"] as? String ?? ""
      #expect(photo["status"] as? String == "refused", "\(file)")
      #expect((photo["reason"] as? String)?.isEmpty == false, "\(file)")
      #expect((photo["cure"] as? String)?.isEmpty == false, "\(file)")
    }
  }

  @Test func hostileFileNamesGiveOneLineEach() async throws {
    let folder = try scratch.folder("names")
    let names: [[UInt8]] = [
      Array("line\nfeed.jpg".utf8), Array("\u{202E}gpj.right-to-left.jpg".utf8),
      Array("quote\"and'tick.jpg".utf8), [0xFF, 0xFE] + Array(".jpg".utf8),
      Array("-dash.jpg".utf8), Array("=formula.jpg".utf8), Array("\u{1B}[31mred.jpg".utf8),
      Array("$(touch pwned).jpg".utf8), Array("two  spaces.jpg".utf8),
    ]
    for name in names { try scratch.write(picture, named: name, in: folder) }
    let run = try await scan([folder.path])
    let photos = try run.photos()
    #expect(run.lines.count == names.count)
    #expect(photos.count == names.count)
    #expect(photos.allSatisfy { $0["status"] as? String == "accepted" })
    #expect(photos.filter { $0["fileBytes"] is String }.count == 1)

    let table = try await kit.run(["scan", folder.path])
    #expect(!table.output.contains(0x1B))
    #expect(table.output.filter { $0 == 0x0A }.count >= names.count)

    let csv = try await kit.run(["scan", "--format", "csv", folder.path])
    #expect(!csv.lines.contains { $0.hasPrefix("=") })
  }

  @Test func aNameThatIsNoUTF8CanBeGivenOnTheCommandLine() async throws {
    let folder = try scratch.folder("bytes")
    try scratch.write(picture, named: [0x61, 0xFF] + Array(".jpg".utf8), in: folder)
    // Foundation passes text, so the shell's own printf makes the bytes.
    let run = try await onThread { [kit] in
      let process = Process()
      process.executableURL = URL(filePath: "/bin/sh")
      process.arguments = [
        "-c", #"exec "$0" scan --format jsonl "$1/$(printf 'a\377.jpg')""#,
        try Checkout.binary().path, folder.path,
      ]
      process.environment = ["IMEIKIT_HOME": kit.home.path, "PATH": "/usr/bin:/bin"]
      let pipe = Pipe()
      process.standardOutput = pipe
      process.standardError = FileHandle.nullDevice
      try process.run()
      let data = try pipe.fileHandleForReading.readToEnd() ?? Data()
      process.waitUntilExit()
      return Kit.Run(status: process.terminationStatus, output: data, talk: "")
    }
    #expect(try run.photos().map { $0["status"] as? String } == ["accepted"])
  }

  @Test func whatIsNoRegularFileIsRefusedAndTheRestGoesOn() async throws {
    let folder = try scratch.folder("kinds")
    try picture.write(to: folder.appending(path: "good.jpg"))
    mkfifo(folder.appending(path: "pipe.jpg").path, 0o644)
    symlink("/nonexistent/target", folder.appending(path: "dangling.jpg").path)
    symlink(".", folder.appending(path: "loop").path)
    symlink("/dev/zero", folder.appending(path: "device.jpg").path)
    let run = try await scan([folder.path, folder.appending(path: "missing.jpg").path])
    let statuses = Dictionary(
      uniqueKeysWithValues: try run.photos().map {
        (URL(filePath: $0["file"] as? String ?? "").lastPathComponent, $0["status"] as? String)
      })
    #expect(statuses["good.jpg"] == "accepted")
    for name in ["pipe.jpg", "dangling.jpg", "device.jpg", "missing.jpg"] {
      #expect(statuses[name] == "refused", "\(name)")
    }
    #expect(run.status == 30)
  }

  @Test func anEmptyFolderIsAClearError() async throws {
    let folder = try scratch.folder("empty")
    let run = try await scan([folder.path])
    #expect(run.status == 65)
    #expect(run.talk.contains("There is no photo in"))
    #expect(run.output.isEmpty)
  }

  @Test func originalsStayAsTheyWere() async throws {
    let folder = try scratch.folder("originals")
    let file = folder.appending(path: "a.jpg")
    try picture.write(to: file)
    let before = try FileManager.default.attributesOfItem(atPath: file.path)[.modificationDate]
    _ = try await scan([folder.path])
    let after = try FileManager.default.attributesOfItem(atPath: file.path)[.modificationDate]
    #expect(try Data(contentsOf: file) == picture)
    #expect(before as? Date == after as? Date)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["a.jpg"])
  }

  @Test func theFailedListNamesWhatGaveNoAnswer() async throws {
    let list = scratch.url.appending(path: "failed.jsonl")
    _ = try await kit.run([
      "scan", "--failed-list", list.path, Checkout.testImages.appending(path: "broken").path,
    ])
    let text = try String(contentsOf: list, encoding: .utf8)
    #expect(text.contains("empty.jpg"))
    #expect(text.split(separator: "\n").count >= 10)
  }
}
