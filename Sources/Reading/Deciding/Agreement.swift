import IMEI

/// Everything in one photo that says the same digits.
struct Agreement {
  /// The places where the digits are printed.
  var printings: [Printing] = []
  /// The barcodes that carry them.
  var barcodes: [Evidence] = []

  /// The evidence with the least against it; print before barcodes.
  private var strongest: Evidence? {
    printings.map(\.best).min {
      ($0.candidate.doubts.count, -$0.strength) < ($1.candidate.doubts.count, -$1.strength)
    }
      ?? barcodes.first
  }

  /// What the digits are when nothing suggests that they are an IMEI.
  ///
  /// A caption that says something else decides; so does a bare number that the rules speak
  /// against. Fifteen digits of an allocating body whose check digit agrees are worth a person's look
  /// even where they touch something else, or stand by what reads like MEID, which has fourteen. And what
  /// the digits say is worth nothing where they may be misread.
  var other: OtherIdentifier? {
    guard let lead = strongest, lead.candidate.caption == nil else { return nil }
    let candidate = lead.candidate
    let isUncertain = !printings.isEmpty && lead.strength < Acceptance.leastToDismiss
    let isPlausible =
      candidate.imei.checkDigit == .agrees && candidate.imei.reportingBody.state == .allocating
    for doubt in candidate.doubts {
      switch doubt {
      case .otherContext(.meid, _) where isPlausible: continue
      case .notWholeToken where isPlausible, .unknownGrouping where isPlausible: continue
      case .checkDigitDiffers where isUncertain, .reportingBodyUnassigned where isUncertain,
        .reportingBodyTest where isUncertain:
        continue
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

  /// Whether nothing near the print says IMEI, nor anything else.
  var lacksCaption: Bool { strongest?.candidate.doubts.contains(.noCaption) ?? false }

  /// The reading that follows.
  ///
  /// - Parameters:
  ///   - rivalBarcodes: values that a barcode of this photo carries, that are printed
  ///   nowhere, and that differ from these digits in one to three places.
  ///   - isOfCaptionedModel: whether a captioned and accepted IMEI of the same photo has the same type
  ///     allocation code. Print of fifteen digits that begin like that one, and whose check digit agrees, is
  ///     the second of a pair, or another phone of the kind; its caption may be cut off or covered.
  func reading(
    of imei: IMEI, rivalBarcodes: [IMEI], isOfCaptionedModel: Bool = false
  ) -> IMEIReading {
    let against = objections(
      rivalBarcodes: rivalBarcodes, excusesCaption: isOfCaptionedModel && !printings.isEmpty)
    let lead = strongest
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
      alternatives: alternatives(to: imei),
      flags: lead?.candidate.flags ?? [])
  }

  /// Every reason against accepting, in words; empty when the digits may be accepted.
  private func objections(rivalBarcodes: [IMEI], excusesCaption: Bool) -> [String] {
    var reasons: [String] = []
    guard !printings.isEmpty, let lead = strongest else {
      reasons.append("Only a barcode carries it; a barcode alone is never enough.")
      reasons += barcodes.first?.candidate.doubts.map(\.explanation) ?? []
      return reasons
    }
    reasons += lead.candidate.doubts.filter { !excusesCaption || $0 != .noCaption }.map(
      \.explanation)
    if !hasSecondSource {
      reasons.append(
        "The digits are not certain, and no second, independent source agrees on them.")
    }
    if printings.allSatisfy({ $0.best.proposal != nil }) {
      reasons += printings.prefix(1).compactMap(\.best.proposal?.explanation)
    }
    if printings.contains(where: \.isContested) {
      reasons.append("The same place was also read as another valid number.")
    }
    reasons += rivalBarcodes.map {
      "A barcode in the photo says \($0.digits), which differs in a few digits."
    }
    return reasons
  }

  /// Other values seen at the same places: by other readings of them, or thought possible by the
  /// same one; those with an agreeing check digit first, then the likelier.
  private func alternatives(to imei: IMEI) -> [IMEIReading.Alternative] {
    let read = printings.flatMap(\.rivals).map {
      IMEIReading.Alternative(imei: $0.candidate.imei, confidence: $0.strength)
    }
    let possible = printings.flatMap(\.evidence).flatMap(\.alternatives)
    var likeliest: [IMEI: Double] = [:]
    for one in read + possible where one.imei != imei {
      likeliest[one.imei] = max(likeliest[one.imei] ?? 0, one.confidence)
    }
    return likeliest.map { IMEIReading.Alternative(imei: $0.key, confidence: $0.value) }
      .sorted { left, right in
        let (ours, theirs) = (left.imei.checkDigit == .agrees, right.imei.checkDigit == .agrees)
        if ours != theirs { return ours }
        return (-left.confidence, left.imei.digits) < (-right.confidence, right.imei.digits)
      }
  }

  /// Whether the digits are sure enough: one reading above the threshold that measured no wrong
  /// string, or two independent sources.
  private var hasSecondSource: Bool {
    let posteriors = printings.compactMap { $0.posterior(of: $0.best.candidate.imei) }
    if posteriors.contains(where: { $0 >= Acceptance.alone }) { return true }
    let readers = Set(printings.flatMap(sources(of:)))
    let surest = posteriors.max() ?? 0
    // What Tesseract alone reads has no probability and is never accepted.
    guard !posteriors.isEmpty else { return false }
    if readers.count > 1, surest >= Acceptance.withTesseract { return true }
    if posteriors.count(where: { $0 >= Acceptance.printedTwice }) > 1 { return true }
    return surest >= Acceptance.withBarcode
      && barcodes.contains { $0.candidate.doubts.allSatisfy(\.isSettledByPrint) }
  }

  private func sources(of printing: Printing) -> [Source] {
    printing.evidence.filter { $0.candidate.imei == printing.best.candidate.imei }.map(\.source)
  }

  private var agreementSentence: String {
    if !barcodes.isEmpty { return "Print and barcode agree on all 15 digits." }
    if printings.count > 1 {
      return "Printed in \(printings.count) places of the photo that agree on all 15 digits."
    }
    if Set(printings.flatMap(sources(of:))).count > 1 {
      return "Two recognisers agree on all 15 digits."
    }
    return "Read beyond the certainty at which no reading was wrong."
  }

  /// Independent sources are wrong together only when each is wrong.
  private var confidence: Double {
    let doubt =
      printings.map { 1 - $0.best.certainty }.reduce(1, *)
      * (Set(printings.flatMap(sources(of:))).count > 1 ? 1 - Acceptance.tesseractConfidence : 1)
      * (barcodes.isEmpty ? 1 : 1 - Acceptance.barcodeConfidence)
    return 1 - doubt
  }
}

extension Doubt {
  /// Whether a doubt about a barcode's payload falls away when print shows the same fifteen digits:
  /// that nothing in the payload says IMEI, and that one more digit follows.
  fileprivate var isSettledByPrint: Bool {
    switch self {
    case .noCaption, .extraDigit: true
    default: false
    }
  }
}
