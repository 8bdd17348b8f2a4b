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
