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
  /// The probability of all digits together, where the reader can say; nil where it cannot.
  public var posterior: Double?
  /// Other values that the same reader thinks possible, with their probabilities, likeliest first.
  public var alternatives: [IMEIReading.Alternative]
  /// Why the digits are not the best reading's; nil when they are.
  public var proposal: Proposal?

  /// Makes a piece of evidence; places that are not one a digit are left out.
  public init(
    candidate: Candidate, source: Source, place: Quad, digitPlaces: [Quad] = [],
    posterior: Double? = nil, alternatives: [IMEIReading.Alternative] = [],
    proposal: Proposal? = nil
  ) {
    self.candidate = candidate
    self.source = source
    self.place = place
    self.digitPlaces = digitPlaces.count == candidate.imei.digits.count ? digitPlaces : []
    self.posterior = posterior
    self.alternatives = alternatives
    self.proposal = proposal
  }

  /// Takes over where each digit lies; the whole reaches from the first to the last.
  mutating func take(_ places: [Quad]) {
    guard places.count == candidate.imei.digits.count, let first = places.first,
      let last = places.last
    else { return }
    digitPlaces = places
    place = Quad(
      corners: [first.corners[0], last.corners[1], last.corners[2], first.corners[3]])
  }

  /// How sure the reader is of all digits, 0–1: for comparing evidence, not a probability.
  ///
  /// Tesseract's confidences of single symbols are no probabilities; they count half.
  var strength: Double { posterior ?? candidate.weakestDigit / 2 }

  /// How probable it is that all digits are right, 0–1.
  var certainty: Double {
    guard let posterior else { return strength }
    return Acceptance.certainty(
      of: posterior, checkDigitAgrees: candidate.imei.checkDigit == .agrees)
  }

  /// Whether any value of the digits is likely enough to be put to a person.
  var isLegible: Bool {
    guard let posterior else { return true }
    return max(posterior, alternatives.first?.confidence ?? 0) >= Acceptance.legible
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
