internal import CaseFile

/// Everything that a file says of one exhibit.
struct ExhibitNodes {
  /// The nodes in the order of the work: who and what, photos, device, steps, statements.
  let nodes: [LinkedNode]
  /// What the investigation is made of: steps and the exhibit's provenance.
  let contents: [NodeID]

  /// - Parameter root: the reference of the exhibit that this one is a part of, if it is one.
  init(_ record: ExhibitRecord, root: String?, _ sources: NodeSources) {
    let names = sources.names
    let device = DeviceNode(record: record, names: names)
    let scope = WorkScope(device: device.identifier, exhibit: record.exhibit.key, names: names)
    let work = WorkNodes(record.photos, record.numbers, in: scope, sources)
    let depictions = record.photos.map { photo in
      var node = LinkedNode(
        names("depicts", record.exhibit.key, photo.sha256), "uco-observable:ObservableRelationship")
      node.set("uco-core:source", .reference(sources.files.name(ofPhoto: photo.sha256)))
      node.set("uco-core:target", .reference(device.identifier))
      node.set("uco-core:kindOfRelationship", .text("Depicts"))
      node.set("uco-core:isDirectional", .flag(true))
      return node
    }
    let provenance = ExhibitProvenance(
      exhibit: record.exhibit, root: root, device: device.identifier, names: names)
    nodes =
      work.photoNodes + depictions + device.nodes + device.annotations.map(\.node)
      + work.numberNodes + work.steps.map(\.node) + [provenance.node]
    contents = work.steps.map(\.identifier) + [provenance.node.identifier]
  }
}
