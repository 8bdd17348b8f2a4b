/// The haul in the Cyber-investigation Analysis Standard Expression: CASE 1.5.0, on UCO 1.5.0, as JSON-LD.
///
/// <doc:CASEUCO> says what becomes of what.
public enum CaseOntology {
  /// How many exhibits one file may hold; case_validate takes a minute of a core for 50 with two
  /// photos each, and did not finish 1,000.
  public static let exhibitsPerFile = 1...1_000

  /// Writes the exhibits in their order, the photos of none in theirs, and `index.json`, which says in which
  /// file each is.
  ///
  /// One exhibit a file gives `exhibit-0001.jsonld` and so on, several `exhibits-0001-0050.jsonld`; photos of no
  /// exhibit stand in `no-exhibit-0001.jsonld` or `no-exhibit-0001-0050.jsonld`.
  ///
  /// - Parameters:
  ///   - images: gives the pictures of digits, whose digests, sizes and pixels are told of.
  ///   - cropFolder: the folder, from the root of what is handed out, in which these pictures lie, each as
  ///     `<SHA-256 of the photo>-<place of the reading>.png`; nil when they are not handed out.
  ///   - perFile: how many exhibits, or photos of none, stand in one file, within ``exhibitsPerFile``.
  ///   - under: the folder for them within `folder`.
  /// - Throws: ``ReportingError`` `badValue`, `unwritable`, `badName`; `notReady` when the record holds
  ///   what the ontology must not: a time without zone, an end before its beginning, a SHA-256 that is none; or
  ///   when a picture of digits is not the recorded one; what the pictures' closure throws.
  public static func write(
    _ record: HaulRecord, images: ReportImages = .none, cropFolder: String? = nil, perFile: Int = 1,
    to folder: StagedFolder, under: String = "case"
  ) throws {
    guard exhibitsPerFile.contains(perFile) else {
      throw ReportingError(
        .badValue, "\(perFile) is no number of exhibits for one CASE file",
        cure:
          "Give one from \(exhibitsPerFile.lowerBound) to \(exhibitsPerFile.upperBound); validators are slow beyond 50."
      )
    }
    let sources = try NodeSources(record, images: images, cropFolder: cropFolder)
    let roots = RootExhibits(record.exhibits.map(\.exhibit))
    var index = CaseIndex(record: record)
    func write(_ nodes: [LinkedNode], _ contents: [NodeID], to path: String) throws {
      let graph = file(of: record, nodes, contents, names: sources.names)
      try OntologyCheck(graph).run()
      try folder.write(try graph.bytes(), to: "\(under)/\(path)")
    }
    for range in ranges(of: record.exhibits.count, by: perFile) {
      let exhibits = record.exhibits[range]
      let count = record.exhibits.count
      let file = name(
        perFile == 1 ? "exhibit" : "exhibits", range, among: count, perFile: perFile)
      let parts = exhibits.map {
        ExhibitNodes($0, root: roots.root(of: $0.exhibit), sources)
      }
      try write(parts.flatMap(\.nodes), parts.flatMap(\.contents), to: file)
      index.add(file, exhibits: exhibits, names: sources.names)
    }
    for range in ranges(of: record.unassignedPhotos.count, by: perFile) {
      let photos = record.unassignedPhotos[range]
      let count = record.unassignedPhotos.count
      let file = name("no-exhibit", range, among: count, perFile: perFile)
      let part = LoosePhotoNodes(
        Array(photos), numbers: record.unassignedNumbers, sources)
      try write(part.nodes, part.contents, to: file)
      index.add(file, photos: photos, names: sources.names)
    }
    try folder.write(try index.bytes(), to: "\(under)/index.json")
  }

  /// A file's nodes together with the case that they are of.
  private static func file(
    of record: HaulRecord, _ nodes: [LinkedNode], _ contents: [NodeID], names: NodeNames
  ) -> LinkedGraph {
    let investigation = InvestigationNode(
      heading: record.heading, head: record.head, names: names)
    var graph = LinkedGraph()
    graph.add(investigation.node(contents: contents))
    graph.add(investigation.state.node)
    graph.add(nodes)
    return graph
  }

  private static func ranges(of count: Int, by perFile: Int) -> [Range<Int>] {
    stride(from: 0, to: count, by: perFile).map { $0..<min($0 + perFile, count) }
  }

  private static func name(
    _ stem: String, _ range: Range<Int>, among count: Int, perFile: Int
  ) -> String {
    let width = max(4, String(count).utf8.count)
    func padded(_ number: Int) -> String {
      let text = String(number)
      return String(repeating: "0", count: max(0, width - text.utf8.count)) + text
    }
    return perFile == 1
      ? "\(stem)-\(padded(range.upperBound)).jsonld"
      : "\(stem)-\(padded(range.lowerBound + 1))-\(padded(range.upperBound)).jsonld"
  }
}
