internal import CaseFile

/// What is told of the original files.
enum OriginalWords {
  private static let left = "not hashed again for this report"

  /// Of one photo.
  static func fact(of state: OriginalsRecord.State) -> ReportFact {
    switch state {
    case .notHashed: return ReportFact("Original", left)
    case .replaced:
      return ReportFact(
        "Original", "not hashed again: another photo has its place by now", tone: .attention)
    case .hashed(let outcomes):
      let counts = Dictionary(grouping: outcomes, by: \.self).mapValues(\.count)
      return ReportFact(
        "Original", "hashed again for this report: \(words(of: counts))",
        tone: counts[.same] == outcomes.count ? .plain : .attention)
    }
  }

  /// Of all of them, for the first page.
  static func summary(of record: HaulRecord) -> ReportFact {
    let deviations =
      record.deviations.isEmpty
      ? ""
      : "; \(record.deviations.count.of("deviation", "deviations")) on record, known to somebody"
    guard record.originals.isHashed else {
      let last =
        record.originalsCheckedAt.map { "; last time some or all were: \($0.visibleTime)" }
        ?? ", nor at any time since they were read"
      return ReportFact("Originals", "\(left)\(last)\(deviations)", tone: .attention)
    }
    let counts = record.originals.counts
    return ReportFact(
      "Originals", "hashed again for this report: \(words(of: counts))\(deviations)",
      tone: counts[.same, default: 0] == record.originals.files ? .plain : .attention)
  }

  /// Of all of them, in sentences.
  static func paragraph(of record: HaulRecord) -> String {
    guard record.originals.isHashed else {
      let last =
        record.originalsCheckedAt.map {
          "They were last hashed again \($0.visibleTime), at the end of a run or on request; those need not "
            + "have been all of them."
        } ?? "They were not hashed again at any time since they were read."
      return "The original files were \(left). \(last)"
    }
    return "The original files were hashed again for this report, each where it was read from: "
      + "\(words(of: record.originals.counts)). What was found of each photo stands with it."
  }

  /// `unchanged`, `all 3 files unchanged`, `1 of 3 files unchanged, 2 not there any more`.
  static func words(of counts: [OriginalCheck.Outcome: Int]) -> String {
    let all = counts.values.reduce(0, +)
    let same = counts[.same, default: 0]
    guard all > 0 else { return "there were none" }
    if same == all { return all == 1 ? "unchanged" : "all \(all.grouped) files unchanged" }
    let others = OriginalCheck.Outcome.allCases.compactMap { outcome -> String? in
      guard outcome != .same, let count = counts[outcome], count > 0 else { return nil }
      let word =
        switch outcome {
        case .same: "unchanged"
        case .changed: "changed: other bytes than were read"
        case .missing: "missing: not there any more"
        case .unreadable: "unreadable now"
        }
      return all == 1 ? word : "\(count.grouped) \(word)"
    }
    return all == 1
      ? others.joined()
      : "\(same.grouped) of \(all.grouped) files unchanged, \(others.joined(separator: ", "))"
  }
}
