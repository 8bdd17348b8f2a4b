internal import CaseFile
internal import IMEI

/// One number of a photo as lists show it.
struct NumberItem: Codable, Sendable, Hashable {
  /// Which number of the photo: `read:0`, `seen:0`.
  var subject: String
  /// The digits that count, or that would; null when there are none or when they are withheld.
  @Nullable var imei: String?
  /// The same in groups.
  @Nullable var formatted: String?
  /// How far it is decided.
  var phase: String
  /// Whether it is flagged.
  var flagged: Bool

  /// - Parameter isWithheld: keeps the digits back from a person who is to key them blind.
  init(_ standing: NumberStanding, isWithheld: Bool) {
    let digits = isWithheld ? nil : standing.state.shownNumber
    subject = standing.subject.number.name
    imei = digits
    formatted = digits.flatMap { IMEI($0)?.formatted }
    phase = standing.state.phase.rawValue
    flagged = standing.state.isFlagged
  }
}

extension ReadingState {
  /// The number that counts, else the last that somebody or the machine gave.
  var shownNumber: String? {
    if let number { return number }
    return phase == .unreadable ? nil : opinions.last?.value.number ?? machine.number
  }
}
