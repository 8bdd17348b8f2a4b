internal import BlockList

/// Photos, lists and what else has a digest as files of the ontology.
struct FileNode {
  let names: NodeNames

  /// The name of a photo.
  func name(ofPhoto sha256: String) -> NodeID { names("photo", sha256) }

  /// The name of a list.
  func name(of list: ListReference) -> NodeID {
    names("list", list.kind.rawValue, list.name, list.date.description, list.sha256)
  }

  /// A photo, with its size in pixels where it could be opened.
  func node(of photo: PhotoRecord) -> LinkedNode {
    let identifier = name(ofPhoto: photo.sha256)
    var node = LinkedNode(identifier, "uco-observable:File")
    var file = LinkedNode(names("file facet", of: identifier), "uco-observable:FileFacet")
    file.set("uco-observable:fileName", photo.names.first.map { .text(String(literalName: $0)) })
    file.set("uco-observable:sizeInBytes", photo.size.map { .integer($0) })
    file.set("uco-observable:isDirectory", .flag(false))
    var facets = [file, content(sha256: photo.sha256, size: photo.size, of: identifier)]
    if let width = photo.width, let height = photo.height {
      facets.append(picture(width: width, height: height, of: identifier))
    }
    node.set("uco-core:hasFacet", .list(facets.map { .node($0) }))
    if photo.names.count > 1 {
      node.set(
        "uco-core:description", .text("One file under several names: \(PhotoWords(photo).names)"))
    }
    return node
  }

  /// A list: its name is the one given at import, and its digest tells which file it was.
  func node(of list: ListReference) -> LinkedNode {
    let identifier = name(of: list)
    var node = LinkedNode(identifier, "uco-observable:File")
    node.set("uco-core:name", .text(list.name.literal))
    node.set("uco-core:description", .text("\(list.kind.phrase) of \(list.date)"))
    node.set(
      "uco-core:hasFacet",
      .list([.node(content(sha256: list.sha256, of: identifier))]))
    return node
  }

  /// What stands beside a photo: its status when it is not simply accepted, and the camera's time.
  func annotations(of photo: PhotoRecord) -> [Annotation] {
    let identifier = name(ofPhoto: photo.sha256)
    let words = PhotoWords(photo)
    var annotations: [Annotation] = []
    if photo.status != "accepted" || !photo.remarks.isEmpty {
      annotations.append(
        Annotation(
          names("status", of: identifier), "Reading of this photo: \(words.status)",
          tag: "photo-status", about: [identifier]))
    }
    if let time = words.cameraTime {
      annotations.append(
        Annotation(
          names("camera time", of: identifier), "Time by the camera's clock, not verified: \(time)",
          tag: "camera-time", about: [identifier]))
    }
    return annotations
  }

  /// A file's content by its digest, with its size and type where they are known.
  func content(
    sha256: String, size: Int64? = nil, type: String? = nil, of owner: NodeID
  ) -> LinkedNode {
    var hash = LinkedNode(names("hash", of: owner), "uco-types:Hash")
    hash.set("uco-types:hashMethod", .text("SHA256"))
    hash.set("uco-types:hashValue", .typed("xsd:hexBinary", sha256))
    var facet = LinkedNode(names("content facet", of: owner), "uco-observable:ContentDataFacet")
    facet.set("uco-observable:mimeType", type.map { .text($0) })
    facet.set("uco-observable:sizeInBytes", size.map { .integer($0) })
    facet.set("uco-observable:hash", .list([.node(hash)]))
    return facet
  }

  /// A picture's size in pixels.
  func picture(width: Int, height: Int, of owner: NodeID) -> LinkedNode {
    var facet = LinkedNode(
      names("picture facet", of: owner), "uco-observable:RasterPictureFacet")
    facet.set("uco-observable:pictureWidth", .integer(Int64(width)))
    facet.set("uco-observable:pictureHeight", .integer(Int64(height)))
    return facet
  }
}
