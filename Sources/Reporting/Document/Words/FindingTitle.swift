internal import Intake

/// What kinds of findings are called.
enum FindingTitle {
  /// The title of a kind; a kind that is not known stands for itself.
  static func of(kind: String) -> String {
    switch kind {
    case Finding.Kind.sameIMEIOnExhibits.rawValue: "One IMEI on two exhibits"
    case Finding.Kind.sameIMEIOnPhotos.rawValue: "One IMEI on two photos"
    case Finding.Kind.sameFile.rawValue: "One photo under two names"
    case Finding.Kind.halfListedPair.rawValue: "One IMEI of a device is listed, the other is not"
    case Finding.Kind.makesDiffer.rawValue: "Two IMEIs of a device belong to two makers"
    case Finding.Kind.sequence.rawValue: "Consecutive serial numbers"
    case Finding.Kind.spread.rawValue: "Figures of the whole haul stand out"
    case Finding.Kind.pair.rawValue: "Two slots of one device"
    case "exhibit.sameSlot": "Two numbers for one SIM slot"
    case "exhibit.similar": "Two numbers that differ in a digit or two"
    case "exhibit.checkDigit": "One number with two check digits"
    case "exhibit.tooMany": "More numbers than one device has"
    default: kind.visible(limit: 80)
    }
  }
}
