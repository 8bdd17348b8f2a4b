import Foundation
import Testing

/// A case of three photos, scanned by the command, with what its reports are made and looked at by.
struct ReportedHaul: Sendable {
  let scratch: ScratchFolder
  let kit: Kit
  let file: String

  init() throws {
    scratch = try ScratchFolder()
    kit = Kit(home: try scratch.folder("home"))
    file = scratch.url.appending(path: "haul.imeikit").path
  }

  func path(_ name: String) -> String { scratch.url.appending(path: name).path }

  /// Reads the photos: two settled, one for people, and a file that is none.
  func scan() async throws {
    for (picture, place) in [
      ("lockscreens/pin-pad-sv-suffix.jpg", "AB-1/front.jpg"),
      ("bags/bag-typed.jpg", "AB-2/bag.jpg"),
      ("falsepositives/wrong-check-digit-on-lock-screen.jpg", "AB-3/front.jpg"),
    ] {
      let target = scratch.url.appending(path: "haul/\(place)")
      try FileManager.default.createDirectory(
        at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
      try FileManager.default.copyItem(at: Checkout.testImages.appending(path: picture), to: target)
    }
    #expect(try await kit.run(["doctor", "--init-key"]).status == 0)
    let run = try await kit.run(["scan", path("haul"), "--case", file, "--format", "jsonl"])
    #expect(run.status == 20, "\(run.talk)")
  }

  /// Runs a command on the case.
  func run(
    _ arguments: [String], environment: [String: String] = [:],
    whileRunning: (@Sendable (Int32) -> Void)? = nil
  ) async throws -> Kit.Run {
    try await kit.run(
      arguments + ["--case", file], environment: environment, whileRunning: whileRunning)
  }

  /// Every file of a folder, by its path there.
  static func files(_ folder: String) throws -> [String: Data] {
    let names = try FileManager.default.subpathsOfDirectory(atPath: folder)
    var files: [String: Data] = [:]
    for name in names {
      var isFolder: ObjCBool = false
      let path = folder + "/" + name
      if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), !isFolder.boolValue {
        files[name] = try Data(contentsOf: URL(filePath: path))
      }
    }
    return files
  }

  /// Runs a shell's line in a folder.
  static func shell(_ line: String, in folder: String) async throws -> (status: Int32, text: String)
  {
    try await onThread {
      let process = Process()
      process.executableURL = URL(filePath: "/bin/bash")
      process.arguments = ["-e", "-o", "pipefail", "-c", line]
      process.currentDirectoryURL = URL(filePath: folder)
      let output = Pipe()
      process.standardOutput = output
      process.standardError = output
      try process.run()
      let text = try output.fileHandleForReading.readToEnd() ?? Data()
      process.waitUntilExit()
      return (process.terminationStatus, String(decoding: text, as: UTF8.self))
    }
  }

  /// What was logged under a kind, as `audit export` hands it out.
  func events(_ kind: String) async throws -> [[String: Any]] {
    let folder = path("log-\(UUID().uuidString)")
    let run = try await run(["audit", "export", "--out", folder])
    #expect(run.status == 0, "\(run.talk)")
    return try String(contentsOfFile: folder + "/audit.jsonl", encoding: .utf8)
      .split(separator: "\n").compactMap {
        try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any]
      }
      .filter { $0["kind"] as? String == kind }
  }
}
