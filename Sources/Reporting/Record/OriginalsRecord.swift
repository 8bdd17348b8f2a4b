public import CaseFile

/// What hashing the original files again showed when a record was taken, and whether it was done at all.
///
/// It is no part of the case: the files are looked at where they lie, and what is not as the case knows it is recorded
/// there before a record bears it. The same case and the same files give the same value.
public struct OriginalsRecord: Sendable, Hashable {
  /// What can be said of one photo's files.
  public enum State: Sendable, Hashable {
    /// They were not hashed again for this record.
    case notHashed
    /// They were not hashed again: in the place of each, another photo was recorded since.
    case replaced
    /// What was found, a file each, in the order in which they came; at least one.
    case hashed([OriginalCheck.Outcome])
  }

  /// Whether they were hashed again for this record.
  public let isHashed: Bool
  /// How many files came to what.
  public let counts: [OriginalCheck.Outcome: Int]
  private let outcomes: [String: [OriginalCheck.Outcome]]

  /// They were not hashed again.
  public init() {
    isHashed = false
    counts = [:]
    outcomes = [:]
  }

  /// They were, and this was found.
  public init(_ checks: [OriginalCheck]) {
    isHashed = true
    counts = Dictionary(grouping: checks, by: \.outcome).mapValues(\.count)
    outcomes = Dictionary(grouping: checks, by: \.sha256).mapValues { $0.map(\.outcome) }
  }

  /// How many files were hashed or looked for.
  public var files: Int { counts.values.reduce(0, +) }

  /// What can be said of a photo's files, by its SHA-256.
  public func state(of photo: String) -> State {
    guard isHashed else { return .notHashed }
    return outcomes[photo].map(State.hashed) ?? .replaced
  }
}
