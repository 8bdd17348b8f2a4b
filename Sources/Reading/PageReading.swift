public import IMEI

/// What was read off one page of a photo.
public struct PageReading: Sendable {
  /// The picture as a whole.
  public enum Status: String, Sendable {
    /// At least one IMEI, all of them accepted.
    case accepted
    /// At least one IMEI that a person has to settle.
    case review
    /// An IMEI is there, by its caption, and its digits cannot be read.
    case unreadable
    /// No sign of an IMEI.
    case none
  }

  /// IMEIs, in reading order.
  public var readings: [IMEIReading]
  /// Other numbers, sorted by kind and value.
  public var others: [OtherIdentifier]
  /// Captions that name an IMEI beside which no whole number could be read.
  public var unreadableCaptions: Int
  /// How long each stage took.
  public var times: StageTimes
  /// The lines and barcodes that were read on the way, sorted, each once. Not all that is printed:
  /// only what lies near numbers is read.
  public var texts: [String] = []

  /// The picture as a whole.
  public var status: Status {
    if readings.contains(where: { $0.status == .review }) { return .review }
    if !readings.isEmpty { return .accepted }
    return unreadableCaptions > 0 ? .unreadable : .none
  }
}
