public import Foundation

/// How an import is to be done.
public struct ImportOptions: Sendable {
  /// How many refused rows the report keeps; all of them go to the callback.
  public var refusalsKept: Int
  /// The time of the import, for the record and for the check that the list date is not to come.
  public var now: Date

  /// Options with their defaults.
  public init(refusalsKept: Int = 1_000, now: Date = Date()) {
    self.refusalsKept = refusalsKept
    self.now = now
  }

  /// ``now`` as RFC 3339 in UTC, to the second.
  var timestamp: String { now.formatted(.iso8601) }
}
