import Foundation
import IMEI
import Testing

@testable import BlockList

/// A folder of its own for one test, taken away at the end of its life.
final class TemporaryFolder {
  let path: String

  init() throws {
    let url = FileManager.default.temporaryDirectory
      .appendingPathComponent("blocklist-tests-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    path = url.path
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  var storePath: String { path + "/home/blocklists.sqlite" }

  func store() throws -> BlockListStore { try BlockListStore(path: storePath, mode: .readWrite) }

  func write(_ text: String, to name: String) throws -> String {
    let file = "\(path)/\(name)"
    try Data(text.utf8).write(to: URL(fileURLWithPath: file))
    return file
  }
}

/// Made-up numbers of the test range: reporting body 35, check digits computed here.
enum Sample {
  static func body(_ number: Int) -> String {
    let digits = String(35_000_000_000_000 + number)
    return digits
  }

  /// 15 digits whose check digit agrees.
  static func imei(_ number: Int) -> String {
    let body = body(number)
    let values = body.utf8.map { $0 - 0x30 }
    return body + "\(Luhn.checkDigit(of: values))"
  }

  static let day: ListDate = {
    guard let day = ListDate(year: 2026, month: 3, day: 4) else { preconditionFailure() }
    return day
  }()
  static let now = Date(timeIntervalSince1970: 1_780_000_000)
  static let options = ImportOptions(now: now)
}

extension BlockListStore {
  /// Imports `text` under the name `list`.
  @discardableResult
  func importText(
    _ text: String, name: String = "list", date: ListDate = Sample.day,
    kind: ListKind? = nil, overrides: Set<ImportGuard> = []
  ) throws -> ImportReport {
    var options = Sample.options
    options.kind = kind
    options.overrides = overrides
    return try importList(
      from: .bytes(Array(text.utf8), name: "\(name).csv"), name: name, date: date, options: options)
  }

  @discardableResult
  func importBytes(
    _ bytes: [UInt8], name: String = "list", date: ListDate = Sample.day
  ) throws -> ImportReport {
    try importList(
      from: .bytes(bytes, name: "\(name).csv"), name: name, date: date, options: Sample.options)
  }

  func answer(to text: String) throws -> Answer {
    let imei = try #require(IMEI(text))
    return try lookUp(imei)
  }

  func state(of text: String) throws -> Answer.State { try answer(to: text).state }
}

/// The rows that a reader makes of `bytes`: line and fields, or the damage.
func rows(_ bytes: [UInt8], delimiter: Character = ",") throws -> [String] {
  var reader = ListReader(try ByteInput(.bytes(bytes, name: "test")))
  reader.delimiter = try #require(delimiter.asciiValue)
  var result: [String] = []
  while try reader.advance() {
    result.append(
      reader.withRow { bytes, row in
        switch row.kind {
        case .blank: return "\(row.line) blank"
        case .comment: return "\(row.line) comment"
        case .damaged(let damage): return "\(row.line) \(damage.rawValue)"
        case .fields:
          let fields = row.fields.indices.map { row.text(of: $0, in: bytes) }
          return "\(row.line) [\(fields.joined(separator: "|"))]"
        }
      })
  }
  return result
}

func rows(_ text: String, delimiter: Character = ",") throws -> [String] {
  try rows(Array(text.utf8), delimiter: delimiter)
}
