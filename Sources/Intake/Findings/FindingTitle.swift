internal import BlockList
internal import CaseFile

/// What kinds of findings are called, on a page of the station and in a report alike.
package enum FindingTitle {
  /// The title of a kind; a kind that is not known stands for itself.
  package static func of(kind: String) -> String {
    if let kind = Finding.Kind(rawValue: kind) { return title(kind) }
    if kind.hasPrefix("exhibit."),
      let kind = ExhibitDisagreement.Kind(rawValue: String(kind.dropFirst("exhibit.".count)))
    {
      return title(kind)
    }
    if kind.hasPrefix("original."),
      let outcome = OriginalCheck.Outcome(rawValue: String(kind.dropFirst("original.".count)))
    {
      return title(outcome)
    }
    return VisibleText.escaping(kind, limit: 80)
  }

  private static func title(_ kind: Finding.Kind) -> String {
    switch kind {
    case .sameIMEIOnExhibits: "One IMEI on two exhibits"
    case .sameIMEIOnPhotos: "One IMEI on two photos"
    case .sameFile: "One photo under two names"
    case .halfListedPair: "One IMEI of a device is listed, the other is not"
    case .makesDiffer: "Two IMEIs of a device belong to two makers"
    case .sequence: "Consecutive serial numbers"
    case .spread: "Figures of the whole haul stand out"
    case .pair: "Two slots of one device"
    }
  }

  private static func title(_ outcome: OriginalCheck.Outcome) -> String {
    switch outcome {
    case .same: "An original is unchanged"
    case .changed: "An original was changed"
    case .missing: "An original is missing"
    case .unreadable: "An original cannot be read"
    }
  }

  private static func title(_ kind: ExhibitDisagreement.Kind) -> String {
    switch kind {
    case .sameSlot: "Two numbers for one SIM slot"
    case .similar: "Two numbers that differ in a digit or two"
    case .checkDigit: "One number with two check digits"
    case .tooMany: "More numbers than one device has"
    }
  }
}
