public import IMEI

/// One candidate together with who read it and where.
public struct Evidence: Hashable, Sendable {
  /// The digits, caption and doubts.
  public var candidate: Candidate
  /// Who read it.
  public var source: Source
  /// Where it lies in the upright photo.
  public var place: Quad
  /// Where each digit lies in the upright photo; empty when not known.
  public var digitPlaces: [Quad]

  /// Makes a piece of evidence; places that are not one a digit are left out.
  public init(candidate: Candidate, source: Source, place: Quad, digitPlaces: [Quad] = []) {
    self.candidate = candidate
    self.source = source
    self.place = place
    self.digitPlaces = digitPlaces.count == candidate.imei.digits.count ? digitPlaces : []
  }

  /// Whether it is known where the digits stand: the place has a width and a height.
  var hasPlace: Bool { place.bounds.width > 0 && place.bounds.height > 0 }
}

/// Turns what all readers saw in one photo into readings.
public protocol Decider {
  /// Weighs the evidence of one photo.
  ///
  /// The order of `evidence` must not matter beyond ties, so that one photo gives one result.
  func decide(_ evidence: [Evidence]) -> Decision
}

/// What a decider made of a photo's evidence.
public struct Decision: Hashable, Sendable {
  /// Accepted and doubtful IMEIs, in reading order.
  public var readings: [IMEIReading]
  /// Numbers that are not IMEIs, or too doubtful to be called one.
  public var others: [OtherIdentifier]

  /// Makes a decision.
  public init(readings: [IMEIReading], others: [OtherIdentifier]) {
    self.readings = readings
    self.others = others
  }
}
