internal import IMEI

/// How numbers and what stands behind them are written.
enum NumberWords {
  /// `AA-BBBBBB-CCCCCC-D` of digits as printed; digits that are no IMEI stay as they are.
  static func formatted(_ digits: String) -> String {
    (IMEI(digits)?.formatted ?? IMEISV(digits)?.formatted ?? digits).visible(limit: 40)
  }

  /// ` (slot 1)`, or nothing when no caption named a slot.
  static func slots(_ slots: [Int]) -> String {
    switch slots.count {
    case 0: ""
    case 1: " (slot \(slots[0]))"
    default: " (slots \(slots.map(String.init).joined(separator: ", ")))"
    }
  }

  static func standing(_ standing: NumberRecord.Standing) -> String {
    switch standing {
    case .settled: "settled by people"
    case .accepted: "accepted: the machine's rules hold, and nobody differs"
    case .open: "open: a person has still to decide, and it does not count yet"
    }
  }

  static func checkDigit(_ state: String) -> String {
    switch state {
    case "agrees": "agrees (one random number in ten passes this test)"
    case "differs": "differs from the one that the other 14 digits give"
    case "absent": "absent: none is printed"
    default: state.visible(limit: 40)
    }
  }

  /// A confidence of 0 to 1 in per cent, never rounded up to certainty.
  static func confidence(_ value: Double) -> String {
    guard value.isFinite else { return "not known" }
    let hundredths = Int(min(max(value, 0), 1) * 10_000 + 1e-6)
    guard hundredths < 9_999 else { return "99.99 % or more" }
    let rest = hundredths % 100
    return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest) %"
  }

  /// What one person said of `digits`.
  static func opinion(_ opinion: OpinionRecord, of digits: String) -> String {
    let person = opinion.person.visible(limit: 120)
    let place = "\(opinion.time.visibleTime), event \(opinion.event)"
    guard let value = opinion.digits else {
      return "said by \(person) to be unreadable (\(place))"
    }
    let otherwise = value == digits ? "" : " as \(formatted(value))"
    return opinion.isBlind
      ? "keyed blind\(otherwise) by \(person) (\(place))"
      : "decided\(otherwise) by \(person), the machine's reading in view (\(place))"
  }
}
