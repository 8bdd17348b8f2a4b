internal import BlockList

/// What the lists say of a number, in one statement.
enum VerdictWords {
  /// What “not flagged” must never be read as.
  static let caution = "Not flagged is not the same as not stolen."

  /// The statement of a number's answer, naming each list with its date.
  static func statement(of number: NumberRecord) -> String {
    let facts = AnswerWords.facts(
      of: number.answer, at: number.answeredAt, counts: number.standing != .open)
    let sentences = facts.map { "\($0.name): \($0.value)." }
    let caution = number.answer.state == .notFlagged ? [Self.caution] : []
    return ([number.formatted.visible(limit: 40) + "."] + sentences + caution)
      .joined(separator: " ")
  }

  /// The tag of a number's answer.
  static func tag(of number: NumberRecord) -> String {
    switch (number.answer.state, number.standing) {
    case (.flagged, .open): "lead"
    case (.flagged, _): "flagged"
    case (.notFlagged, _): "not-flagged"
    case (.notChecked, _): "not-checked"
    }
  }
}
