/// What the store knows of one TAC list.
public struct TACListInfo: Hashable, Sendable, Codable {
  /// Name, day and digest.
  public let list: ListReference
  /// Who publishes it, as given at import.
  public let publisher: String?
  /// Under which licence it may be used, as given at import.
  public let licence: String?
  /// What stands above the header of the file, such as a licence, control characters as escapes.
  public let notices: [String]
  /// The name of the file that was imported, without its folder.
  public let source: String
  /// When it was imported: RFC 3339 in UTC, to the second.
  public let importedAt: String
  /// How many rows were read, by what became of them.
  public let counts: TACCounts
  /// The guards that held and were overridden.
  public let overrides: [GuardOverride]

  /// A record of one import.
  public init(
    list: ListReference, publisher: String?, licence: String?, notices: [String], source: String,
    importedAt: String, counts: TACCounts, overrides: [GuardOverride] = []
  ) {
    self.list = list
    self.publisher = publisher
    self.licence = licence
    self.notices = notices
    self.source = source
    self.importedAt = importedAt
    self.counts = counts
    self.overrides = overrides
  }
}

/// How many rows a TAC list held and what became of them.
public struct TACCounts: Hashable, Sendable, Codable {
  /// Codes that went in.
  public var accepted: Int
  /// Rows that said the same of a code as a row before.
  public var duplicates: Int
  /// Rows that were refused, those included that contradict a row before.
  public var refused: Int

  /// Counts of one import.
  public init(accepted: Int = 0, duplicates: Int = 0, refused: Int = 0) {
    self.accepted = accepted
    self.duplicates = duplicates
    self.refused = refused
  }
}
