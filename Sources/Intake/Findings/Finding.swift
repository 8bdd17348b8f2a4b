/// Something in a whole haul that no photo shows alone.
///
/// A finding states what was found. It never says that somebody did something.
public struct Finding: Hashable, Sendable {
  /// What was found.
  public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
    /// One IMEI on two exhibits: a clone, or one device booked twice.
    case sameIMEIOnExhibits
    /// One IMEI on two photos whose exhibits are not known: one device photographed twice, or a clone.
    case sameIMEIOnPhotos
    /// The same bytes under two names: one photo counted twice.
    case sameFile
    /// Two IMEIs of one device, of which one is on a list and the other is not.
    case halfListedPair
    /// Two IMEIs of one device whose type allocation codes belong to two makers.
    case makesDiffer
    /// Consecutive serials of one type over several photos.
    case sequence
    /// Serials, check digits and reporting bodies of the whole haul, where something stands out.
    case spread
    /// Two neighbouring serials of one type on one photo or exhibit: the two slots of one device.
    case pair
  }

  /// Whether a person has to look.
  public enum Severity: String, Hashable, Sendable, Codable, CaseIterable {
    /// A person should look at it.
    case look
    /// Worth knowing.
    case note
  }

  /// What was found.
  public let kind: Kind
  /// Whether a person has to look.
  public let severity: Severity
  /// The IMEIs concerned, as read; empty when the whole haul is.
  public let imeis: [String]
  /// The photos concerned, as named in their results.
  public let files: [String]
  /// The exhibits concerned, where they are known.
  public let exhibits: [String]
  /// One sentence for a person.
  public let sentence: String
  /// The counts behind a statement about the whole haul; `nil` otherwise.
  public let figures: SpreadFigures?

  init(
    _ kind: Kind, _ severity: Severity, imeis: [String], files: [String], exhibits: [String] = [],
    sentence: String, figures: SpreadFigures? = nil
  ) {
    self.kind = kind
    self.severity = severity
    self.imeis = imeis
    self.files = files
    self.exhibits = exhibits
    self.sentence = sentence
    self.figures = figures
  }
}

extension Finding: Encodable {
  /// The value of the key `schema`.
  public static let schema = "imeikit.finding/1"

  private enum CodingKeys: String, CodingKey {
    case schema, kind, severity, imeis, files, exhibits, sentence, figures
  }

  /// Writes every key, `null` where there is no value.
  public func encode(to encoder: any Encoder) throws {
    var keys = encoder.container(keyedBy: CodingKeys.self)
    try keys.encode(Self.schema, forKey: .schema)
    try keys.encode(kind, forKey: .kind)
    try keys.encode(severity, forKey: .severity)
    try keys.encode(imeis, forKey: .imeis)
    try keys.encode(files, forKey: .files)
    try keys.encode(exhibits, forKey: .exhibits)
    try keys.encode(sentence, forKey: .sentence)
    try keys.encode(figures, forKey: .figures)
  }
}
