internal import CaseFile

/// What an exhibit is called, where it comes from and in which bags it was.
struct ExhibitProvenance {
  let exhibit: Exhibit
  let root: String?
  let device: NodeID
  let names: NodeNames

  /// The node.
  var node: LinkedNode {
    var node = LinkedNode(
      names("provenance", exhibit.key), "case-investigation:ProvenanceRecord")
    node.set("uco-core:description", .text(description))
    node.set("case-investigation:exhibitNumber", .text(exhibit.reference.literal))
    node.set("case-investigation:rootExhibitNumber", root.map { .text($0.literal) })
    node.set("uco-core:object", .references([device]))
    return node
  }

  private var description: String {
    let details = exhibit.details
    var parts = [details.description?.visible(limit: 10_000) ?? "No description."]
    func add(_ name: String, _ value: String?) {
      if let value { parts.append("\(name): \(value.visible(limit: 200)).") }
    }
    add("Part of", details.parent)
    add("Found by", details.foundBy)
    add("Produced by", details.producedBy)
    add("Exhibits officer", details.exhibitsOfficer)
    add("Court reference", details.courtReference)
    for seal in exhibit.seals {
      let from = seal.from.map { ", sealed \($0.visible(limit: 60))" } ?? ""
      let to = seal.to.map { ", opened \($0.visible(limit: 60))" } ?? ""
      parts.append("Bag \(seal.number.visible(limit: 200))\(from)\(to).")
    }
    return parts.joined(separator: " ")
  }
}
