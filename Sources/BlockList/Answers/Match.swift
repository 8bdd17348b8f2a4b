/// One entry of one list that says something of the 14 digits that were asked for.
///
/// A list in which rows of the same 14 digits disagree gives one match for each of them.
public struct Match: Hashable, Sendable {
  /// The list.
  public let list: ListReference
  /// The entry's digits as they stood in the list, without separators: 14, 15 or 16; for a range the
  /// first 14 and the last 14 with `-` between.
  public let listed: String
  /// How the reading's check digit compares with the entry's.
  public let checkDigit: CheckDigitComparison
  /// The reason or status that the list gives, control characters written as escapes.
  public let reason: String?
  /// The date that the list gives for the entry, as it stood there.
  public let date: String?
  /// The reference or case number that the list gives.
  public let reference: String?
  /// The reporting body, operator or country that the list gives.
  public let reportedBy: String?
  /// What the list says was done with the entry, oldest first.
  public let history: [EntryAction]
  /// How the entry was taken off the list; `nil` while it stands there.
  public let removed: EntryAction?
  /// The line of the list file on which the entry stands, from 1.
  public let line: Int

  /// A match as the store found it.
  public init(
    list: ListReference, listed: String, checkDigit: CheckDigitComparison, reason: String?,
    date: String?, reference: String? = nil, reportedBy: String? = nil,
    history: [EntryAction] = [], removed: EntryAction? = nil, line: Int
  ) {
    self.list = list
    self.listed = listed
    self.checkDigit = checkDigit
    self.reason = reason
    self.date = date
    self.reference = reference
    self.reportedBy = reportedBy
    self.history = history
    self.removed = removed
    self.line = line
  }

  /// Whether the entry is a range of numbers or a whole TAC.
  public var isRange: Bool { listed.utf8.count == 29 }

  /// Whether the entry's 15th digit is the spare 0 of signalling and no check digit.
  public var hasSpareZero: Bool { listed.utf8.count == 15 && checkDigit == .listHasNone }

  /// A clause for a person: list, line, digits, check digit, reason.
  public var explanation: String {
    var parts = ["line \(line)", isRange ? "within \(listed)" : "listed as \(listed)"]
    if !isRange {
      parts.append(
        hasSpareZero
          ? "its 15th digit is the spare 0 of signalling, no check digit" : checkDigit.explanation)
    }
    if let reason { parts.append("reason: \(reason)") }
    if let date { parts.append("dated \(date)") }
    if let reportedBy { parts.append("reported by \(reportedBy)") }
    if let reference { parts.append("reference \(reference)") }
    let what = list.kind == .block ? "list" : list.kind.phrase
    return "\(what) \(list) (\(parts.joined(separator: "; ")))"
  }

  /// What became of an entry that was taken off; `nil` while it stands there.
  var removal: String? {
    guard let removed else { return nil }
    let date = removed.date.map { " on \($0)" } ?? ""
    let reason = removed.reason.map { " (\($0))" } ?? ""
    return "removed\(date)\(reason)"
  }
}

extension Match: Codable {
  private enum CodingKeys: String, CodingKey {
    case list, listed, checkDigit, reason, date, reference, reportedBy, history, removed, line
  }

  /// Reads a match; one written before lists had histories has none.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      list: try container.decode(ListReference.self, forKey: .list),
      listed: try container.decode(String.self, forKey: .listed),
      checkDigit: try container.decode(CheckDigitComparison.self, forKey: .checkDigit),
      reason: try container.decodeIfPresent(String.self, forKey: .reason),
      date: try container.decodeIfPresent(String.self, forKey: .date),
      reference: try container.decodeIfPresent(String.self, forKey: .reference),
      reportedBy: try container.decodeIfPresent(String.self, forKey: .reportedBy),
      history: try container.decodeIfPresent([EntryAction].self, forKey: .history) ?? [],
      removed: try container.decodeIfPresent(EntryAction.self, forKey: .removed),
      line: try container.decode(Int.self, forKey: .line))
  }

  /// Writes every key, `null` where there is no value, so that the object always has one shape.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(list, forKey: .list)
    try container.encode(listed, forKey: .listed)
    try container.encode(checkDigit, forKey: .checkDigit)
    try container.encode(reason, forKey: .reason)
    try container.encode(date, forKey: .date)
    try container.encode(reference, forKey: .reference)
    try container.encode(reportedBy, forKey: .reportedBy)
    try container.encode(history, forKey: .history)
    try container.encode(removed, forKey: .removed)
    try container.encode(line, forKey: .line)
  }
}
