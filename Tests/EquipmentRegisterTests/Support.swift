import BlockList
import Foundation
import IMEI
import Synchronization

@testable import EquipmentRegister

/// A folder that goes away with the test.
final class ScratchFolder: Sendable {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "imeikit-eir-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(at: url)
  }

  func path(_ name: String) -> String { url.appending(path: name).path }

  /// A store with one list of these lines.
  func store(_ lines: [String]) throws -> String {
    let path = path("lists.sqlite")
    let store = try BlockListStore(path: path, mode: .readWrite)
    _ = try store.importList(
      from: .bytes(Array(lines.joined(separator: "\n").utf8), name: "list.txt"), name: "Stolen",
      date: try ListDate("2026-11-20"))
    return path
  }

  /// The objects of an NDJSON file.
  func objects(_ name: String) throws -> [[String: Any]] {
    try Data(contentsOf: url.appending(path: name)).split(separator: UInt8(ascii: "\n")).map {
      try JSONSerialization.jsonObject(with: $0) as? [String: Any] ?? [:]
    }
  }
}

/// A source that knows what it is told and counts what it is asked.
final class TableSource: EquipmentStatusSource {
  struct Broken: Error {}

  private let table: [String: EquipmentFinding]
  private let isBroken: Bool
  private let count = Mutex(0)

  init(_ table: [String: EquipmentFinding] = [:], isBroken: Bool = false) {
    self.table = table
    self.isBroken = isBroken
  }

  var questions: Int { count.withLock { $0 } }

  func finding(for imei: IMEI) async throws -> EquipmentFinding {
    count.withLock { $0 += 1 }
    if isBroken { throw Broken() }
    return table[imei.key.digits] ?? .notListed
  }
}

extension EquipmentStatusResponder {
  /// The answer to a GET for the resource with this query.
  func ask(_ query: String, accept: String? = nil) async -> EquipmentStatusResponse {
    await respond(
      to: EquipmentStatusRequest(
        method: "GET", target: "/n5g-eir-eic/v1/equipment-status\(query)", accept: accept))
  }
}

extension EquipmentStatusResponse {
  /// The body as an object.
  var object: [String: Any] {
    (try? JSONSerialization.jsonObject(with: Data(body)) as? [String: Any]) ?? [:]
  }

  var cause: String? { object["cause"] as? String }
}
