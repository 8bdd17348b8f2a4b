/// What an import did, for the person and for the exit code.
public struct ImportReport: Hashable, Sendable, Codable {
  /// How the store changed.
  public enum Outcome: String, Sendable, Hashable, Codable {
    /// A list of a new name.
    case added
    /// The list took the place of the former one of that name.
    case replaced
    /// A delta was laid upon the list.
    case changed
    /// The same bytes stand for another day now; the entries were not touched.
    case dateChanged
    /// The same bytes for the same day were imported before; nothing was changed.
    case unchanged
  }

  /// How the store changed.
  public let outcome: Outcome
  /// The list as it stands in the store now, with the counts.
  public let info: ListInfo
  /// The import that this one replaced, or whose date it changed.
  public let former: ListInfo?
  /// How the file was read: delimiter, header, columns. `nil` when it did not need reading again.
  public let shape: String?
  /// Comment lines, blank lines and lines above the header, which are no rows.
  public let ignoredLines: Int
  /// The first refused rows, in file order.
  public let refusals: [RefusedRow]
  /// How many refused rows stand in no report because of the cap on ``refusals``.
  public let refusalsNotKept: Int

  /// Whether every row went in.
  public var isComplete: Bool { info.counts.refused == 0 }

  /// One sentence for a person.
  public var summary: String {
    let counts = info.counts
    var parts = ["\(counts.accepted) accepted"]
    if counts.duplicates > 0 {
      let disagreeing = counts.disagreeing > 0 ? " (\(counts.disagreeing) of them disagreeing)" : ""
      parts.append("\(counts.duplicates) duplicates\(disagreeing)")
    }
    if counts.ranges > 0 { parts.append("\(counts.ranges) ranges") }
    parts.append("\(counts.refused) refused")
    let tally = parts.joined(separator: ", ")
    switch outcome {
    case .added: return "List \(info.list) imported: \(tally)."
    case .replaced:
      let old = former.map { " in place of the one of \($0.list.date)" } ?? ""
      return "List \(info.list) imported\(old): \(tally)."
    case .changed:
      let old = former.map { " to the one of \($0.list.date)" } ?? ""
      return "Delta \(info.list)\(old) imported: \(tally). The list has \(info.total) entries now."
    case .dateChanged:
      let old = former.map { ", before that of \($0.list.date)" } ?? ""
      return "List “\(info.list.name)” is now of \(info.list.date)\(old): same bytes, \(tally)."
    case .unchanged:
      return "List \(info.list) was already imported, unchanged: \(tally)."
    }
  }
}

/// How far an import has come.
public struct ImportProgress: Hashable, Sendable {
  /// Bytes of the file read so far.
  public let bytes: Int
  /// Lines of the file read so far.
  public let lines: Int
  /// Entries put into the store so far; 0 while the file is read.
  public let written: Int

  /// How far an import has come.
  init(bytes: Int, lines: Int, written: Int = 0) {
    self.bytes = bytes
    self.lines = lines
    self.written = written
  }
}
