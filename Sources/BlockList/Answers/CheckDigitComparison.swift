internal import IMEI

/// How the check digit of a reading compares with the one its entry in a list has.
///
/// Lists match on 14 digits, so this never decides whether a match is there. It tells the person how
/// much of what was printed stands in the list.
public enum CheckDigitComparison: String, Sendable, Hashable, Codable, CaseIterable {
  /// Both have a check digit, the same.
  case agrees
  /// Both have one and they differ: one of them was misread, mistyped or altered.
  case differs
  /// The entry has none: 14 digits, 16 digits (software version), or the spare 0 of signalling.
  case listHasNone
  /// The reading has none: 14 digits, or an IMEISV.
  case readingHasNone
}

extension CheckDigitComparison {
  /// Compares a reading with the entry of the same 14 digits.
  ///
  /// A 0 in the 15th place of the entry that is not the computed check digit is taken for the spare
  /// digit of signalling (MAP sends it when there is no software version), unless the reading shows
  /// the same 0.
  init(reading: IMEI, form: PrintedForm) {
    switch form {
    case .bare, .softwareVersion:
      self = .listHasNone
    case .checkDigit(let listed):
      guard let printed = reading.printedCheckDigit else {
        self = form.isSpareZero(for: reading) ? .listHasNone : .readingHasNone
        return
      }
      if printed == listed {
        self = .agrees
      } else {
        self = form.isSpareZero(for: reading) ? .listHasNone : .differs
      }
    }
  }

  /// A clause for a person, without a full stop.
  public var explanation: String {
    switch self {
    case .agrees: "the check digit agrees"
    case .differs: "the check digit differs"
    case .listHasNone: "the list has no check digit to compare"
    case .readingHasNone: "the reading has no check digit to compare"
    }
  }
}
