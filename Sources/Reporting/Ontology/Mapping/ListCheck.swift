internal import BlockList

/// The lists being asked for a number: by whom, when, with what, and which lists they were.
struct ListCheck {
  let number: NumberRecord
  let words: NumberAnnotations
  let sources: NodeSources

  /// The lists that the answer and the make rest on, and who asked with what.
  var nodes: [LinkedNode] {
    let lists = number.answer.lists + [number.typeAllocationList].compactMap(\.self)
    return lists.map(sources.files.node)
      + (wasAsked ? [tool] + [performer].compactMap(\.self) : [])
  }

  /// The step; nil when no list was asked, or nothing says when.
  ///
  /// The newest answer is the one that is told of: an earlier one counts no more.
  func step(after earlier: [Step]) -> Step? {
    guard wasAsked, let time = number.answeredAt else { return nil }
    let step = Step(
      identifier: sources.names("check", of: words.verdict.identifier),
      title: "Check IMEI against block lists\(isRenewed ? " again" : "")", description: description,
      time: time, performer: performer?.identifier, instrument: tool.identifier,
      objects: words.subjects + number.answer.lists.map(sources.files.name),
      results: [words.verdict.identifier])
    return step.knowing(of: earlier)
  }

  private var wasAsked: Bool { number.answeredAt != nil && number.answer.state != .notChecked }

  private var isRenewed: Bool {
    if case .recheck? = number.asking?.occasion { true } else { false }
  }

  private var performer: LinkedNode? {
    number.asking.map { sources.participants.person($0.person) }
  }

  private var tool: LinkedNode {
    sources.participants.tool(number.asking?.program ?? "imeikit")
  }

  private var description: String {
    var sentences: [String] = []
    switch number.asking?.occasion {
    case .reading(let run)?:
      sentences.append("Asked as the photo was read, in run \(run.visible(limit: 80)).")
    case .decision(let event)?:
      sentences.append("Asked as a person gave the number, event \(event) of the case's log.")
    case .recheck(let event)?:
      sentences.append(
        "All numbers of the case were asked for again, event \(event) of the case's log; the case file "
          + "keeps the earlier answer.")
    case nil: sentences.append("The case does not say who asked.")
    }
    if number.answer.lists.isEmpty {
      sentences.append("The case does not hold which lists they were.")
    } else {
      let lists = number.answer.lists.map { list in
        "\(list.kind.phrase) “\(list.name.visible(limit: 120))” of \(list.date), SHA-256 "
          + list.sha256.visible(limit: 64)
      }
      sentences.append("Lists: \(lists.joined(separator: "; ")).")
    }
    return sentences.joined(separator: " ")
  }
}
