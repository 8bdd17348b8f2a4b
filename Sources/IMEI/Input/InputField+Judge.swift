extension InputField {
  /// Judges what is left once caption, quotes and spreadsheet marks are off.
  ///
  /// - Parameter wasNumber: whether a `.0` was taken off, so that the text went through a number.
  func judge(wasNumber: Bool) -> IdentifierInput.Outcome {
    let tally = Tally(scalars)
    if tally.startsWithPlus {
      let whole = String(String.UnicodeScalarView(scalars))
      let phone = OtherIdentifier.identify(whole).first { $0.kind == .phone }
      return .refused(phone.map(InputRefusal.other) ?? .notDigits("+"))
    }
    if String(String.UnicodeScalarView(scalars)) == "*#06#" { return .refused(.dialCode) }
    if tally.masks > 0, tally.digits.count > 0 || tally.masks > 3 {
      return .refused(.masked(shown: tally.digits.count))
    }
    if tally.foreign > 0, tally.letters.isEmpty {
      let imei = IMEI(digits: tally.digits)
      return .refused(.foreignDigits(suggestion: imei))
    }
    if !tally.letters.isEmpty { return .refused(lettersRefusal(tally)) }
    if let sign = tally.strange { return .refused(.notDigits(String(sign))) }
    if tally.digits.isEmpty { return .refused(.empty) }
    return outcome(of: tally, wasNumber: wasNumber)
  }

  private func outcome(of tally: Tally, wasNumber: Bool) -> IdentifierInput.Outcome {
    let digits = tally.digits
    let groups = tally.groups
    if groups.count > 1, groups.allSatisfy({ (14...16).contains($0) }) {
      return .refused(.severalNumbers(groups.count))
    }
    // `350456242759959 / 01`: a software version behind a whole number.
    if digits.count == 17, groups.last == 2, tally.lastSeparator == "/",
      let imei = IMEI(digits: digits.dropLast(2))
    {
      return .imei(imei)
    }
    if (14...16).contains(digits.count) {
      let number = digits.reduce(UInt64(0)) { $0 * 10 + UInt64($1) }
      if digits.count == 16, wasNumber, digits.last == 0 {
        return .refused(.sixteenthZero(IMEISV(unchecked: number).imei))
      }
      return IdentifierInput.outcome(of: number, count: digits.count)
    }
    let others = OtherIdentifier.identify(Digits.text(digits))
    if let other = others.first, other.isChecked || digits.count > 16 {
      return .refused(.other(other))
    }
    if digits.count < 14 { return .refused(.tooShort(digits)) }
    if groups.count > 1, digits.count >= 28 { return .refused(.severalNumbers(digits.count / 14)) }
    return .refused(.tooLong(digits.count))
  }

  /// Letters among the digits: a MEID, another identifier, or digits misread as letters.
  private func lettersRefusal(_ tally: Tally) -> InputRefusal {
    let whole = String(String.UnicodeScalarView(scalars))
    if let other = OtherIdentifier.identify(whole).first(where: { $0.isChecked }) {
      return .other(other)
    }
    let mapped = tally.mapped.flatMap { IMEI(digits: $0) }
    return .letters(tally.letters, suggestion: mapped)
  }

  /// What a text consists of.
  struct Tally {
    var digits: [UInt8] = []
    /// The digits with look-alike letters put in their places; `nil` once one has none.
    var mapped: [UInt8]? = []
    var groups: [Int] = []
    var lastSeparator: Unicode.Scalar?
    var letters: [Unicode.Scalar] = []
    var masks = 0
    var foreign = 0
    var strange: Unicode.Scalar?
    var startsWithPlus = false

    init(_ scalars: ArraySlice<Unicode.Scalar>) {
      startsWithPlus = scalars.first == "+"
      var open = false
      for scalar in scalars {
        if let digit = InputSigns.digit(scalar) {
          append(digit, open: &open)
        } else if let digit = InputSigns.foreignDigit(scalar) {
          foreign += 1
          append(digit, open: &open)
        } else if InputSigns.isSeparator(scalar) {
          open = false
          if !InputSigns.isSpace(scalar) || lastSeparator == nil { lastSeparator = scalar }
        } else if InputSigns.isMask(scalar) {
          masks += 1
        } else if InputSigns.isLetter(scalar) {
          letters.append(scalar)
          let digit = LookAlike.digit(for: Character(scalar))
          if let digit { mapped?.append(digit) } else { mapped = nil }
        } else if strange == nil {
          strange = scalar
        }
      }
    }

    private mutating func append(_ digit: UInt8, open: inout Bool) {
      digits.append(digit)
      mapped?.append(digit)
      if open { groups[groups.count - 1] += 1 } else { groups.append(1) }
      open = true
    }
  }
}
