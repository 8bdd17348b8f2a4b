internal import CaseFile
internal import IMEI

/// The device that an exhibit is, as far as its numbers that count tell.
struct DeviceNode {
  let record: ExhibitRecord
  let names: NodeNames

  /// Its name.
  var identifier: NodeID { names("device", record.exhibit.key) }

  /// The numbers that count.
  var counting: [NumberRecord] { record.numbers.filter { $0.standing != .open } }

  /// The numbers that the ontology may call IMEIs: 15 digits, as printed.
  private var stated: [IMEI] {
    counting.compactMap { $0.digits.utf8.count == 15 ? IMEI($0.digits) : nil }
  }

  /// The maker, when the TAC list says one and the same for every number that counts.
  private var maker: String? { common(\.make) }

  /// The device and, where a TAC list names one, its maker.
  var nodes: [LinkedNode] {
    var nodes: [LinkedNode] = []
    var node = LinkedNode(identifier, "uco-observable:MobileDevice")
    node.set("uco-core:name", .text("Exhibit \(record.exhibit.reference.literal)"))
    var facets: [LinkedNode] = []
    let model = common(\.model)
    if maker != nil || model != nil {
      var facet = LinkedNode(names("device facet", of: identifier), "uco-observable:DeviceFacet")
      if let maker {
        let identity = Participants(names: names).maker(maker)
        nodes.append(identity)
        facet.set("uco-observable:manufacturer", .reference(identity.identifier))
      }
      facet.set("uco-observable:model", model.map { .text($0.literal) })
      facets.append(facet)
    }
    if !stated.isEmpty {
      var facet = LinkedNode(
        names("mobile device facet", of: identifier), "uco-observable:MobileDeviceFacet")
      facet.set("uco-observable:IMEI", .list(stated.map { .text($0.digits) }))
      facets.append(facet)
    }
    if let confidence {
      var facet = LinkedNode(names("confidence facet", of: identifier), "uco-core:ConfidenceFacet")
      facet.set("uco-core:confidence", .typed("xsd:nonNegativeInteger", String(confidence)))
      facets.append(facet)
    }
    node.set("uco-core:hasFacet", .list(facets.map { .node($0) }))
    return nodes + [node]
  }

  /// The machine's confidence in the least certain number that counts, in whole per cent, rounded
  /// down and never 100; nil when people alone read them.
  private var confidence: Int? {
    guard let least = counting.compactMap(\.confidence).filter(\.isFinite).min() else { return nil }
    return Int(min(max(least, 0), 0.99) * 100 + 1e-9)
  }

  /// What stands beside the device: conflicts, and what can be said of the exhibit as a whole.
  var annotations: [Annotation] {
    var annotations: [Annotation] = []
    func add(_ tag: String, _ statement: String, _ parts: String) {
      annotations.append(
        Annotation(names(tag, of: identifier, parts), statement, tag: tag, about: [identifier]))
    }
    for (index, conflict) in record.conflicts.enumerated() {
      add("conflict", conflict.visible(limit: 1_000), "\(index)")
    }
    add("exhibit-answer", wholeAnswer, "")
    return annotations
  }

  private var wholeAnswer: String {
    let reasons = record.reasons.map { $0.visible(limit: 300) }.joined(separator: " ")
    let answer =
      switch record.answer {
      case .flagged: "flagged. A person decides what follows from it."
      case .notFlagged: "not flagged. \(VerdictWords.caution)"
      case .unresolved: "unresolved. \(reasons)"
      }
    return "Exhibit \(record.exhibit.reference.visible(limit: 80)): \(answer)"
  }

  private func common(_ text: KeyPath<NumberRecord, String?>) -> String? {
    let all = Set(counting.map { $0[keyPath: text] })
    guard all.count == 1, let only = all.first else { return nil }
    return only
  }
}
