/// What hashing an original again showed.
public struct OriginalCheck: Sendable, Hashable {
  /// What was found.
  public enum Outcome: String, Sendable, Hashable, CaseIterable {
    /// The same bytes.
    case same
    /// Other bytes.
    case changed
    /// There is no file of that name any more.
    case missing
    /// The file cannot be read.
    case unreadable
  }

  /// The path's bytes.
  public var path: [UInt8]
  /// SHA-256 of the photo as recorded.
  public var sha256: String
  /// What was found.
  public var outcome: Outcome
  /// SHA-256 of what is there now, when it was changed.
  public var found: String?

  /// The check of one original.
  public init(path: [UInt8], sha256: String, outcome: Outcome, found: String? = nil) {
    self.path = path
    self.sha256 = sha256
    self.outcome = outcome
    self.found = found
  }
}

/// An original that was not as recorded.
public struct OriginalDeviation: Sendable, Hashable {
  /// Names it when it is acknowledged.
  public let id: Int64
  /// What was found.
  public let check: OriginalCheck
  /// When, UTC.
  public let checkedAt: String
  /// Who acknowledged it.
  public let acknowledgedBy: String?
}

/// The newest look at the originals.
public struct OriginalsSummary: Sendable, Hashable {
  /// When, UTC.
  public let checkedAt: String
  /// How many, by outcome.
  public let counts: [OriginalCheck.Outcome: Int]
}

/// An original to hash again.
public struct OriginalToCheck: Sendable, Hashable {
  /// The path's bytes.
  public let path: [UInt8]
  /// SHA-256 as recorded.
  public let sha256: String
}
