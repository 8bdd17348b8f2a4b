import Foundation

/// The command under test, run as its user runs it.
struct Kit: Sendable {
  /// What one run left behind.
  struct Run: Sendable {
    var status: Int32
    var output: Data
    var talk: String

    /// The lines of standard output.
    var lines: [String] {
      String(decoding: output, as: UTF8.self).split(separator: "\n").map(String.init)
    }

    /// The JSON objects of standard output, times left out.
    func photos() throws -> [NSDictionary] {
      try output.split(separator: UInt8(ascii: "\n")).map { line in
        var object = try JSONSerialization.jsonObject(with: line) as? [String: Any] ?? [:]
        object["milliseconds"] = nil
        return object as NSDictionary
      }
    }
  }

  let home: URL

  /// A kit whose block lists live in a folder of their own.
  init(home: URL) {
    self.home = home
  }

  /// Runs the command and waits for its end on a thread of its own.
  ///
  /// - Parameter whileRunning: called with the process's number once it has started.
  func run(
    _ arguments: [String], input: String = "", environment: [String: String] = [:],
    whileRunning: (@Sendable (Int32) -> Void)? = nil
  ) async throws -> Run {
    let binary = try Checkout.binary()
    let home = home
    return try await onThread {
      let process = Process()
      process.executableURL = binary
      process.arguments = arguments
      process.environment = ProcessInfo.processInfo.environment.merging(
        ["IMEIKIT_HOME": home.path, "NO_COLOR": "1"]
      ) { $1 }.merging(environment) { $1 }
      let talkFile = home.appending(path: "talk-\(UUID().uuidString)")
      let outputFile = home.appending(path: "output-\(UUID().uuidString)")
      let inputFile = home.appending(path: "input-\(UUID().uuidString)")
      for file in [talkFile, outputFile] { try Data().write(to: file) }
      try Data(input.utf8).write(to: inputFile)
      process.standardInput = try FileHandle(forReadingFrom: inputFile)
      process.standardOutput = try FileHandle(forWritingTo: outputFile)
      process.standardError = try FileHandle(forWritingTo: talkFile)
      try process.run()
      whileRunning?(process.processIdentifier)
      process.waitUntilExit()
      return Run(
        status: process.terminationStatus, output: try Data(contentsOf: outputFile),
        talk: String(decoding: try Data(contentsOf: talkFile), as: UTF8.self))
    }
  }
}

/// A folder that goes away with the test.
final class ScratchFolder: Sendable {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory
      .appending(path: "imeikit-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(at: url)
  }

  /// A folder inside this one.
  func folder(_ name: String) throws -> URL {
    let folder = url.appending(path: name)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder
  }

  /// Writes a file under a name of exactly these bytes, which need not be UTF-8.
  func write(_ data: Data, named name: [UInt8], in folder: URL) throws {
    let path = Array(folder.path.utf8) + [UInt8(ascii: "/")] + name + [0]
    let descriptor = path.map { CChar(bitPattern: $0) }.withUnsafeBufferPointer { bytes in
      bytes.baseAddress.map { open($0, O_WRONLY | O_CREAT | O_EXCL, 0o644) } ?? -1
    }
    guard descriptor >= 0 else { throw POSIXError(.EIO) }
    try FileHandle(fileDescriptor: descriptor, closeOnDealloc: true).write(contentsOf: data)
  }
}
