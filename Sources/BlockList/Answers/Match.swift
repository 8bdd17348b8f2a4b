/// One entry of one list with the 14 digits that were asked for.
///
/// A list in which rows of the same 14 digits disagree gives one match for each printed form.
public struct Match: Hashable, Sendable {
  /// The list.
  public let list: ListReference
  /// The entry's digits as they stood in the list, without separators: 14, 15 or 16.
  public let listed: String
  /// How the reading's check digit compares with the entry's.
  public let checkDigit: CheckDigitComparison
  /// The reason or status that the list gives, control characters written as escapes.
  public let reason: String?
  /// The date that the list gives for the entry, as it stood there.
  public let date: String?
  /// The line of the list file on which the entry stands, from 1.
  public let line: Int

  /// A match as the store found it.
  public init(
    list: ListReference, listed: String, checkDigit: CheckDigitComparison, reason: String?,
    date: String?, line: Int
  ) {
    self.list = list
    self.listed = listed
    self.checkDigit = checkDigit
    self.reason = reason
    self.date = date
    self.line = line
  }

  /// Whether the entry's 15th digit is the spare 0 of signalling and no check digit.
  public var hasSpareZero: Bool { listed.utf8.count == 15 && checkDigit == .listHasNone }

  /// A clause for a person: list, line, digits, check digit, reason.
  public var explanation: String {
    var parts = ["line \(line)", "listed as \(listed)"]
    parts.append(
      hasSpareZero
        ? "its 15th digit is the spare 0 of signalling, no check digit" : checkDigit.explanation)
    if let reason { parts.append("reason: \(reason)") }
    if let date { parts.append("dated \(date)") }
    return "list \(list) (\(parts.joined(separator: "; ")))"
  }
}

extension Match: Codable {
  private enum CodingKeys: String, CodingKey {
    case list, listed, checkDigit, reason, date, line
  }

  /// Writes every key, `null` where there is no value, so that the object always has one shape.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(list, forKey: .list)
    try container.encode(listed, forKey: .listed)
    try container.encode(checkDigit, forKey: .checkDigit)
    try container.encode(reason, forKey: .reason)
    try container.encode(date, forKey: .date)
    try container.encode(line, forKey: .line)
  }
}
