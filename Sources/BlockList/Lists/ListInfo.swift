/// What the store knows of one import: the list in force, or one that was replaced.
public struct ListInfo: Hashable, Sendable, Codable {
  /// Name, day and digest.
  public let list: ListReference
  /// Who publishes the list; empty when that was not said.
  public let publisher: String
  /// The date of the edition that this one is a delta to; `nil` for a whole list.
  public let deltaTo: ListDate?
  /// How many entries the list has with it: those of a delta taken into account.
  public let total: Int
  /// The guards that held and were overridden.
  public let overrides: [GuardOverride]
  /// The name of the file that was imported, without its folder.
  public let source: String
  /// When it was imported: RFC 3339 in UTC, to the second.
  public let importedAt: String
  /// How many entries were read, by what became of them.
  public let counts: EntryCounts
  /// When another import took its place, or `nil` for the list in force.
  public let replacedAt: String?

  /// When its entries were taken out of the store, or `nil` while they are there.
  public let prunedAt: String?

  /// A record of one import.
  public init(
    list: ListReference, publisher: String = "", deltaTo: ListDate? = nil, total: Int,
    overrides: [GuardOverride] = [], source: String, importedAt: String, counts: EntryCounts,
    replacedAt: String? = nil, prunedAt: String? = nil
  ) {
    self.list = list
    self.publisher = publisher
    self.deltaTo = deltaTo
    self.total = total
    self.overrides = overrides
    self.prunedAt = prunedAt
    self.source = source
    self.importedAt = importedAt
    self.counts = counts
    self.replacedAt = replacedAt
  }

  /// The same import, replaced at `time`.
  func replaced(at time: String) -> ListInfo {
    ListInfo(
      list: list, publisher: publisher, deltaTo: deltaTo, total: total, overrides: overrides,
      source: source, importedAt: importedAt, counts: counts, replacedAt: time, prunedAt: prunedAt)
  }
}

/// How many entries a list file held and what became of them.
///
/// An entry is one field of an IMEI column, so a row with two such columns counts twice; a row that
/// could not be read at all counts once, as refused.
public struct EntryCounts: Hashable, Sendable, Codable {
  /// Distinct pieces of equipment (14 digits) that went in.
  public var accepted: Int
  /// Entries whose 14 digits stood in the list before, the disagreeing ones included.
  public var duplicates: Int
  /// Duplicates with another check digit, software version or reason; all their forms are kept.
  public var disagreeing: Int
  /// Entries and rows that were refused.
  public var refused: Int
  /// Ranges and whole TACs that went in; they are not counted as ``accepted``.
  public var ranges: Int

  /// Counts of one import.
  public init(
    accepted: Int = 0, duplicates: Int = 0, disagreeing: Int = 0, refused: Int = 0, ranges: Int = 0
  ) {
    self.accepted = accepted
    self.duplicates = duplicates
    self.disagreeing = disagreeing
    self.refused = refused
    self.ranges = ranges
  }
}
