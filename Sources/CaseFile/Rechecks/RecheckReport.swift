internal import BlockList

/// What a recheck came to.
public struct RecheckReport: Sendable, Hashable {
  /// The recheck as it was recorded.
  public let recheck: RecordedRecheck
  /// Every place at which a number stands that was flagged or is: those read first, then those that people
  /// gave, each in the order of the photos.
  public let changes: [AnswerChange]
  /// How many readings in review have leads.
  public let leads: Int
}

extension AnswerChange {
  /// The change as an event holds it, without the digits.
  var logged: AuditValue {
    let place =
      switch subject.number {
      case .read(let position): "r\(position)"
      case .seen(let index): "s\(index)"
      }
    return .object([
      "number": .text(place), "person": .logged(person),
      "before": .text(before.state.rawValue),
      "beforeLists": .list(
        before.lists.map { .list(name: $0.name, date: $0.date, sha256: $0.sha256) }),
      "after": .text(after.state.rawValue),
      "afterLists": .list(
        (after.state == .flagged ? after.matches.map(\.list).uniqued : after.lists)
          .map { .list($0) }),
    ])
  }
}

extension AuditValue {
  /// A list as an event holds it.
  static func list(_ list: ListReference) -> AuditValue {
    .list(name: list.name, date: list.date.description, sha256: list.sha256)
  }

  static func list(name: String, date: String, sha256: String) -> AuditValue {
    .object([
      "name": .text(CaseText.logged(name)), "date": .text(CaseText.shown(date, limit: 40)),
      "sha256": .text(CaseText.shown(sha256, limit: 64)),
    ])
  }
}
