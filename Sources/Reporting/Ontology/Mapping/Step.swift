/// Something that was done: reading, deciding, asking lists.
struct Step {
  /// Its name.
  let identifier: NodeID
  /// What was done.
  let title: String
  /// What else is known of how it was done.
  var description: String?
  /// When it was recorded, UTC; the log has one time for each.
  let time: String
  /// Who did it; nil when the record does not say.
  var performer: NodeID?
  /// What with.
  var instrument: NodeID?
  /// What it was done to.
  var objects: [NodeID]
  /// What came of it.
  var results: [NodeID]
  /// What was known from before.
  var informants: [NodeID] = []

  /// The steps out of `earlier` that this one can have known of: those that ended before it began.
  func knowing(of earlier: [Step]) -> Step {
    var step = self
    guard let begins = ZonedTime(time) else { return step }
    step.informants = earlier.filter { ZonedTime($0.time).map { $0 <= begins } ?? false }.map(
      \.identifier)
    return step
  }

  /// The node.
  var node: LinkedNode {
    var node = LinkedNode(identifier, "case-investigation:InvestigativeAction")
    node.set("uco-core:name", .text(title))
    node.set("uco-core:description", description.map { .text($0) })
    node.set("uco-action:startTime", .time(time))
    node.set("uco-action:endTime", .time(time))
    node.set("uco-action:performer", performer.map { .reference($0) })
    node.set("uco-action:instrument", instrument.map { .references([$0]) })
    node.set("uco-action:object", .references(objects))
    node.set("uco-action:result", .references(results))
    node.set("case-investigation:wasInformedBy", .references(informants))
    return node
  }
}
