internal import CaseFile

/// The case that a file is of, and the state of its log that the file shows.
struct InvestigationNode {
  let heading: CaseHeading
  let head: AuditHead
  let names: NodeNames

  /// Its name.
  var identifier: NodeID { names("investigation") }

  /// The investigation with its steps and records of provenance.
  func node(contents: [NodeID]) -> LinkedNode {
    var node = LinkedNode(identifier, "case-investigation:Investigation")
    node.set("uco-core:name", .text(heading.reference.literal))
    node.set("uco-core:description", .text(description))
    node.set("uco-core:specVersion", .text("CASE 1.5.0, UCO 1.5.0"))
    node.set("uco-core:startTime", .time(heading.createdAt))
    node.set("uco-core:endTime", heading.closedAt.map { .time($0) })
    node.set(
      "case-investigation:investigationStatus", .text(heading.closedAt == nil ? "open" : "closed"))
    node.set("uco-core:object", .references(contents))
    return node
  }

  /// Which state of the log the file was made from.
  var state: Annotation {
    Annotation(
      names("state", String(head.sequence), StagedFile.hexadecimal(head.hash)),
      "Made from event \(head.sequence) of the case's log, recorded \(head.time.visibleTime), with "
        + "SHA-256 \(StagedFile.hexadecimal(head.hash)) and short code \(head.shortCode).",
      tag: "log-head", about: [identifier])
  }

  private var description: String {
    var parts = ["Case \(heading.identifier.visible(limit: 80))."]
    if let number = heading.uniqueReferenceNumber {
      parts.append("Unique reference number: \(number.visible(limit: 200)).")
    }
    if let officer = heading.officerInCharge {
      parts.append("Officer in charge: \(officer.visible(limit: 200)).")
    }
    if heading.closedAt == nil { parts.append("The case is open: this is not its final state.") }
    return parts.joined(separator: " ")
  }
}
