public import IMEI

/// Why evidence carries digits other than the best reading's: for a person to settle, never accepted.
public enum Proposal: Hashable, Sendable {
  /// The network was not sure how many digits stand there; these are the likeliest fifteen.
  case fifteenDigits
  /// The best reading's check digit differs; this likely one's agrees.
  case agreeingCheckDigit(bestReading: IMEI)

  /// The reason in a sentence for the person who decides.
  var explanation: String {
    switch self {
    case .fifteenDigits:
      "It is doubtful how many digits stand there; these are the likeliest fifteen."
    case .agreeingCheckDigit(let best):
      "It reads most like \(best.digits), whose check digit differs; at least one digit is doubtful,"
        + " and this is the likeliest number whose check digit agrees."
    }
  }
}

extension Evidence {
  /// The evidence as it is best put to a person.
  ///
  /// Of printed IMEIs about one in fifty has a check digit that differs, and nine tenths of all
  /// strings have. A reading with a differing check digit is therefore less likely than another that
  /// the network gives a hundredth of its probability and whose check digit agrees. What is read
  /// without doubt has no such rival and stays as printed.
  var mostPlausible: Evidence {
    guard proposal == nil, candidate.imei.checkDigit == .differs, let posterior,
      let rival = alternatives.first(where: { $0.imei.checkDigit == .agrees }),
      rival.confidence * Self.oddsOfAgreeing > posterior
    else { return self }
    var other = self
    other.candidate.imei = rival.imei
    other.candidate.doubts.removeAll(where: \.isAboutDigits)
    if rival.imei.reportingBody.state == .unassigned {
      other.candidate.doubts.append(.reportingBodyUnassigned(code: rival.imei.reportingBody.code))
    }
    other.posterior = rival.confidence
    other.alternatives = [.init(imei: candidate.imei, confidence: posterior)] + alternatives
    other.proposal = .agreeingCheckDigit(bestReading: candidate.imei)
    return other
  }

  /// How much likelier a string whose check digit agrees is to be printed than one whose differs.
  private static var oddsOfAgreeing: Double {
    (1 - Acceptance.misprintedShare) / (Acceptance.misprintedShare / 9)
  }
}

extension Doubt {
  /// Whether the digits themselves give rise to it.
  fileprivate var isAboutDigits: Bool {
    switch self {
    case .checkDigitDiffers, .checkDigitAbsent, .reportingBodyUnassigned, .reportingBodyTest,
      .placeholder:
      true
    default: false
    }
  }
}
