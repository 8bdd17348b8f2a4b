public import BlockList

/// Everything that a case holds about its exhibits, in one state of it: what is reported and handed out.
///
/// Photos are not kept in it; see ``CaseFile/content(eachPhoto:)``.
public struct CaseContent: Sendable {
  /// Where the case stands.
  public let status: CaseStatus
  /// The last event of the log in this state.
  public let head: AuditHead
  /// Every exhibit, by reference.
  public let exhibits: [ExhibitContent]
  /// What people decided on numbers, in order.
  public let decisions: [DecisionContent]
  /// Every time that newer lists were asked for all numbers, oldest first.
  public let rechecks: [RecheckContent]
  /// Every upload in the order of receipt.
  public let uploads: [UploadRecord]
  /// Files without digest that could not be read, in the order they were recorded.
  public let unreadFiles: [UnreadContent]
  /// Every run, oldest first.
  public let runs: [Run]
  /// Every finding, oldest first.
  public let findings: [KeptFinding]
  /// How each person answered known-answer items, by person.
  public let controls: [ControlTally]
  /// The events of self-tests, oldest first.
  public let selfTests: [EventEntry]
  /// Originals that were not as recorded, acknowledged or not.
  public let deviations: [OriginalDeviation]
  /// When originals were last hashed again, UTC; `nil` when they never were.
  public let originalsCheckedAt: String?
}

/// An exhibit with what can be said of it.
public struct ExhibitContent: Sendable, Hashable {
  /// The exhibit.
  public let exhibit: Exhibit
  /// What can be said of it as a whole.
  public let answer: ExhibitAnswer
}

/// A photo with its result in force and where its numbers stand.
public struct PhotoContent: Sendable, Hashable {
  /// The photo.
  public let photo: Photo
  /// The result in force; `nil` when there is none.
  public let result: KeptResult?
  /// Where its numbers stand.
  public let standing: PhotoStanding
  /// Its numbers as its exhibit's rules see them, in the order of ``standing``.
  public let sightings: [ExhibitSighting]
  /// The SHA-256 of the pictures of its readings' digits, 64 small hexadecimal digits, by the readings'
  /// places in the result.
  public let cropDigests: [Int: String]
}

/// A decision on a number as it was recorded, whether it counts or not.
public struct DecisionContent: Sendable, Hashable {
  /// The event's sequence number.
  public let event: Int64
  /// Who decided.
  public let person: String
  /// When, UTC.
  public let decidedAt: String
  /// The digits that it gives, if any.
  public let number: String?
  /// What the block lists say of them: those asked since, or when they were given.
  public let answer: Answer.State?
  /// The same with the lists and their entries; `nil` where no list was asked, and where an earlier release,
  /// which kept the state alone, recorded it.
  public let fullAnswer: Answer?
  /// When the lists were asked, UTC.
  public let answeredAt: String
  /// The event of the recheck that the answer is of; `nil` when it is the one that was recorded with it.
  public let recheck: Int64?
  /// The program that it was decided with, name and version; `nil` when the log does not say.
  public let program: String?
}

/// A recheck and what it was made with.
public struct RecheckContent: Sendable, Hashable {
  /// The recheck.
  public let recheck: RecordedRecheck
  /// The program that asked, name and version; `nil` when the log does not say.
  public let program: String?
}

/// A file without digest that could not be read.
public struct UnreadContent: Sendable, Hashable {
  /// The path's bytes.
  public let path: [UInt8]
  /// Its result, the JSON object `imeikit.photo/1`.
  public let json: String
}
