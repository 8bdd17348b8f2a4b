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
  /// How far it is decided; `open` for a number of a photo that the person has in hand to key blind.
  var phase: String
  /// Whether it is flagged.
  var flagged: Bool

  /// - Parameter withholding: what is kept from the person who asks.
  init(_ standing: NumberStanding, _ withholding: Withholding) {
    let digits = withholding.isWithheld ? nil : standing.state.shownNumber
    subject = standing.subject.number.name
    imei = digits
    formatted = digits.flatMap { IMEI($0)?.formatted }
    let isKept = withholding == .standing
    phase = (isKept ? .open : standing.state.phase).rawValue
    flagged = isKept ? standing.state.machine.isFlagged : standing.state.isFlagged
  }
}

extension ReadingState {
  /// The number that counts, else the last that somebody or the machine gave.
  var shownNumber: String? {
    if let number { return number }
    return phase == .unreadable ? nil : opinions.last?.value.number ?? machine.number
  }
}
