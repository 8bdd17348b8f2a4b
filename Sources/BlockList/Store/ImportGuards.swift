/// Looks at a list as a whole before it comes into force.
struct ImportGuards {
  /// The share of the former list's entries below which a new one is held back (DIRBS-Core's default).
  static let leastShare = 0.75
  /// The share of rows from which damage is that of the list and not of a row.
  static let damagedShare = 0.01
  /// Fewer damaged rows than these are refused one by one and stop nothing.
  static let leastDamaged = 10
  /// The share of rows above which leading zeros were lost on the way.
  static let lostZerosShare = 0.5

  /// What an import found.
  struct Findings {
    /// Rows that are neither blank nor comments nor headers.
    var rows = 0
    /// Refused rows by their code.
    var refused: [String: Int] = [:]
    var conflicts = 0
    var firstConflict: String?
    /// Rows of a delta that do not fit what is there.
    var misfits = 0
    var firstMisfit: String?
    var trailer: (promised: Int, found: Int)?
    /// Whether a header record was there and no trailer.
    var lacksTrailer = false
    /// Entries with this edition, and with the former; `nil` for a delta.
    var totals: (new: Int, former: Int)?
    var dates: (new: ListDate, former: ListDate)?
  }

  private static let spreadsheetCodes = [
    "spreadsheetExponent", "spreadsheetRounding", "spreadsheetSixteenthZero",
  ]
  private static let zeroCodes = ["lostLeadingZero"]
  private static let encodingCodes = [RowDamage.notUTF8.rawValue]

  /// Every guard that holds, with what was found.
  static func holding(_ findings: Findings) -> [GuardOverride] {
    var holding: [GuardOverride] = []
    func hold(_ name: ImportGuard, _ finding: String) {
      holding.append(GuardOverride(name: name, finding: finding))
    }
    if let (new, former) = findings.totals, Double(new) < leastShare * Double(former) {
      hold(.smaller, "the list has \(new) entries, the one in force \(former)")
    }
    if let (new, former) = findings.dates, new < former {
      hold(.older, "the list is of \(new), the one in force of \(former)")
    }
    if findings.conflicts > 0 {
      hold(
        .conflicts,
        "\(findings.conflicts) IMEIs have rows that say different things"
          + (findings.firstConflict.map { ", first \($0)" } ?? ""))
    }
    if findings.misfits > 0 {
      hold(
        .delta,
        "\(findings.misfits) rows of the delta do not fit the list"
          + (findings.firstMisfit.map { ", first \($0)" } ?? ""))
    }
    if let trailer = findings.trailer, trailer.promised != trailer.found {
      hold(.trailer, "the trailer promises \(trailer.promised) rows, the file has \(trailer.found)")
    }
    if findings.lacksTrailer {
      hold(.trailer, "the file has a header record and no trailer, as if it were cut off")
    }
    let rows = Double(max(1, findings.rows))
    func refused(_ codes: [String]) -> Int { codes.reduce(0) { $0 + (findings.refused[$1] ?? 0) } }
    let zeros = refused(zeroCodes)
    if zeros >= leastDamaged, Double(zeros) > lostZerosShare * rows {
      hold(.zeros, "\(zeros) of \(findings.rows) rows look like numbers that lost a leading zero")
    }
    let spreadsheet = refused(spreadsheetCodes)
    if spreadsheet >= leastDamaged, Double(spreadsheet) >= damagedShare * rows {
      hold(.spreadsheet, "\(spreadsheet) of \(findings.rows) rows were damaged by a spreadsheet")
    }
    let encoding = refused(encodingCodes)
    if encoding >= leastDamaged, Double(encoding) >= damagedShare * rows {
      hold(.encoding, "\(encoding) of \(findings.rows) rows are not UTF-8")
    }
    return holding
  }

  /// Lets an import pass, or stops it.
  ///
  /// - Returns: the guards that held and were overridden, for the record.
  /// - Throws: ``BlockListError`` `guarded`.
  static func check(
    _ findings: Findings, overrides: Set<ImportGuard>, name: String
  ) throws(BlockListError) -> [GuardOverride] {
    let holding = holding(findings)
    let stopping = holding.filter { !overrides.contains($0.name) }
    guard stopping.isEmpty else {
      throw BlockListError(
        .guarded,
        "\(name) was not imported: " + stopping.map(\.finding).joined(separator: "; "),
        cure: "The former list is in force. Check the file; to import it as it is, add "
          + stopping.map { "--allow \($0.name.rawValue)" }.joined(separator: " ") + ".")
    }
    return holding
  }
}
