public import BlockList

/// A list that answers of the case rest on.
public struct ListRecord: Sendable, Hashable {
  /// Name, date, SHA-256 and kind.
  public var list: ListReference
  /// Numbers of the case that it flags and that count.
  public var flagged: Int

  /// A list.
  public init(list: ListReference, flagged: Int) {
    self.list = list
    self.flagged = flagged
  }
}

/// How one person did.
public struct ReaderRecord: Sendable, Hashable {
  /// Who.
  public var person: String
  /// Decisions that count.
  public var decisions: Int
  /// Known-answer items answered.
  public var controls: Int
  /// Those answered otherwise than the case holds.
  public var differing: Int

  /// A reader.
  public init(person: String, decisions: Int, controls: Int, differing: Int) {
    self.person = person
    self.decisions = decisions
    self.controls = controls
    self.differing = differing
  }
}

/// How the machine did on this haul, measured against what people decided without being shown its value.
public struct MachineRecord: Sendable, Hashable {
  /// Numbers that the machine accepted.
  public var accepted: Int
  /// Accepted ones that people decided on as well.
  public var acceptedChecked: Int
  /// Accepted ones that people decided otherwise: wrong accepts, or wrong people.
  public var acceptedDiffering: Int
  /// Numbers that the machine left to people and that people settled.
  public var reviewed: Int
  /// Of those, how often its best reading was what people settled.
  public var reviewedAgreeing: Int

  /// Figures; all 0 for an empty haul.
  public init(
    accepted: Int = 0, acceptedChecked: Int = 0, acceptedDiffering: Int = 0, reviewed: Int = 0,
    reviewedAgreeing: Int = 0
  ) {
    self.accepted = accepted
    self.acceptedChecked = acceptedChecked
    self.acceptedDiffering = acceptedDiffering
    self.reviewed = reviewed
    self.reviewedAgreeing = reviewedAgreeing
  }
}

/// What a self-test came to.
public struct SelfTestRecord: Sendable, Hashable {
  /// `before` or `after` a run.
  public var moment: String
  /// When, UTC.
  public var time: String
  /// Pictures read.
  public var pictures: Int
  /// Pictures whose reading was not the known one.
  public var failed: Int

  /// A self-test.
  public init(moment: String, time: String, pictures: Int, failed: Int) {
    self.moment = moment
    self.time = time
    self.pictures = pictures
    self.failed = failed
  }
}

/// Something that no photo shows alone.
public struct FindingRecord: Sendable, Hashable {
  /// What was found, such as `sameIMEIOnExhibits`.
  public var kind: String
  /// Whether a person has to look; worth knowing otherwise.
  public var needsLook: Bool
  /// What it is about: `photo:…`, `exhibit:…`, `imei:…`.
  public var subjects: [String]
  /// One sentence.
  public var text: String
  /// When it was found, UTC.
  public var addedAt: String
  /// Who knows of it.
  public var acknowledgedBy: String?

  /// A finding.
  public init(
    kind: String, needsLook: Bool, subjects: [String], text: String, addedAt: String,
    acknowledgedBy: String?
  ) {
    self.kind = kind
    self.needsLook = needsLook
    self.subjects = subjects
    self.text = text
    self.addedAt = addedAt
    self.acknowledgedBy = acknowledgedBy
  }
}

/// A run over photos.
public struct RunRecord: Sendable, Hashable {
  /// A UUID.
  public var identifier: String
  /// Who began it.
  public var person: String
  /// The program's version.
  public var toolVersion: String
  /// Engines and models by name, each with version or SHA-256, sorted by name.
  public var components: [String: String]
  /// SHA-256 of the settings' canonical text.
  public var settingsDigest: String
  /// The settings' canonical text.
  public var settings: String
  /// How the photos' decoders were locked in.
  public var sandbox: String
  /// The machine.
  public var machine: String
  /// When it began, UTC.
  public var startedAt: String
  /// When it ended, UTC.
  public var endedAt: String?
  /// Photos recorded in it.
  public var photos: Int

  /// A run.
  public init(
    identifier: String, person: String, toolVersion: String, components: [String: String],
    settingsDigest: String, settings: String, sandbox: String, machine: String, startedAt: String,
    endedAt: String?, photos: Int
  ) {
    self.identifier = identifier
    self.person = person
    self.toolVersion = toolVersion
    self.components = components
    self.settingsDigest = settingsDigest
    self.settings = settings
    self.sandbox = sandbox
    self.machine = machine
    self.startedAt = startedAt
    self.endedAt = endedAt
    self.photos = photos
  }
}
