internal import Intake

/// The nodes of one file.
struct LinkedGraph: Sendable {
  /// What the prefixes stand for.
  static let prefixes = [
    ("case-investigation", "https://ontology.caseontology.org/case/investigation/"),
    ("kb", NodeID.prefix),
    ("uco-action", "https://ontology.unifiedcyberontology.org/uco/action/"),
    (
      "uco-configuration", "https://ontology.unifiedcyberontology.org/uco/configuration/"
    ),
    ("uco-core", "https://ontology.unifiedcyberontology.org/uco/core/"),
    ("uco-identity", "https://ontology.unifiedcyberontology.org/uco/identity/"),
    ("uco-observable", "https://ontology.unifiedcyberontology.org/uco/observable/"),
    ("uco-tool", "https://ontology.unifiedcyberontology.org/uco/tool/"),
    ("uco-types", "https://ontology.unifiedcyberontology.org/uco/types/"),
    ("xsd", "http://www.w3.org/2001/XMLSchema#"),
  ]

  /// The nodes in the order they came.
  private(set) var nodes: [LinkedNode] = []
  private var known: Set<LinkedNode> = []

  /// Adds a node; one that is there already, word for word, stays one.
  mutating func add(_ node: LinkedNode) {
    if known.insert(node).inserted { nodes.append(node) }
  }

  /// Adds nodes.
  mutating func add(_ nodes: [LinkedNode]) { for node in nodes { add(node) } }

  /// JSON-LD, a node on each line.
  ///
  /// - Throws: `EncodingError`.
  func bytes() throws -> [UInt8] {
    let encoder = OrderedJSONEncoder()
    var bytes = Array("{\"@context\":{".utf8)
    for (index, (prefix, iri)) in Self.prefixes.enumerated() {
      bytes += "\(index > 0 ? "," : "")\"\(prefix)\":\"\(iri)\"".utf8
    }
    bytes += "},\n\"@graph\":[".utf8
    for (index, node) in nodes.enumerated() {
      bytes += (index > 0 ? ",\n" : "\n").utf8
      bytes += try encoder.encode(node)
    }
    bytes += "\n]}\n".utf8
    return bytes
  }
}
