internal import IMEI

/// Counts over the distinct IMEIs of a haul.
public struct SpreadFigures: Hashable, Sendable, Encodable {
  /// Distinct IMEIs, by 14 digits.
  public internal(set) var imeis = 0
  /// Distinct type allocation codes.
  public internal(set) var types = 0
  /// IMEIs whose type allocation code stands on no other IMEI of the haul.
  public internal(set) var singleTypes = 0
  /// IMEIs whose first two digits no reporting body has.
  public internal(set) var unassignedBodies = 0
  /// IMEIs whose first two digits are those of test equipment.
  public internal(set) var testBodies = 0
  /// IMEIs whose serial is one people make up: 000000, 123456, 121212.
  public internal(set) var patternedSerials = 0
  /// IMEIs whose printed check digit differs from the computed one.
  public internal(set) var checkDigitDiffers = 0
  /// IMEIs of which no reading is settled, so that they may be misread.
  public internal(set) var notSettled = 0
}

extension SightingsByKey {
  /// The share of IMEIs that stand out from which a person should look, and the fewest of them.
  static let oddShare = 0.1
  static let fewestOdd = 3

  /// The figures of the whole haul, when some IMEI stands out by its reporting body, serial or check
  /// digit. They are stated and not judged: a misread digit makes an odd IMEI too.
  func spread() -> Finding? {
    var figures = SpreadFigures()
    var typeCounts: [UInt32: Int] = [:]
    var odd: [Range<Int>] = []
    for group in groups { typeCounts[sightings[group.lowerBound].tac, default: 0] += 1 }
    for group in groups {
      guard let imei = sightings[group.lowerBound].imei else { continue }
      let body = imei.reportingBody.state
      let isPatterned = SerialPattern.matches(sightings[group.lowerBound].serial)
      let differs = !sightings[group].contains { $0.imei?.checkDigit != .differs }
      figures.imeis += 1
      if typeCounts[imei.tac.value] == 1 { figures.singleTypes += 1 }
      if body == .unassigned { figures.unassignedBodies += 1 }
      if body == .test { figures.testBodies += 1 }
      if isPatterned { figures.patternedSerials += 1 }
      if differs { figures.checkDigitDiffers += 1 }
      if !sightings[group].contains(where: \.isSettled) { figures.notSettled += 1 }
      if body == .unassigned || body == .test || isPatterned || differs { odd.append(group) }
    }
    figures.types = typeCounts.count
    guard !odd.isEmpty else { return nil }
    let share = Double(odd.count) / Double(figures.imeis)
    let isMuch = odd.count >= Self.fewestOdd && share >= Self.oddShare
    let photos = odd.flatMap { sightings[$0].map(\.photo) }.uniqued().sorted()
    return Finding(
      .spread, isMuch ? .look : .note, imeis: odd.map { sightings[$0.lowerBound].text },
      files: photos.map { haul.name(of: $0) }, sentence: Self.sentence(figures, odd: odd.count),
      figures: figures)
  }

  private static func sentence(_ figures: SpreadFigures, odd: Int) -> String {
    var parts: [String] = []
    func add(_ count: Int, _ words: String) {
      if count > 0 { parts.append("\(count) \(words)") }
    }
    add(figures.unassignedBodies, "with first digits that no reporting body has")
    add(figures.testBodies, "with those of test equipment")
    add(figures.patternedSerials, "with a serial such as 000000 or 123456")
    add(figures.checkDigitDiffers, "with a check digit that differs")
    let open =
      figures.notSettled == 0
      ? "" : "; \(figures.notSettled) have no settled reading, so misreads may be among them"
    return
      "\(odd) of \(figures.imeis) IMEIs stand out: \(parts.joined(separator: ", ")). The haul has "
      + "\(figures.types) types, and \(figures.singleTypes) IMEIs are the only one of theirs\(open)."
  }
}
