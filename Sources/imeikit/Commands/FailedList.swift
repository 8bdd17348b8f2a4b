import Foundation
import Intake

/// The photos that gave no answer, one JSON object a line: file, fileBytes, status, reason, cure.
///
/// Written beside the list and put in its place when the scan is done, so that a broken scan leaves
/// no half list.
final class FailedList {
  private struct Line: Encodable {
    let file: String
    let fileBytes: String?
    let status: String
    let reason: String?
    let cure: String?
  }

  private let target: URL
  private let temporary: URL
  private let handle: FileHandle
  private let encoder = OrderedJSONEncoder()

  /// Opens a new list.
  ///
  /// - Throws: `Failure` when the folder cannot be written.
  init(path: String) throws {
    target = URL(filePath: path)
    temporary = target.deletingLastPathComponent()
      .appending(path: ".\(target.lastPathComponent).\(ProcessInfo.processInfo.processIdentifier)")
    guard FileManager.default.createFile(atPath: temporary.path, contents: nil),
      let handle = FileHandle(forWritingAtPath: temporary.path)
    else {
      throw Failure(
        .inputOutput, "The list \(path) cannot be written. Name a file in a folder you may write.")
    }
    self.handle = handle
  }

  /// Notes a photo if it was refused or is unreadable.
  func add(_ result: PhotoResult) throws {
    guard result.status == .refused || result.status == .unreadable else { return }
    let line = Line(
      file: result.file, fileBytes: result.fileBytes, status: result.status.rawValue,
      reason: result.reason, cure: result.cure)
    try handle.write(contentsOf: Data(try encoder.line(line)))
  }

  /// Puts the list in its place.
  func close() throws {
    try handle.synchronize()
    try handle.close()
    guard rename(temporary.path, target.path) == 0 else {
      throw Failure(.inputOutput, "The list could not be put at \(target.path).")
    }
  }
}
