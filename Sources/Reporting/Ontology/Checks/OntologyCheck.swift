internal import IMEI

/// What a file of the ontology must hold beyond what case_validate looks at.
///
/// case_validate lets three mistakes pass: a time without its zone, an action that ends before it
/// begins, and an IMEI whose check digit differs. A name that two nodes bear and a reference to no
/// node of the file are looked for here as well, since only a sample of a haul is ever validated, and
/// a step that was informed by a later one.
struct OntologyCheck {
  /// The tag of an annotation that says of an IMEI that its check digit differs.
  static let differingTag = "check-digit-differs"

  private static let informants = "case-investigation:wasInformedBy"

  private let graph: LinkedGraph

  /// The check of a file.
  init(_ graph: LinkedGraph) { self.graph = graph }

  /// Looks at every node.
  ///
  /// - Throws: ``ReportingError`` `notReady`, naming the node.
  func run() throws(ReportingError) {
    try checkNames()
    let admitted = admittedNumbers()
    let ends = ends()
    for node in graph.nodes {
      for (property, value) in node.properties.sorted(by: { $0.key < $1.key }) {
        try check(value, of: property, in: node)
      }
      try checkOrder(node)
      try checkInformants(node, ends: ends)
      try checkNumbers(node, admitted: admitted[node.identifier] ?? [])
    }
  }

  private func checkNames() throws(ReportingError) {
    var names: Set<NodeID> = []
    for node in graph.nodes {
      guard names.insert(node.identifier).inserted else {
        throw fault(node, "stands in the file twice, saying different things")
      }
    }
    for node in graph.nodes {
      let missing = node.properties.values.flatMap(Self.targets).filter { !names.contains($0) }
      if let first = missing.map(\.iri).min() {
        throw fault(node, "points at \(first), which is not in the file")
      }
    }
  }

  private func check(
    _ value: LinkedValue, of property: String, in node: LinkedNode
  ) throws(ReportingError) {
    switch value {
    case .typed("xsd:dateTime", let text):
      guard ZonedTime(text) != nil else {
        throw fault(
          node, "has \(property) “\(ReportingError.shown(text))”, no time that names its zone")
      }
    case .typed("xsd:hexBinary", let text):
      guard Self.isDigest(text) else {
        throw fault(node, "has \(property) “\(ReportingError.shown(text))”, no SHA-256")
      }
    case .list(let values):
      for value in values { try check(value, of: property, in: node) }
    case .node(let inner):
      for (property, value) in inner.properties.sorted(by: { $0.key < $1.key }) {
        try check(value, of: property, in: inner)
      }
    case .text, .integer, .flag, .typed, .reference: break
    }
  }

  /// Whether a text is 64 small hexadecimal digits.
  static func isDigest(_ text: String) -> Bool {
    text.utf8.count == 64
      && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
  }

  private func checkOrder(_ node: LinkedNode) throws(ReportingError) {
    for domain in ["uco-action", "uco-core"] {
      guard case .typed(_, let start)? = node.properties["\(domain):startTime"],
        case .typed(_, let end)? = node.properties["\(domain):endTime"],
        let begins = ZonedTime(start), let ends = ZonedTime(end)
      else { continue }
      guard begins <= ends else {
        throw fault(
          node,
          "ends at \(ReportingError.shown(end)), before it begins at "
            + ReportingError.shown(start))
      }
    }
  }

  /// No step can have known of one that ended only after it began.
  private func checkInformants(
    _ node: LinkedNode, ends: [NodeID: ZonedTime]
  ) throws(ReportingError) {
    guard case .typed(_, let start)? = node.properties["uco-action:startTime"],
      let begins = ZonedTime(start), let informants = node.properties[Self.informants]
    else { return }
    for informant in Self.targets(informants) {
      guard let end = ends[informant], end > begins else { continue }
      throw fault(node, "was informed by \(informant.iri), which ended after it began")
    }
  }

  private func ends() -> [NodeID: ZonedTime] {
    var ends: [NodeID: ZonedTime] = [:]
    for node in graph.nodes {
      guard case .typed(_, let end)? = node.properties["uco-action:endTime"] else { continue }
      ends[node.identifier] = ZonedTime(end)
    }
    return ends
  }

  private func checkNumbers(
    _ node: LinkedNode, admitted: Set<String>
  ) throws(ReportingError) {
    for digits in Self.numbers(of: node) {
      guard digits.utf8.count == 15, let number = IMEI(digits) else {
        throw fault(
          node, "states “\(ReportingError.shown(digits))” as an IMEI, which is not of 15 digits")
      }
      guard number.checkDigit == .agrees || admitted.contains(digits) else {
        throw fault(
          node, "states \(digits) as an IMEI, and nothing says that its check digit differs")
      }
    }
  }

  /// The numbers of each node of which an annotation says that their check digit differs.
  private func admittedNumbers() -> [NodeID: Set<String>] {
    var numbers: [NodeID: Set<String>] = [:]
    for node in graph.nodes where node.properties["uco-core:tag"] == .text(Self.differingTag) {
      guard case .text(let statement)? = node.properties["uco-core:statement"] else { continue }
      let digits = String(statement.prefix { $0.isASCII && $0.isNumber })
      for target in Self.targets(node.properties["uco-core:object"] ?? .list([])) {
        numbers[target, default: []].insert(digits)
      }
    }
    return numbers
  }

  private static func numbers(of node: LinkedNode) -> [String] {
    guard case .list(let facets)? = node.properties["uco-core:hasFacet"] else { return [] }
    return facets.flatMap { facet -> [String] in
      guard case .node(let facet) = facet,
        case .list(let values)? = facet.properties["uco-observable:IMEI"]
      else { return [] }
      return values.compactMap { if case .text(let digits) = $0 { digits } else { nil } }
    }
  }

  private static func targets(_ value: LinkedValue) -> [NodeID] {
    switch value {
    case .reference(let node): [node]
    case .list(let values): values.flatMap(targets)
    case .node(let inner): inner.properties.values.flatMap(targets)
    case .text, .integer, .flag, .typed: []
    }
  }

  private func fault(_ node: LinkedNode, _ what: String) -> ReportingError {
    ReportingError(
      .notReady, "the CASE node \(node.identifier.iri) (\(node.type)) \(what)",
      cure: "Check the case with “imeikit audit verify”, and report this if it finds nothing.")
  }
}
