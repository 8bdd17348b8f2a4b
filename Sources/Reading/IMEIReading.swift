public import IMEI

/// One IMEI read off one photo: digits, place, sources, confidence and what speaks against it.
public struct IMEIReading: Hashable, Sendable {
  /// Whether a person has to look.
  public enum Status: String, Hashable, Sendable {
    /// The digits are certain, or independent sources agree on them, and no rule speaks against it.
    case accepted
    /// A person has to settle it; the reasons say why.
    case review
  }

  /// Another value that some reader saw at the same place.
  public struct Alternative: Hashable, Sendable {
    /// The digits as that reader saw them.
    public var imei: IMEI
    /// Its confidence, 0–1.
    public var confidence: Double
  }

  /// The digits as printed.
  public var imei: IMEI
  /// The two digits of a software version, when printed.
  public var softwareVersion: String?
  /// Accepted, or for review.
  public var status: Status
  /// Why it is for review, or what accepted it; one sentence each.
  public var reasons: [String]
  /// Who read all of these digits, sorted, each once.
  public var sources: [Source]
  /// How probable it is that all digits are right, 0–1; the module's documentation says what stands behind it.
  public var confidence: Double
  /// Confidence of each digit, 0–1.
  public var digits: [Double]
  /// The caption that names it an IMEI.
  public var caption: Caption?
  /// Where it is printed, in pixels of the upright photo.
  public var place: Quad
  /// Where each digit is printed, as many as ``imei`` has digits, in pixels of the upright photo;
  /// empty when that is not known, as for a barcode's payload.
  public var digitPlaces: [Quad] = []
  /// Other values seen at the same place, most confident first.
  public var alternatives: [Alternative]
  /// Facts worth knowing that speak neither for nor against it.
  public var flags: [String]
}
