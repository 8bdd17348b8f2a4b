import Foundation
import Reporting
import Testing

/// A written file as whoever reads JSON sees it.
struct GraphFile {
  let text: String
  let context: [String: String]
  let nodes: [[String: Any]]

  init(_ path: String) throws {
    let data = try Data(contentsOf: URL(filePath: path))
    text = String(decoding: data, as: UTF8.self)
    let object = try #require(
      try JSONSerialization.jsonObject(with: data) as? [String: Any], "no object")
    context = try #require(object["@context"] as? [String: String])
    nodes = try #require(object["@graph"] as? [[String: Any]])
  }

  func nodes(_ type: String) -> [[String: Any]] { nodes.filter { $0["@type"] as? String == type } }

  func facet(_ type: String, of node: [String: Any]) -> [String: Any]? {
    (node["uco-core:hasFacet"] as? [[String: Any]])?.first { $0["@type"] as? String == type }
  }

  func numbers() -> [String] {
    nodes("uco-observable:MobileDevice").flatMap {
      facet("uco-observable:MobileDeviceFacet", of: $0)?["uco-observable:IMEI"] as? [String] ?? []
    }
  }

  /// The node of this name.
  func node(_ name: String) -> [String: Any]? { nodes.first { $0["@id"] as? String == name } }

  /// The nodes that a property of a node points at.
  func targets(_ property: String, of node: [String: Any]) -> [[String: Any]] {
    let values =
      node[property] as? [[String: Any]] ?? [node[property]].compactMap { $0 as? [String: Any] }
    return values.compactMap { ($0["@id"] as? String).flatMap(self.node) }
  }

  /// The steps whose name begins so.
  func steps(_ title: String) -> [[String: Any]] {
    nodes("case-investigation:InvestigativeAction").filter {
      ($0["uco-core:name"] as? String ?? "").hasPrefix(title)
    }
  }

  /// The SHA-256 of a file's content.
  func digest(of node: [String: Any]) -> String? {
    let hashes = facet("uco-observable:ContentDataFacet", of: node)?["uco-observable:hash"]
    let value = (hashes as? [[String: Any]])?.first?["uco-types:hashValue"] as? [String: Any]
    return value?["@value"] as? String
  }

  func statements(_ tag: String) -> [String] {
    nodes("uco-core:Annotation").filter { $0["uco-core:tag"] as? String == tag }
      .compactMap { $0["uco-core:statement"] as? String }
  }

  /// Every name in the file, nested ones included.
  func identifiers() -> [String] {
    func collect(_ value: Any) -> [String] {
      switch value {
      case let object as [String: Any]:
        return ((object["@id"] as? String).map { [$0] } ?? []) + object.values.flatMap(collect)
      case let list as [Any]: return list.flatMap(collect)
      default: return []
      }
    }
    return nodes.flatMap(collect)
  }
}

/// A folder that is gone after the test.
final class WrittenCase {
  let folder = FileManager.default.temporaryDirectory.path + "/imeikit-case-\(UUID().uuidString)"

  init(
    _ record: HaulRecord, images: ReportImages = .none, cropFolder: String? = nil, perFile: Int = 1
  ) throws {
    let staged = try StagedFolder(folder)
    try CaseOntology.write(
      record, images: images, cropFolder: cropFolder, perFile: perFile, to: staged, under: "case")
    try staged.publish()
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  var files: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: folder + "/case").sorted() }
  }

  func bytes(_ name: String) throws -> Data {
    try Data(contentsOf: URL(filePath: "\(folder)/case/\(name)"))
  }

  func graph(_ name: String) throws -> GraphFile { try GraphFile("\(folder)/case/\(name)") }
}
