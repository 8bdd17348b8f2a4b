/// What a person asks for with `POST /review/next`.
struct ReviewNextBody: Sendable, RequestObject {
  static let members: Set<String> = ["count", "kinds", "skip"]

  var count: Int?
  var kinds: [ReviewKind]?
  var skip: [String]?
}

/// What a person takes back with `POST /review/undo`.
struct ReviewUndoBody: Sendable, RequestObject {
  static let members: Set<String> = ["event", "note"]
  static let lines = ["note": NoteBody.longest]

  var event: Int64?
  var note: String?
}

/// What a person gives back with `POST /review/release`.
struct ReviewReleaseBody: Sendable, RequestObject {
  static let members: Set<String> = ["items"]

  let items: [String]
}

/// Items of one answer.
struct ReviewItems: Sendable, Encodable {
  let items: [ReviewItem]
}

/// How much waits for a person, what waits for others, and how often readers err.
struct ReviewOverview: Sendable, Encodable {
  /// Numbers with a known answer, of all readers together.
  struct Controls: Sendable, Hashable, Encodable {
    var answered = 0
    var differing = 0
  }

  let counts: ReviewTally
  /// What ``ReviewTally/waitingForOthers`` is made of.
  let waiting: [ReviewWaiting]
  let controls: Controls
}
