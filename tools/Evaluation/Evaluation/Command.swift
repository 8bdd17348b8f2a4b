import Foundation

/// One run of an outside program.
struct Command {
  private let program: URL
  private let arguments: [String]
  private let environment: [String: String]

  init(_ program: URL, _ arguments: [String], environment: [String: String] = [:]) {
    self.program = program
    self.arguments = arguments
    self.environment = environment
  }

  /// Runs the program and returns what it printed.
  ///
  /// - Parameter statuses: exit statuses that count as success; nil for any.
  func output(accepting statuses: Set<Int32>?) throws -> Data {
    guard FileManager.default.isExecutableFile(atPath: program.path) else {
      throw EvaluationError("\(program.path) is not there to be run.")
    }
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = statuses == nil ? FileHandle.nullDevice : FileHandle.standardError
    try process.run()
    let data = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    if let statuses, !statuses.contains(process.terminationStatus) {
      throw EvaluationError("\(program.lastPathComponent) ended with \(process.terminationStatus).")
    }
    return data
  }
}
