/// A picture of digits as a file that was derived from a photo. It says nothing of which digits.
struct CropNode {
  let crop: CropBook.Crop
  let files: FileNode
  /// The folder that the picture is handed out in, from the root of what is handed out; nil when it is not.
  let folder: String?

  /// Its name: another picture of the same reading has another one.
  var identifier: NodeID {
    files.names("crop", crop.photo, String(crop.position), crop.sha256)
  }

  /// The file, and that it was derived from the photo.
  var nodes: [LinkedNode] { [file, derivation] }

  private var file: LinkedNode {
    var node = LinkedNode(identifier, "uco-observable:File")
    node.set(
      "uco-core:description",
      .text(
        "Picture of the digits of one reading, cut out of the photo and turned upright; the case file "
          + "keeps it. The reading is number \(crop.position) of the photo's result, counted from 0."
      ))
    node.set("case-investigation:wasDerivedFrom", .references([photo]))
    var facet = LinkedNode(files.names("file facet", of: identifier), "uco-observable:FileFacet")
    facet.set("uco-observable:fileName", .text(crop.name))
    facet.set("uco-observable:filePath", folder.map { .text("\($0)/\(crop.name)") })
    facet.set("uco-observable:sizeInBytes", crop.size.map { .integer($0) })
    facet.set("uco-observable:isDirectory", .flag(false))
    let content = files.content(
      sha256: crop.sha256, size: crop.size, type: "image/png", of: identifier)
    let picture = crop.header.map {
      files.picture(width: $0.width, height: $0.height, of: identifier)
    }
    let facets = [facet, content] + [picture].compactMap(\.self)
    node.set("uco-core:hasFacet", .list(facets.map { .node($0) }))
    return node
  }

  private var derivation: LinkedNode {
    var node = LinkedNode(
      files.names("derivation", of: identifier), "uco-observable:ObservableRelationship")
    node.set("uco-core:source", .reference(identifier))
    node.set("uco-core:target", .reference(photo))
    node.set("uco-core:kindOfRelationship", .text("Derived_From"))
    node.set("uco-core:isDirectional", .flag(true))
    return node
  }

  private var photo: NodeID { files.name(ofPhoto: crop.photo) }
}
