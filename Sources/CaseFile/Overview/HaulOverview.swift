/// Where a haul stands, in counts that add up.
public struct HaulOverview: Sendable, Hashable {
  /// Photos by the status of the result in force.
  public struct Photos: Sendable, Hashable {
    /// All of them: the sum of the five statuses.
    public var total = 0
    /// Every number on it was accepted.
    public var accepted = 0
    /// A number on it is for a person to look at.
    public var review = 0
    /// There is a number that could not be read.
    public var unreadable = 0
    /// There is no number on it.
    public var none = 0
    /// It is no picture, or none that is read.
    public var refused = 0
    /// Those with a flagged reading.
    public var flagged = 0
    /// Those whose bytes came in more than once: under two paths, or uploaded when the case had them.
    public var duplicates = 0
    /// Those that no exhibit is known of.
    public var withoutExhibit = 0
  }

  /// Uploads by what became of them.
  public struct Uploads: Sendable, Hashable {
    /// Nothing has read them yet.
    public var waiting = 0
    /// The case has a result of them.
    public var read = 0
    /// No pictures, or none that are read.
    public var refused = 0
    /// All of them.
    public var total: Int { waiting + read + refused }
  }

  /// Exhibits by what can be said of them; see ``ExhibitAnswer``.
  public struct Exhibits: Sendable, Hashable {
    /// People settled a flagged number.
    public var flagged = 0
    /// Everything is decided and looked up, and nothing is flagged.
    public var notFlagged = 0
    /// Something is left to do.
    public var unresolved = 0
    /// All of them.
    public var total: Int { flagged + notFlagged + unresolved }
  }

  /// Numbers left to decide, whoever decides them.
  public struct Review: Sendable, Hashable {
    /// Readings to compare with the picture.
    public var confirm = 0
    /// Numbers to key blind.
    public var blind = 0
    /// Mismatches to settle.
    public var settle = 0
    /// Those of ``blind`` on which one person has decided.
    public var secondNeeded = 0
    /// Photos with decisions that fit no reading of the result in force, and that wait for a person.
    public var orphaned = 0
    /// Numbers left to decide.
    public var total: Int { confirm + blind + settle }
  }

  /// Findings.
  public struct Findings: Sendable, Hashable {
    /// Those that a person has to look at and nobody has acknowledged.
    public var open = 0
    /// All of them.
    public var total = 0
  }

  /// Known-answer items.
  public struct Controls: Sendable, Hashable {
    /// Those answered.
    public var answered = 0
    /// Those answered otherwise than the case holds.
    public var differing = 0
  }

  /// Photos.
  public var photos = Photos()
  /// Uploads.
  public var uploads = Uploads()
  /// Exhibits.
  public var exhibits = Exhibits()
  /// Numbers left to decide.
  public var review = Review()
  /// Findings.
  public var findings = Findings()
  /// Known-answer items.
  public var controls = Controls()
  /// The last event of the log in this state of the case.
  public var head: AuditHead?
}
