import Foundation
import HTTPTypes

@testable import Station

/// A multipart body of files and fields.
struct UploadForm {
  private(set) var bytes: [UInt8] = []

  static let type = "multipart/form-data; boundary=frontier"

  mutating func add(field: String, _ value: String) {
    bytes += Array("--frontier\r\nContent-Disposition: form-data; name=\"\(field)\"\r\n\r\n".utf8)
    bytes += Array("\(value)\r\n".utf8)
  }

  mutating func add(_ name: String, _ content: [UInt8]) {
    bytes += Array(
      "--frontier\r\nContent-Disposition: form-data; name=photo; filename=\"\(name)\"\r\n\r\n".utf8)
    bytes += content + Array("\r\n".utf8)
  }

  var whole: [UInt8] { bytes + Array("--frontier--\r\n".utf8) }
}

/// The first bytes of a picture, and words that the tests' worker does as it is told by.
func picture(_ words: String = "photo") -> [UInt8] { Array("GIF89a \(words)".utf8) }

extension StationVisitor {
  /// Sends one picture.
  func upload(
    _ bytes: [UInt8], query: String = "?name=a.gif", key: String? = nil,
    type: String? = "application/octet-stream"
  ) async throws -> StationAnswer {
    try await send(.post, "/api/v1/photos" + query, Self.fields(type, key), bytes)
  }

  /// Sends a form.
  func upload(
    _ form: UploadForm, query: String = "", key: String? = nil
  ) async throws -> StationAnswer {
    try await send(
      .post, "/api/v1/photos" + query, Self.fields(UploadForm.type, key), form.whole)
  }

  private static func fields(_ type: String?, _ key: String?) -> HTTPFields {
    var fields = HTTPFields()
    if let type { fields[.contentType] = type }
    if let key, let name = HTTPField.Name("Idempotency-Key") { fields[name] = key }
    return fields
  }
}

extension StationAnswer {
  /// The uploads of an answer to a request that brought files.
  var uploads: [[String: Any]] { object["uploads"] as? [[String: Any]] ?? [] }
  /// The files that were not taken.
  var refused: [[String: Any]] { object["refused"] as? [[String: Any]] ?? [] }
  /// The first upload's name for the station.
  var id: String { uploads.first?["id"] as? String ?? "" }
}

extension StationFixture {
  /// Files below the folder of originals: those that were kept, and drafts.
  var originals: (kept: [String], drafts: [String]) {
    let all = (try? FileManager.default.subpathsOfDirectory(atPath: folder + "/originals")) ?? []
    let files = all.filter { path in
      var isFolder: ObjCBool = false
      _ = FileManager.default.fileExists(
        atPath: folder + "/originals/" + path, isDirectory: &isFolder)
      return !isFolder.boolValue
    }
    return (files.filter { !$0.hasPrefix(".") }, files.filter { $0.hasPrefix(".") })
  }
}
