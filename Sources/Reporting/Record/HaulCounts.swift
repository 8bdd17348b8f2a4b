/// The haul in counts that add up.
public struct HaulCounts: Sendable, Hashable {
  /// Files that came in, by what became of them: `received` is the sum of the other four.
  ///
  /// A file is a path that was scanned or a file that was uploaded; the same bytes twice are two files, and
  /// the same path read again is one. Uploads that nothing has read yet are not among them.
  public struct Files: Sendable, Hashable {
    /// Distinct photos that were read: a number on it counts or waits for a person, or none is there.
    public var read = 0
    /// Distinct photos with a number that neither machine nor people could read: people decided so of every
    /// number on it, or the machine could read none and none counts by what people keyed.
    public var unreadable = 0
    /// Further files with bytes that the case had already, under another path or uploaded again, whatever
    /// became of the first.
    public var duplicate = 0
    /// Distinct files that are no pictures or could not be opened safely, unless people read a number on one
    /// all the same; and files that could not be read at all and never were later.
    public var refused = 0
    /// All files.
    public var received: Int { read + unreadable + duplicate + refused }

    /// No files.
    public init() {}
  }

  /// Exhibits by answer: `total` is the sum of the three.
  public struct Exhibits: Sendable, Hashable {
    /// People settled a number of it that is flagged.
    public var flagged = 0
    /// Everything is decided and looked up, and nothing is flagged.
    public var notFlagged = 0
    /// Something is left to decide or to look up.
    public var unresolved = 0
    /// All exhibits.
    public var total: Int { flagged + notFlagged + unresolved }

    /// No exhibits.
    public init() {}
  }

  /// Files.
  public var files = Files()
  /// Exhibits.
  public var exhibits = Exhibits()
  /// Photos that show no known exhibit.
  public var photosWithoutExhibit = 0
  /// Uploads that nothing has read yet.
  public var uploadsWaiting = 0

  /// Nothing.
  public init() {}
}
