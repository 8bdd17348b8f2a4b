extension PageScan {
  /// Makes a candidate of a number and lists what speaks against it.
  mutating func add(_ found: Found, of line: ScannedLine, context: Context?, isPart: Bool) {
    var places = found.groups.flatMap { Array(line.atoms.atoms[$0].range) }
    var version: String?
    switch found.version {
    case .none: break
    case .group(let group): version = Digits.text(digits(of: group, line))
    case .lastTwo:
      version = Digits.text(places.suffix(2).map { line.atoms.cells[$0].value })
      places.removeLast(2)
    }
    let cells = line.atoms.cells
    let values = places.map { cells[$0].value }
    guard let imei = IMEI(digits: values) else { return }
    let substitutions = places.enumerated().compactMap { position, place -> Substitution? in
      guard cells[place].kind != .digit else { return nil }
      return Substitution(
        position: position, printed: line.atoms.glyphs[place].character, digit: cells[place].value)
    }
    let boxes = places.map { line.atoms.glyphs[$0].box }
    var doubts = CandidateRules.doubts(of: imei, caption: context)
    if !found.isWholeToken || isPart { doubts.append(.notWholeToken) }
    if !substitutions.isEmpty { doubts.append(.lookAlikes(substitutions)) }
    if !found.isKnownGrouping { doubts.append(.unknownGrouping) }
    var grouping = found.groups.map { line.atoms.atoms[$0].count }
    if case .lastTwo = found.version, let last = grouping.popLast() { grouping.append(last - 2) }
    candidates.append(
      Candidate(
        imei: imei, softwareVersion: version,
        caption: context?.isIMEI == true ? context?.caption : nil,
        digitConfidences: places.map { line.atoms.glyphs[$0].confidence }, digitBoxes: boxes,
        box: .union(boxes.lazy.map(\.sound)), substitutions: substitutions, doubts: doubts,
        flags: CandidateRules.flags(of: imei, softwareVersion: version), grouping: grouping))
  }

  /// Drops the 14 digits under a MEID caption when the page shows the same equipment as an IMEI: the
  /// MEID of a dual-mode phone is the first 14 digits of its IMEI.
  func withoutRepeatedMEIDs(_ found: [Candidate]) -> [Candidate] {
    let whole = Set(found.lazy.filter { $0.imei.printedCheckDigit != nil }.map(\.imei.key))
    return found.filter { candidate in
      guard candidate.imei.printedCheckDigit == nil, whole.contains(candidate.imei.key) else {
        return true
      }
      return !candidate.doubts.contains { doubt in
        if case .otherContext(kind: .meid, _) = doubt { true } else { false }
      }
    }
  }
}

/// What the digits themselves and the words near them say for and against a number.
enum CandidateRules {
  /// Reasons against `imei`, the check digit first.
  static func doubts(of imei: IMEI, caption: Context?) -> [Doubt] {
    var doubts: [Doubt] = []
    switch imei.checkDigit {
    case .agrees: break
    case .absent: doubts.append(.checkDigitAbsent)
    case .differs:
      doubts.append(
        .checkDigitDiffers(
          printed: imei.printedCheckDigit ?? 0, computed: imei.computedCheckDigit))
    }
    let body = imei.reportingBody
    switch body.state {
    case .unassigned: doubts.append(.reportingBodyUnassigned(code: body.code))
    case .test: doubts.append(.reportingBodyTest(code: body.code))
    case .allocating, .historic: break
    }
    if let placeholder = imei.placeholder { doubts.append(.placeholder(placeholder)) }
    if let caption, let other = caption.other {
      doubts.append(.otherContext(kind: other, words: caption.words))
    } else if caption == nil {
      doubts.append(.noCaption)
    }
    if PaymentCard.isAmericanExpress(imei) {
      doubts.append(.looksLikeOther(kind: .card))
    } else if caption?.isIMEI != true, body.state != .allocating,
      MobileCountryCode.begins(imei.key),
      imei.printedCheckDigit != nil
    {
      doubts.append(.looksLikeOther(kind: .imsi))
    }
    return doubts
  }

  /// What is worth telling and speaks neither way.
  static func flags(of imei: IMEI, softwareVersion: String?) -> [String] {
    var flags: [String] = []
    if imei.reportingBody.state == .historic { flags.append(Candidate.historicReportingBody) }
    if softwareVersion == "99" { flags.append(Candidate.reservedSoftwareVersion) }
    return flags
  }
}
