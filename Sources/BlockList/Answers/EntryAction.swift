/// One thing that was done with an entry of a list: put on it, or taken off.
///
/// History matters: an entry may be inserted (reason 0011, stolen or lost) and later removed (0014, lost
/// and found), after GSMA's Device Check answers.
public struct EntryAction: Hashable, Sendable, Codable {
  /// What was done.
  public enum Kind: String, Sendable, Hashable, Codable {
    /// Put on the list.
    case inserted
    /// Taken off the list.
    case removed
  }

  /// What was done.
  public let kind: Kind
  /// The day as the list gives it; `nil` when it gives none.
  public let date: String?
  /// The reason as the list gives it, code and words.
  public let reason: String?
  /// Who did it, and the country.
  public let by: String?

  /// An action as a list gives it.
  public init(kind: Kind, date: String? = nil, reason: String? = nil, by: String? = nil) {
    self.kind = kind
    self.date = date
    self.reason = reason
    self.by = by
  }

  private enum CodingKeys: String, CodingKey { case kind, date, reason, by }

  /// Writes every key, `null` where there is no value, so that the object always has one shape.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(kind, forKey: .kind)
    try container.encode(date, forKey: .date)
    try container.encode(reason, forKey: .reason)
    try container.encode(by, forKey: .by)
  }
}
