/// What can be said of an exhibit as a whole.
public enum ExhibitAnswer: String, Sendable, Hashable, CaseIterable {
  /// People settled a number of it that is flagged.
  case flagged
  /// Everything is decided, every number was looked up, and none is flagged.
  case notFlagged
  /// Something is left to decide, no number is known, or one was not checked against a list.
  case unresolved

  /// The answer of an exhibit.
  ///
  /// - Parameter checked: the first 14 digits of its numbers that a list was asked about.
  init(_ state: ExhibitState, checked: @autoclosure () throws -> Set<String>) rethrows {
    if state.numbers.contains(where: { $0.isFlagged && $0.isResolved }) {
      self = .flagged
    } else if state.isResolved, !state.numbers.isEmpty {
      let checked = try checked()
      let isChecked = state.numbers.allSatisfy { checked.contains(String($0.number.prefix(14))) }
      self = isChecked ? .notFlagged : .unresolved
    } else {
      self = .unresolved
    }
  }
}
