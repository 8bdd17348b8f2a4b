/// The haul in the Cyber-investigation Analysis Standard Expression: CASE 1.5.0, on UCO 1.5.0, as JSON-LD.
///
/// <doc:CASEUCO> says what becomes of what.
public enum CaseOntology {
  /// How many exhibits one file may hold; case_validate takes 20 seconds of a core for 50, and did not finish 1,000.
  public static let exhibitsPerFile = 1...1_000

  /// Writes the exhibits in their order, and `index.json`, which says in which file each is.
  ///
  /// One exhibit a file gives `exhibit-0001.jsonld` and so on, several `exhibits-0001-0050.jsonld`.
  ///
  /// - Parameters:
  ///   - perFile: how many exhibits stand in one file, within ``exhibitsPerFile``.
  ///   - under: the folder for them within `folder`.
  /// - Throws: ``ReportingError`` `badValue`, `unwritable`, `badName`; `notReady` when the record holds
  ///   what the ontology must not: a time without zone, an end before its beginning, a SHA-256 that is none.
  public static func write(
    _ record: HaulRecord, perFile: Int = 1, to folder: StagedFolder, under: String = "case"
  ) throws {
    guard exhibitsPerFile.contains(perFile) else {
      throw ReportingError(
        .badValue, "\(perFile) is no number of exhibits for one CASE file",
        cure:
          "Give one from \(exhibitsPerFile.lowerBound) to \(exhibitsPerFile.upperBound); validators are slow beyond 50."
      )
    }
    let names = NodeNames(caseIdentifier: record.heading.identifier)
    let roots = RootExhibits(record.exhibits.map(\.exhibit))
    var index = CaseIndex(record: record)
    for start in stride(from: 0, to: record.exhibits.count, by: perFile) {
      let range = start..<min(start + perFile, record.exhibits.count)
      let exhibits = record.exhibits[range]
      let file = name(of: range, among: record.exhibits.count, perFile: perFile)
      let graph = graph(of: exhibits, in: record, roots: roots, names: names)
      try OntologyCheck(graph).run()
      try folder.write(try graph.bytes(), to: "\(under)/\(file)")
      index.add(file, exhibits: exhibits, names: names)
    }
    try folder.write(try index.bytes(), to: "\(under)/index.json")
  }

  /// What a file says of some exhibits.
  static func graph(
    of exhibits: ArraySlice<ExhibitRecord>, in record: HaulRecord, roots: RootExhibits,
    names: NodeNames
  ) -> LinkedGraph {
    let parts = exhibits.map {
      ExhibitNodes($0, root: roots.root(of: $0.exhibit), names: names)
    }
    let investigation = InvestigationNode(
      heading: record.heading, head: record.head, names: names)
    var graph = LinkedGraph()
    graph.add(investigation.node(contents: parts.flatMap(\.contents)))
    graph.add(investigation.state.node)
    for part in parts { graph.add(part.nodes) }
    return graph
  }

  private static func name(of range: Range<Int>, among count: Int, perFile: Int) -> String {
    let width = max(4, String(count).utf8.count)
    func padded(_ number: Int) -> String {
      let text = String(number)
      return String(repeating: "0", count: max(0, width - text.utf8.count)) + text
    }
    return perFile == 1
      ? "exhibit-\(padded(range.upperBound)).jsonld"
      : "exhibits-\(padded(range.lowerBound + 1))-\(padded(range.upperBound)).jsonld"
  }
}
