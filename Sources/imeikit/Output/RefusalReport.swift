import BlockList
import Foundation

/// Every refused row of one import, one JSON object a line.
final class RefusalReport {
  private let handle: FileHandle
  private let encoder = JSONEncoder()

  init(path: String) throws {
    guard FileManager.default.createFile(atPath: path, contents: nil),
      let handle = FileHandle(forWritingAtPath: path)
    else {
      throw Failure(
        .inputOutput, "The report \(path) cannot be written. Name a file in a folder you may write."
      )
    }
    self.handle = handle
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
  }

  func add(_ row: RefusedRow) throws {
    try handle.write(contentsOf: try encoder.encode(row) + Data("\n".utf8))
  }

  func close() throws {
    try handle.close()
  }
}
