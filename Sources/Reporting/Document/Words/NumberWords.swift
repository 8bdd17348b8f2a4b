internal import IMEI

/// How numbers and what stands behind them are written.
enum NumberWords {
  /// `AA-BBBBBB-CCCCCC-D` of digits as printed; digits that are no IMEI stay as they are.
  static func formatted(_ digits: String) -> String {
    (IMEI(digits)?.formatted ?? IMEISV(digits)?.formatted ?? digits).visible(limit: 40)
  }

  /// A sentence of the kit's in which numbers are written as everywhere else in the report; digits that go on in
  /// letters or in an ending, as those of a file's name, stay as they are.
  static func hyphenating(_ text: String, _ numbers: Set<String>) -> String {
    let characters = Array(text)
    var result = ""
    var rest = characters[...]
    var last: Character = " "
    while let first = rest.first {
      let run = rest.prefix { $0.isASCII && $0.isNumber }
      guard !run.isEmpty else {
        result.append(first)
        last = first
        rest = rest.dropFirst()
        continue
      }
      let behind = rest.dropFirst(run.count).prefix(2)
      let isPart =
        isWord(last) || behind.first.map(isWord) == true
        || (behind.first == "." && behind.dropFirst().first.map(isWord) == true)
      let digits = String(run)
      result += !isPart && numbers.contains(digits) ? formatted(digits) : digits
      last = "0"
      rest = rest.dropFirst(run.count)
    }
    return result
  }

  private static func isWord(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || character == "_"
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
    guard hundredths < 9_999 else { return "99.99\u{A0}% or more" }
    let rest = hundredths % 100
    return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)\u{A0}%"
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
