/// What the store knows of one import: the list in force, or one that was replaced.
public struct ListInfo: Hashable, Sendable, Codable {
  /// Name, day and digest.
  public let list: ListReference
  /// The name of the file that was imported, without its folder.
  public let source: String
  /// When it was imported: RFC 3339 in UTC, to the second.
  public let importedAt: String
  /// How many entries were read, by what became of them.
  public let counts: EntryCounts
  /// When another import took its place, or `nil` for the list in force.
  public let replacedAt: String?

  /// A record of one import.
  public init(
    list: ListReference, source: String, importedAt: String, counts: EntryCounts,
    replacedAt: String?
  ) {
    self.list = list
    self.source = source
    self.importedAt = importedAt
    self.counts = counts
    self.replacedAt = replacedAt
  }

  /// The same import, replaced at `time`.
  func replaced(at time: String) -> ListInfo {
    ListInfo(
      list: list, source: source, importedAt: importedAt, counts: counts, replacedAt: time)
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

  /// Counts of one import.
  public init(accepted: Int = 0, duplicates: Int = 0, disagreeing: Int = 0, refused: Int = 0) {
    self.accepted = accepted
    self.duplicates = duplicates
    self.disagreeing = disagreeing
    self.refused = refused
  }
}
