/// Something said of nodes in plain words.
///
/// The ontology has no class for most of what the kit finds: no verdict of a list, no number that
/// waits for a person, no check digit. All of it is an annotation with a tag to filter by.
struct Annotation {
  /// Its name.
  let identifier: NodeID
  /// What it says, safe to show.
  let statement: String
  /// What kind it is.
  let tag: String
  /// What it is about.
  let objects: [NodeID]

  init(_ identifier: NodeID, _ statement: String, tag: String, about objects: [NodeID]) {
    self.identifier = identifier
    self.statement = statement
    self.tag = tag
    self.objects = objects
  }

  /// The node.
  var node: LinkedNode {
    var node = LinkedNode(identifier, "uco-core:Annotation")
    node.set("uco-core:statement", .text(statement))
    node.set("uco-core:tag", .text(tag))
    node.set("uco-core:object", .references(objects))
    return node
  }
}
