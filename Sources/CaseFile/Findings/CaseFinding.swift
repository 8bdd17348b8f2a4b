/// Something that no photo shows alone, as the case keeps it until somebody knows of it.
public struct CaseFinding: Sendable, Hashable {
  /// What was found, such as `sameIMEIOnExhibits`.
  public var kind: String
  /// `look` when a person has to look, `note` when it is worth knowing.
  public var severity: String
  /// What it is about: `photo:…`, `exhibit:…`, `imei:…`.
  public var subjects: [String]
  /// One sentence for a person.
  public var text: String

  /// A finding to keep.
  public init(kind: String, severity: String, subjects: [String], text: String) {
    self.kind = kind
    self.severity = severity
    self.subjects = subjects
    self.text = text
  }
}

/// A finding that the case keeps.
public struct KeptFinding: Sendable, Hashable {
  /// Names it when it is acknowledged.
  public let id: Int64
  /// What was found.
  public let finding: CaseFinding
  /// When it was added, UTC.
  public let addedAt: String
  /// Who acknowledged it.
  public let acknowledgedBy: String?
  /// When it was acknowledged, UTC.
  public let acknowledgedAt: String?
}
