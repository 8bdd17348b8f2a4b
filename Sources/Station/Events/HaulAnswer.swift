/// Where the haul stands, as the interface tells it.
struct HaulAnswer: Codable, Sendable, Hashable {
  /// The case.
  struct Case: Codable, Sendable, Hashable {
    var identifier: String
    var reference: String
    @Nullable var urn: String?
    @Nullable var officerInCharge: String?
    @Nullable var reviewDate: String?
    var isClosed: Bool
  }

  /// Photos; ``total`` is the sum of the five statuses.
  struct Photos: Codable, Sendable, Hashable {
    var total = 0
    var accepted = 0
    var review = 0
    var unreadable = 0
    var none = 0
    var refused = 0
    var flagged = 0
    var duplicates = 0
    var withoutExhibit = 0
  }

  /// What was sent to the station.
  struct Uploads: Codable, Sendable, Hashable {
    var waiting = 0
    var read = 0
    var refused = 0
    var total = 0
  }

  /// Exhibits; ``total`` is the sum of the three states.
  struct Exhibits: Codable, Sendable, Hashable {
    var total = 0
    var flagged = 0
    var notFlagged = 0
    var unresolved = 0
  }

  /// Numbers that wait for a person; ``total`` is the sum of the four.
  struct Review: Codable, Sendable, Hashable {
    var confirm = 0
    var blind = 0
    var settle = 0
    var waitingForOthers = 0
    var total = 0
  }

  /// The reading of photos.
  struct Reading: Codable, Sendable, Hashable {
    @Nullable var rate: Double?
    var left = 0
    @Nullable var secondsLeft: Int?
    var running = false
  }

  /// What a person has to look at.
  struct Findings: Codable, Sendable, Hashable {
    var open = 0
    var total = 0
  }

  /// Known-answer items.
  struct Controls: Codable, Sendable, Hashable {
    var answered = 0
    var differing = 0
  }

  /// Block lists in force.
  struct Lists: Codable, Sendable, Hashable {
    var count = 0
    /// The date of the oldest.
    @Nullable var oldest: String?
    /// How far the numbers of the case are asked for in newer lists; null while they are not.
    @Nullable var asking: Asking?
    /// When they were asked for last; null before the first time.
    @Nullable var asked: Asked?
    /// Why the last asking came to nothing.
    @Nullable var failure: String?
  }

  /// Numbers of the case on their way through newer lists.
  struct Asking: Codable, Sendable, Hashable {
    var done = 0
    /// All of them; 0 until that is known.
    var total = 0
  }

  /// The last time that all numbers of the case were asked for.
  struct Asked: Codable, Sendable, Hashable {
    var numbers = 0
    var newlyFlagged = 0
    var noLongerFlagged = 0
    var person: String
    var time: String
  }

  /// The end of the log.
  struct Head: Codable, Sendable, Hashable {
    var code: String
    var sequence: Int64
    var time: String
  }

  var `case`: Case
  var photos = Photos()
  var uploads = Uploads()
  var exhibits = Exhibits()
  var review = Review()
  var reading = Reading()
  var findings = Findings()
  var controls = Controls()
  var lists = Lists()
  @Nullable var head: Head?
}
