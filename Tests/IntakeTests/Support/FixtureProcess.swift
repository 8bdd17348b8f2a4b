import Foundation
import Glibc
import Intake

/// The program `intake-test-worker`, which lies beside the test bundle.
enum FixtureProcess {
  static var executable: PhotoPath {
    let own = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
    let beside = URL(filePath: own).deletingLastPathComponent()
    let bundles = Bundle.allBundles.map { $0.bundleURL.deletingLastPathComponent() }
    let folders = [beside] + bundles
    let found = folders.map { $0.appending(path: "intake-test-worker").path }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
    return PhotoPath(found ?? "intake-test-worker")
  }

  /// A pool of such workers.
  static func configuration(
    _ arguments: String..., jobs: Int = 2, photoTime: Duration = .seconds(20), attempts: Int = 2,
    photosPerWorker: Int = 200, lookAhead: Int = 64,
    onEvent: (@Sendable (WorkerEvent) -> Void)? = nil
  ) -> WorkerPool.Configuration {
    WorkerPool.Configuration(
      executable: executable, arguments: arguments.isEmpty ? ["worker", "none"] : arguments,
      jobs: jobs, photoTime: photoTime, attempts: attempts, photosPerWorker: photosPerWorker,
      lookAhead: lookAhead, onEvent: onEvent)
  }

  /// Runs the fixture to its end with this input.
  static func run(
    _ arguments: [String], input: String = "", in folder: PhotoPath? = nil
  ) throws -> (lines: [String], status: Int32) {
    let (process, stdin, stdout) = try start(arguments, in: folder)
    stdin.write(Data(input.utf8))
    try stdin.close()
    let output = stdout.readDataToEndOfFile()
    process.waitUntilExit()
    let lines = String(decoding: output, as: UTF8.self).split(separator: "\n").map(String.init)
    return (lines, process.terminationStatus)
  }

  /// Starts the fixture.
  static func start(
    _ arguments: [String], in folder: PhotoPath? = nil
  ) throws -> (Process, FileHandle, FileHandle) {
    let process = Process()
    process.executableURL = URL(filePath: executable.text)
    process.arguments = arguments
    if let folder { process.currentDirectoryURL = URL(filePath: folder.text) }
    let input = Pipe()
    let output = Pipe()
    process.standardInput = input
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    return (process, input.fileHandleForWriting, output.fileHandleForReading)
  }

  /// True while a process of this number runs (a zombie does not).
  static func isRunning(_ pid: Int32) -> Bool {
    guard let stat = try? String(contentsOfFile: "/proc/\(pid)/stat", encoding: .utf8) else {
      return false
    }
    return stat.split(separator: ")").last.map { !$0.hasPrefix(" Z") } ?? false
  }

  /// Waits until the process is gone, five seconds at most.
  static func waitUntilGone(_ pid: Int32) async -> Bool {
    for _ in 0..<500 {
      if !isRunning(pid) { return true }
      try? await Task.sleep(for: .milliseconds(10))
    }
    return false
  }
}
