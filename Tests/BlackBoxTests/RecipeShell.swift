import Foundation

/// Runs blocks of shell as somebody does who copies them out of a document.
///
/// They run one after another in one bash, in a folder of their own, any failure ending it.
struct RecipeShell: Sendable {
  /// What the blocks left behind.
  struct Outcome: Sendable {
    var status: Int32
    /// What each block printed, line by line; what was run behind the last one comes last.
    var printed: [[String]]
    var talk: String
  }

  /// Seconds that the blocks may take in all; whatever they started is ended then.
  private static let limit = 400

  /// A free port below those that the system hands out by itself.
  private static let prologue = #"""
    trap 'kill $(jobs -p) 2>/dev/null || true' EXIT
    PORT=0
    while [ "$PORT" = 0 ] || (exec 3<>"/dev/tcp/127.0.0.1/$PORT") 2>/dev/null; do
      PORT=$((20000 + RANDOM % 10000))
    done
    """#

  /// The kit whose command the blocks call.
  let kit: Kit
  /// The folder that the blocks work in.
  let folder: URL
  private let commands: URL
  private let notes: URL

  init(kit: Kit, scratch: ScratchFolder) throws {
    self.kit = kit
    folder = try scratch.folder("work")
    commands = try scratch.folder("commands")
    notes = try scratch.folder("notes")
    try FileManager.default.createSymbolicLink(
      at: commands.appending(path: "imeikit"), withDestinationURL: try Checkout.binary())
  }

  /// Puts one of the test images where the blocks find it.
  func put(_ picture: String, at place: String) throws {
    let target = folder.appending(path: place)
    try FileManager.default.createDirectory(
      at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
    try FileManager.default.copyItem(at: Checkout.testImages.appending(path: picture), to: target)
  }

  /// Runs the blocks as they are written, then `ending`, which ends what they left running.
  func run(
    _ blocks: [String], ending: String = "", environment: [String: String] = [:]
  ) async throws -> Outcome {
    let mark = "end of block \(UUID().uuidString)"
    let script = notes.appending(path: "script")
    let parts = [Self.prologue] + blocks.map { "\($0)\necho '\(mark)'" } + [ending]
    try Data((parts.joined(separator: "\n") + "\n").utf8).write(to: script)
    let (folder, notes, commands, home) = (folder, notes, commands, kit.home)
    return try await onThread {
      let process = Process()
      process.executableURL = URL(filePath: "/usr/bin/env")
      process.arguments = [
        "timeout", "--kill-after=20", String(Self.limit), "bash", "-euo", "pipefail", script.path,
      ]
      process.currentDirectoryURL = folder
      let inherited = ProcessInfo.processInfo.environment
      process.environment = inherited.merging([
        "PATH": "\(commands.path):\(inherited["PATH"] ?? "/usr/bin:/bin")",
        "IMEIKIT_HOME": home.path, "NO_COLOR": "1",
      ]) { $1 }.merging(environment) { $1 }
      let (output, talk) = (notes.appending(path: "output"), notes.appending(path: "talk"))
      for file in [output, talk] { try Data().write(to: file) }
      process.standardInput = FileHandle.nullDevice
      process.standardOutput = try FileHandle(forWritingTo: output)
      process.standardError = try FileHandle(forWritingTo: talk)
      try process.run()
      process.waitUntilExit()
      let printed = String(decoding: try Data(contentsOf: output), as: UTF8.self)
      return Outcome(
        status: process.terminationStatus,
        printed: printed.components(separatedBy: mark + "\n").map {
          $0.split(separator: "\n").map(String.init)
        },
        talk: String(decoding: try Data(contentsOf: talk), as: UTF8.self))
    }
  }
}
