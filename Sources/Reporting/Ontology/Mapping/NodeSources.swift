/// What the nodes of all files of a case are made with.
struct NodeSources {
  let names: NodeNames
  let files: FileNode
  let participants: Participants
  let crops: CropBook
  /// The folder that pictures of digits are handed out in; nil when they are not.
  let cropFolder: String?
  private let readers: [String: ReaderNode]

  /// - Throws: as ``CropBook``.
  init(_ record: HaulRecord, images: ReportImages, cropFolder: String?) throws {
    names = NodeNames(caseIdentifier: record.heading.identifier)
    let files = FileNode(names: names)
    self.files = files
    participants = Participants(names: names)
    crops = try CropBook(record, images: images)
    self.cropFolder = cropFolder
    readers = Dictionary(
      record.runs.map { ($0.identifier, ReaderNode(run: $0, files: files)) },
      uniquingKeysWith: { first, _ in first })
  }

  /// The pictures of digits cut out of a photo, each with the nodes that tell of it.
  func crops(of photo: PhotoRecord) -> [CropNode] { crops.crops(of: photo.sha256).map(node) }

  /// The picture of a reading; nil when the case keeps none.
  func crop(of sighting: NumberRecord.Sighting) -> CropNode? { crops.crop(of: sighting).map(node) }

  /// What a photo was read with: the configured tool of its run, or the program where the run is not told.
  func reader(of photo: PhotoRecord) -> (identifier: NodeID, nodes: [LinkedNode]) {
    if let reader = photo.run.flatMap({ readers[$0] }) {
      return (reader.identifier, reader.nodes)
    }
    let tool = participants.tool(photo.program)
    return (tool.identifier, [tool])
  }

  private func node(_ crop: CropBook.Crop) -> CropNode {
    CropNode(crop: crop, files: files, folder: cropFolder)
  }
}
