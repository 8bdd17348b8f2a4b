internal import BlockList

/// What block lists say of a number, never without the lists' names, dates and digests.
enum AnswerWords {
  /// A list as it is named beside each answer; its SHA-256 stands in full among the lists.
  static func name(of list: ListReference) -> String {
    "“\(list.name.visible(limit: 120))” of \(list.date) (SHA-256 \(list.sha256.visible(limit: 12)))"
  }

  private static let notKept =
    "the lists asked are those of that time, and are not kept with the answer"

  /// The answer as facts: what it is, what each entry says, and when the lists were asked.
  static func facts(of answer: Answer, at time: String?, counts: Bool) -> [ReportFact] {
    let asked = answer.lists.filter(\.kind.flags).map(name)
    // Of digits that people keyed, earlier releases kept what the lists said, not which lists they were.
    let isBare = answer.state == .flagged ? answer.matches.isEmpty : asked.isEmpty
    let when = (time.map { ", asked \($0.visibleTime)" } ?? "") + (isBare ? "; \(notKept)" : "")
    var facts: [ReportFact] = []
    switch answer.state {
    case .flagged where counts:
      facts.append(ReportFact("Block lists", "flagged\(when)", tone: .flagged))
    case .flagged:
      facts.append(
        ReportFact(
          "Block lists", "flagged\(when); a lead only, as the number is still open",
          tone: .attention))
    case .notFlagged:
      facts.append(
        ReportFact(
          "Block lists",
          isBare
            ? "not flagged\(when)"
            : "not flagged: not on \(asked.joined(separator: ", nor on "))\(when)",
          tone: .settled))
    case .notChecked:
      let why = answer.notCheckedBecause?.explanation ?? NotCheckedReason.noListLoaded.explanation
      facts.append(
        ReportFact("Block lists", "not checked: \(why.visible(limit: 300))", tone: .attention))
    }
    facts += answer.matches.map { ReportFact("Flagged by", entry($0), tone: .flagged) }
    if answer.state == .flagged {
      let flagging = Set(answer.matches.map(\.list))
      let others = answer.lists.filter { $0.kind.flags && !flagging.contains($0) }.map(name)
      if !others.isEmpty {
        facts.append(ReportFact("Not on", others.joined(separator: ", nor on ")))
      }
    }
    facts += answer.removed.map { ReportFact("Taken off a list", entry($0)) }
    facts += answer.allowed.map { ReportFact("On an allow list", entry($0)) }
    return facts
  }

  /// Why a number is flagged, for a table: list, reason and reference of each entry.
  static func reasons(of answer: Answer) -> String {
    guard !answer.matches.isEmpty else { return notKept }
    return answer.matches.map { match in
      var parts = ["“\(match.list.name.visible(limit: 80))” of \(match.list.date)"]
      if let reason = match.reason { parts.append(reason.visible(limit: 120)) }
      if let reference = match.reference {
        parts.append("reference \(reference.visible(limit: 120))")
      }
      return parts.joined(separator: ", ")
    }.joined(separator: "; ")
  }

  private static func entry(_ match: Match) -> String {
    var parts: [String] = []
    if let reason = match.reason { parts.append("reason as listed: \(reason.visible(limit: 300))") }
    if let date = match.date { parts.append("dated \(date.visible(limit: 60))") }
    if let reference = match.reference {
      parts.append("reference as listed: \(reference.visible(limit: 200))")
    }
    if let body = match.reportedBy { parts.append("reported by \(body.visible(limit: 200))") }
    if let removed = match.removed {
      let date = removed.date.map { " on \($0.visible(limit: 60))" } ?? ""
      let reason = removed.reason.map { " (\($0.visible(limit: 200)))" } ?? ""
      parts.append("taken off\(date)\(reason)")
    }
    parts.append(
      match.isRange
        ? "line \(match.line), within the range \(match.listed.visible(limit: 40))"
        : "line \(match.line), listed as \(match.listed.visible(limit: 40))")
    parts.append(
      match.hasSpareZero
        ? "its 15th digit is the spare 0 of signalling" : match.checkDigit.explanation)
    return "\(name(of: match.list)): \(parts.joined(separator: "; "))"
  }
}
