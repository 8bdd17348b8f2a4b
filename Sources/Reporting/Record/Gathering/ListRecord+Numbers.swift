internal import BlockList
internal import CaseFile

extension ListRecord {
  /// The lists that answers of `numbers` rest on and those of the runs, by name, then date.
  static func all(of numbers: [NumberRecord], runs: [Run]) -> [ListRecord] {
    var flagged: [ListReference: Set<String>] = [:]
    for list in runs.flatMap(\.details.lists) { flagged[list, default: []] = flagged[list] ?? [] }
    for number in numbers {
      for list in number.answer.lists { flagged[list, default: []] = flagged[list] ?? [] }
      for match in number.answer.matches {
        let counts = number.standing != .open
        flagged[match.list, default: []].formUnion(counts ? [String(number.digits.prefix(14))] : [])
      }
    }
    return flagged.map { ListRecord(list: $0.key, flagged: $0.value.count) }.sorted { one, two in
      let (left, right) = (one.list, two.list)
      return (left.name, left.date.description, left.sha256, left.kind.rawValue)
        < (right.name, right.date.description, right.sha256, right.kind.rawValue)
    }
  }
}
