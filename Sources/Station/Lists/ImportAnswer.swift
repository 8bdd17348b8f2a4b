internal import BlockList

/// What an import did.
struct ImportAnswer: Codable, Sendable {
  /// A row that did not go in.
  struct Rejection: Codable, Sendable, Hashable {
    /// The line of the file, from 1.
    var line: Int
    /// The column, from 1; null for a whole row.
    @Nullable var column: Int?
    /// The reason in a word.
    var code: String
    /// The reason.
    var reason: String
    /// What to do.
    var cure: String
    /// What stands there.
    var text: String
  }

  /// A guard that held and was overridden.
  struct Override: Codable, Sendable, Hashable {
    /// The guard.
    var name: String
    /// What was found.
    var finding: String
  }

  /// `added`, `replaced`, `changed`, `dateChanged` or `unchanged`.
  var outcome: String
  /// One sentence.
  var summary: String
  /// The list as it stands now.
  var list: ListItem
  /// Distinct numbers that went in.
  var accepted: Int
  /// Entries that stood in the list before.
  var duplicates: Int
  /// Ranges and whole TACs that went in.
  var ranges: Int
  /// Entries and rows that were refused.
  var rejected: Int
  /// The first of them.
  var rejections: [Rejection]
  /// How many more there are.
  var rejectionsNotListed: Int
  /// Guards that held and were overridden.
  var overrides: [Override]

  init(_ report: ImportReport) {
    let counts = report.info.counts
    outcome = report.outcome.rawValue
    summary = report.summary.visible(limit: 2_000)
    list = ListItem(report.info, isInForce: true)
    accepted = counts.accepted
    duplicates = counts.duplicates
    ranges = counts.ranges
    rejected = counts.refused
    rejections = report.refusals.map { row in
      Rejection(
        line: row.line, column: row.column, code: row.code, reason: row.message.visible(),
        cure: row.cure.visible(), text: row.text.visible())
    }
    rejectionsNotListed = report.refusalsNotKept
    overrides = report.info.overrides.map {
      Override(name: $0.name.rawValue, finding: $0.finding.visible())
    }
  }
}
