/// Everything that a file says of photos that show no known exhibit.
///
/// No device is stated: nobody knows how many devices they show, and what they are. Their numbers stand in
/// statements, whose names are the same in every file that tells of them.
struct LoosePhotoNodes {
  /// The nodes in the order of the work.
  let nodes: [LinkedNode]
  /// What the investigation is made of.
  let contents: [NodeID]

  /// - Parameter numbers: those of all photos of no exhibit.
  init(_ photos: [PhotoRecord], numbers: [NumberRecord], _ sources: NodeSources) {
    let own = Set(photos.map(\.sha256))
    let work = WorkNodes(
      photos, numbers.filter { $0.sightings.contains { own.contains($0.photo) } },
      in: WorkScope(names: sources.names), sources)
    let remarks = photos.map { photo in
      let name = sources.files.name(ofPhoto: photo.sha256)
      return Annotation(
        sources.names("no exhibit", of: name),
        "This photo shows no known exhibit. No device is stated for what is read on it.",
        tag: "no-exhibit", about: [name])
    }
    nodes = work.photoNodes + remarks.map(\.node) + work.numberNodes + work.steps.map(\.node)
    contents = work.steps.map(\.identifier)
  }
}
