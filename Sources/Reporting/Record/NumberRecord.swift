public import BlockList

/// One IMEI of an exhibit, from all its photos.
public struct NumberRecord: Sendable, Hashable {
  /// How far it is.
  public enum Standing: String, Sendable, Hashable, CaseIterable {
    /// People decided, and it counts.
    case settled
    /// Independent sources agree and nobody differs: it counts.
    case accepted
    /// A person has still to decide: it does not count yet.
    case open
  }

  /// The digits as printed, 14 to 16 of them.
  public var digits: String
  /// `AA-BBBBBB-CCCCCC-D`.
  public var formatted: String
  /// How far it is.
  public var standing: Standing
  /// The SIM slots that captions name with it.
  public var slots: [Int]
  /// What the check digit does: `agrees`, `differs` or `absent`.
  public var checkDigit: String
  /// The reporting body, such as `35 (TÜV SÜD BABT, allocating)`.
  public var reportingBody: String
  /// The first eight digits.
  public var typeAllocationCode: String
  /// Make by the TAC list; nil when none is loaded or it has no entry.
  public var make: String?
  /// Model by the TAC list.
  public var model: String?
  /// The TAC list.
  public var typeAllocationList: ListReference?
  /// The newest block-list answer with the lists that were asked and what they say.
  public var answer: Answer
  /// When the lists were asked, UTC.
  public var answeredAt: String?
  /// Who asked the lists for that answer, and with what; nil when none was asked or the case does not say.
  public var asking: AskingRecord?
  /// How it was read: the machine's sources, such as `barcode.code128`, sorted.
  public var sources: [String]
  /// The machine's confidence in the whole number, 0 to 1; nil when only people read it.
  public var confidence: Double?
  /// Who keyed or confirmed it, and how, in their order.
  public var opinions: [OpinionRecord]
  /// Who settled two that differed.
  public var settledBy: String?
  /// How that was settled; nil when it was not, or is not told.
  public var settlement: OpinionRecord?
  /// Where it was read: photo and the reading's place in its result, for the crop.
  public var sightings: [Sighting]
  /// Exhibits besides this one that bear the same number, by key.
  public var alsoOn: [String]

  /// A reading that shows the number.
  public struct Sighting: Sendable, Hashable {
    /// SHA-256 of the photo.
    public var photo: String
    /// The reading's place in the photo's result, from 0; nil when a person saw what no reading is of.
    public var position: Int?
    /// Where it lies in the upright photo, in pixels: four corners, from the first digit's upper left clockwise.
    public var box: [[Int]]
    /// SHA-256 of the picture of the digits that the case keeps, 64 small hexadecimal digits.
    public var cropSHA256: String?

    /// A sighting.
    public init(
      photo: String, position: Int?, box: [[Int]] = [], cropSHA256: String? = nil
    ) {
      self.photo = photo
      self.position = position
      self.box = box
      self.cropSHA256 = cropSHA256
    }
  }

  /// A number from its parts.
  public init(
    digits: String, formatted: String, standing: Standing, slots: [Int] = [], checkDigit: String,
    reportingBody: String, typeAllocationCode: String, make: String? = nil, model: String? = nil,
    typeAllocationList: ListReference? = nil, answer: Answer, answeredAt: String? = nil,
    asking: AskingRecord? = nil, sources: [String] = [], confidence: Double? = nil,
    opinions: [OpinionRecord] = [],
    settledBy: String? = nil, settlement: OpinionRecord? = nil, sightings: [Sighting] = [],
    alsoOn: [String] = []
  ) {
    self.digits = digits
    self.formatted = formatted
    self.standing = standing
    self.slots = slots
    self.checkDigit = checkDigit
    self.reportingBody = reportingBody
    self.typeAllocationCode = typeAllocationCode
    self.make = make
    self.model = model
    self.typeAllocationList = typeAllocationList
    self.answer = answer
    self.answeredAt = answeredAt
    self.asking = asking
    self.sources = sources
    self.confidence = confidence
    self.opinions = opinions
    self.settledBy = settledBy
    self.settlement = settlement
    self.sightings = sightings
    self.alsoOn = alsoOn
  }
}

/// What one person said of a number.
public struct OpinionRecord: Sendable, Hashable {
  /// Who.
  public var person: String
  /// The digits; nil when the person says that it cannot be read.
  public var digits: String?
  /// Whether the person was shown nothing but the picture.
  public var isBlind: Bool
  /// When, UTC.
  public var time: String
  /// The event's sequence number in the log.
  public var event: Int64
  /// SHA-256 of the photo that the person was shown; nil when that is not told.
  public var photo: String?

  /// An opinion.
  public init(
    person: String, digits: String?, isBlind: Bool, time: String, event: Int64,
    photo: String? = nil
  ) {
    self.person = person
    self.digits = digits
    self.isBlind = isBlind
    self.time = time
    self.event = event
    self.photo = photo
  }
}
