import Foundation
import Reporting

/// A folder for one test, which goes with it.
final class ExportScratch {
  let path: String

  init() throws {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "imeikit-tables-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    path = folder.path
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Writes a record's exports into a folder of that name.
  func export(
    _ record: HaulRecord, mapping: ColumnMapping? = nil, as name: String = "out"
  ) throws -> [StagedFolder.Entry] {
    let folder = try StagedFolder("\(path)/\(name)")
    try Exports.write(record, mapping: mapping, to: folder)
    try folder.publish()
    return folder.entries
  }

  func bytes(_ file: String, of name: String = "out") throws -> [UInt8] {
    Array(try Data(contentsOf: URL(filePath: "\(path)/\(name)/\(file)")))
  }

  func csv(_ file: String, of name: String = "out", separator: Character = ",") throws -> StrictCSV
  {
    try StrictCSV(try bytes(file, of: name), separator: separator.asciiValue ?? 0)
  }

  /// The objects of a file of JSON lines.
  func objects(_ file: String, of name: String = "out") throws -> [[String: Any]] {
    try bytes(file, of: name).split(separator: 0x0A).map {
      try JSONSerialization.jsonObject(with: Data($0)) as? [String: Any] ?? [:]
    }
  }
}
