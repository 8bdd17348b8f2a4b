import Foundation

/// Standard output, for data only.
struct DataOutput: Sendable {
  /// Whether a person looks at it.
  let isTerminal = isatty(STDOUT_FILENO) == 1

  /// Writes bytes at once.
  ///
  /// - Throws: `Failure` when the reader is gone or the disk is full.
  func write(_ bytes: [UInt8]) throws {
    do {
      try FileHandle.standardOutput.write(contentsOf: Data(bytes))
    } catch {
      throw Failure(.inputOutput, "The output could not be written: \(error)")
    }
  }

  /// Writes a line of text.
  func writeLine(_ text: String) throws {
    try write(Array((text + "\n").utf8))
  }
}
