import Foundation
import Testing

@testable import Reporting

/// A folder for one test with reports in it, which goes with it.
final class PDFScratch {
  let path: String

  init() throws {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "imeikit-pdf-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    path = folder.path
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Writes a report and gives its bytes; it lies at ``file(_:)``.
  @discardableResult func write(
    _ document: ReportDocument, images: ReportImages = .none, as name: String = "out"
  ) throws -> Data {
    let folder = try StagedFolder("\(path)/\(name)")
    try PDFReport.write(document, images: images, to: folder, as: "report.pdf")
    try folder.publish()
    return try Data(contentsOf: URL(filePath: file(name)))
  }

  func file(_ name: String = "out") -> String { "\(path)/\(name)/report.pdf" }

  /// What an outside program says of a file, both its streams; the test fails when it does.
  func ask(_ program: String, _ arguments: String...) throws -> String {
    let log = URL(filePath: "\(path)/\(UUID().uuidString).log")
    _ = FileManager.default.createFile(atPath: log.path, contents: nil)
    let output = try FileHandle(forWritingTo: log)
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [program] + arguments
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = output
    try process.run()
    process.waitUntilExit()
    try output.close()
    let text = String(decoding: try Data(contentsOf: log), as: UTF8.self)
    #expect(process.terminationStatus == 0, "\(program): \(text.prefix(500))")
    return text
  }
}
