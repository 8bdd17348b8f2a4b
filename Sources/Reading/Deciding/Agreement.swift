import IMEI

/// Everything in one photo that says the same digits.
struct Agreement {
  /// The places where the digits are printed.
  var printings: [Printing] = []
  /// The barcodes that carry them.
  var barcodes: [Evidence] = []

  /// The evidence with the least against it; print before barcodes.
  private var strongest: Evidence? {
    printings.map(\.best).min { $0.candidate.doubts.count < $1.candidate.doubts.count }
      ?? barcodes.first
  }

  /// What the digits are when nothing suggests that they are an IMEI.
  ///
  /// A caption that says something else decides; so does a bare number that the rules speak
  /// against.
  var other: OtherIdentifier? {
    guard let candidate = strongest?.candidate, candidate.caption == nil else { return nil }
    for doubt in candidate.doubts {
      switch doubt {
      case .otherContext(let kind, _), .looksLikeOther(let kind):
        return OtherIdentifier(
          kind: kind, value: candidate.imei.digits, reason: doubt.explanation)
      case .checkDigitDiffers, .checkDigitAbsent, .reportingBodyUnassigned, .reportingBodyTest,
        .notWholeToken, .unknownGrouping, .lookAlikes:
        return OtherIdentifier(
          kind: .unknown, value: candidate.imei.digits, reason: doubt.explanation)
      default: continue
      }
    }
    return nil
  }

  /// The reading that follows.
  ///
  /// - Parameter rivalBarcodes: values that a barcode of this photo carries, that are printed
  ///   nowhere, and that differ from these digits in one to three places.
  func reading(of imei: IMEI, rivalBarcodes: [IMEI]) -> IMEIReading {
    let against = objections(rivalBarcodes: rivalBarcodes)
    let lead = strongest
    let rivals = printings.flatMap(\.rivals)
      .filter { $0.candidate.imei != imei }
      .sorted {
        (-$0.candidate.weakestDigit, $0.candidate.imei.digits)
          < (-$1.candidate.weakestDigit, $1.candidate.imei.digits)
      }
    return IMEIReading(
      imei: imei,
      softwareVersion: (printings.map(\.best) + barcodes).compactMap(\.candidate.softwareVersion)
        .first,
      status: against.isEmpty ? .accepted : .review,
      reasons: against.isEmpty ? [agreementSentence] : against,
      sources: Set(printings.flatMap(sources(of:)) + barcodes.map(\.source)).sorted(),
      confidence: confidence,
      digits: lead?.candidate.digitConfidences ?? [],
      caption: (printings.map(\.best) + barcodes).compactMap(\.candidate.caption).first,
      place: (lead ?? barcodes[0]).place,
      digitPlaces: lead?.digitPlaces ?? [],
      alternatives: rivals.map {
        IMEIReading.Alternative(imei: $0.candidate.imei, confidence: $0.candidate.weakestDigit)
      },
      flags: lead?.candidate.flags ?? [])
  }

  /// Every reason against accepting, in words; empty when the digits may be accepted.
  private func objections(rivalBarcodes: [IMEI]) -> [String] {
    var reasons: [String] = []
    guard !printings.isEmpty, let lead = strongest else {
      reasons.append("Only a barcode carries it; a barcode alone is never enough.")
      reasons += barcodes.first?.candidate.doubts.map(\.explanation) ?? []
      return reasons
    }
    reasons += lead.candidate.doubts.map(\.explanation)
    if !hasSecondSource {
      reasons.append("Only one reader saw it once; a second, independent source is needed.")
    }
    if printings.contains(where: \.isContested) {
      reasons.append("The same place was also read as another valid number.")
    }
    reasons += rivalBarcodes.map {
      "A barcode in the photo says \($0.digits), which differs in a few digits."
    }
    return reasons
  }

  /// Whether a source that is independent of the first printing says the same digits.
  private var hasSecondSource: Bool {
    let readers = Set(printings.flatMap(sources(of:)))
    return readers.count > 1 || printings.count > 1
      || barcodes.contains { $0.candidate.doubts.allSatisfy { $0 == .noCaption } }
  }

  private func sources(of printing: Printing) -> [Source] {
    printing.evidence.filter { $0.candidate.imei == printing.best.candidate.imei }.map(\.source)
  }

  private var agreementSentence: String {
    if !barcodes.isEmpty { return "Print and barcode agree on all 15 digits." }
    if printings.count > 1 {
      return "Printed in \(printings.count) places of the photo that agree on all 15 digits."
    }
    return "Two recognisers agree on all 15 digits."
  }

  /// Independent sources are wrong together only when each is wrong.
  private var confidence: Double {
    let doubt =
      printings.map { 1 - $0.best.candidate.weakestDigit }.reduce(1, *)
      * (barcodes.isEmpty ? 1 : 1 - TwoSourceDecider.barcodeConfidence)
    return 1 - doubt
  }
}
