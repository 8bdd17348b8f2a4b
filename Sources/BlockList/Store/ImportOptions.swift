public import Foundation

/// How an import is to be done.
public struct ImportOptions: Sendable {
  /// What it means to stand on the list; `nil` keeps what the former edition was, or makes a block list.
  public var kind: ListKind?
  /// Who publishes the list; `nil` keeps what the former edition said.
  public var publisher: String?
  /// What the columns of the file are, where its header and content do not say.
  public var mapping: ColumnMapping?
  /// The guards that do not stop this import; those that would have are kept with it.
  public var overrides: Set<ImportGuard>
  /// How many refused rows the report keeps; all of them go to the callback.
  public var refusalsKept: Int
  /// The time of the import, for the record and for the check that the list date is not to come.
  public var now: Date

  /// Options with their defaults.
  public init(
    kind: ListKind? = nil, publisher: String? = nil, mapping: ColumnMapping? = nil,
    overrides: Set<ImportGuard> = [], refusalsKept: Int = 1_000, now: Date = Date()
  ) {
    self.kind = kind
    self.publisher = publisher
    self.mapping = mapping
    self.overrides = overrides
    self.refusalsKept = refusalsKept
    self.now = now
  }

  /// ``now`` as RFC 3339 in UTC, to the second.
  var timestamp: String { now.formatted(.iso8601) }
}
