internal import CaseFile

/// The program with the engines, models and settings that photos were read with.
struct ReaderNode {
  private static let mark = "SHA-256 "

  let run: RunRecord
  let files: FileNode

  /// Its name; runs with equal settings have one reader.
  var identifier: NodeID { names("configured tool", run.toolVersion, run.settingsDigest) }

  /// The configured tool, its configuration, and the models as files.
  var nodes: [LinkedNode] {
    let tool = Participants(names: names).tool("imeikit \(run.toolVersion)")
    var node = LinkedNode(identifier, "uco-tool:ConfiguredTool")
    for property in ["uco-core:name", "uco-tool:version", "uco-tool:toolType"] {
      node.set(property, tool.properties[property])
    }
    node.set("uco-configuration:isConfigurationOf", .reference(tool.identifier))
    node.set("uco-configuration:usesConfiguration", .reference(configuration.identifier))
    return [tool, node, configuration] + models.map(\.node)
  }

  private var names: NodeNames { files.names }

  private var configuration: LinkedNode {
    var node = LinkedNode(
      names("configuration", of: identifier), "uco-configuration:Configuration")
    node.set(
      "uco-core:description",
      .text("What readings of photos depend on besides the photo: engines, models and settings."))
    let models = Dictionary(models.map { ($0.name, $0.node.identifier) }) { first, _ in first }
    var entries = components.map { name, value in
      models[name].map { entry(name, "model", .references([$0])) }
        ?? entry(name, "engine", .text(value.literal))
    }
    let settings = RunSettings(text: run.settings)?.values ?? [:]
    entries += sorted(settings).map { entry($0, "setting", .text($1.literal)) }
    entries.append(
      entry("SHA-256 of the settings' text", "digest", .text(run.settingsDigest.literal)))
    node.set("uco-configuration:configurationEntry", .list(entries.map { .node($0) }))
    return node
  }

  private var components: [(name: String, value: String)] { sorted(run.components) }

  /// Models, which have a digest for a version.
  private var models: [(name: String, node: LinkedNode)] {
    components.compactMap { name, value in
      guard let digest = Self.digest(value) else { return nil }
      let identifier = names("model", name, digest)
      var node = LinkedNode(identifier, "uco-observable:File")
      node.set("uco-core:name", .text(name.literal))
      node.set("uco-core:description", .text("A model that the reader works with."))
      node.set(
        "uco-core:hasFacet", .list([.node(files.content(sha256: digest, of: identifier))]))
      return (name, node)
    }
  }

  /// - Parameter value: a text, or a node of the file.
  private func entry(_ name: String, _ type: String, _ value: LinkedValue) -> LinkedNode {
    let owner = names("configuration", of: identifier)
    var node = LinkedNode(
      names("entry", of: owner, type, name), "uco-configuration:ConfigurationEntry")
    node.set("uco-configuration:itemName", .text(name.literal))
    node.set("uco-configuration:itemType", .text(type))
    if case .text = value {
      node.set("uco-configuration:itemValue", value)
    } else {
      node.set("uco-configuration:itemObject", value)
    }
    return node
  }

  private func sorted(_ values: [String: String]) -> [(name: String, value: String)] {
    values.map { ($0.key, $0.value) }.sorted { $0.0.utf8.lexicographicallyPrecedes($1.0.utf8) }
  }

  private static func digest(_ value: String) -> String? {
    guard value.hasPrefix(mark) else { return nil }
    let digest = String(value.dropFirst(mark.count))
    return OntologyCheck.isDigest(digest) ? digest : nil
  }
}
