extension InputField {
  /// The refusal for `3.57E+14`, `3,57e14`, `3.57 × 10^14` and the like.
  ///
  /// With all 15 digits before the exponent the number can still be told and becomes the suggestion;
  /// with fewer, the rest is gone.
  func exponentRefusal() -> InputRefusal? {
    var rest = scalars
    var digits: [UInt8] = []
    var whole = 0
    while let digit = rest.first.flatMap(InputSigns.digit) {
      digits.append(digit)
      rest.removeFirst()
    }
    whole = digits.count
    guard whole > 0 else { return nil }
    if let point = rest.first, point == "." || point == "," || point == "·" {
      rest.removeFirst()
      while let digit = rest.first.flatMap(InputSigns.digit) {
        digits.append(digit)
        rest.removeFirst()
      }
    }
    guard let exponent = Self.exponent(of: rest) else { return nil }
    let imei = digits.count == 15 && whole + exponent == 15 ? IMEI(digits: digits) : nil
    return .spreadsheetExponent(
      String(String.UnicodeScalarView(scalars)), digits: digits.count, suggestion: imei)
  }

  /// The power of ten that `text` spells: `E+14`, `e14`, `×10^14`, `x10¹⁴`.
  private static func exponent(of text: ArraySlice<Unicode.Scalar>) -> Int? {
    var rest = text.filter { !InputSigns.isSpace($0) }[...]
    guard let mark = rest.popFirst() else { return nil }
    switch mark {
    case "e", "E", "Е", "е":
      break
    case "x", "X", "×", "*", "·", "∙":
      guard rest.popFirst() == "1", rest.popFirst() == "0" else { return nil }
      if rest.first == "^" { rest.removeFirst() }
    default:
      return nil
    }
    if rest.first == "+" || rest.first == "⁺" { rest.removeFirst() }
    guard (1...3).contains(rest.count) else { return nil }
    var exponent = 0
    for scalar in rest {
      guard let digit = InputSigns.digit(scalar) ?? superscript(scalar) else { return nil }
      exponent = exponent * 10 + Int(digit)
    }
    return exponent
  }

  private static func superscript(_ scalar: Unicode.Scalar) -> UInt8? {
    switch scalar.value {
    case 0xB9: 1
    case 0xB2: 2
    case 0xB3: 3
    case 0x2070, 0x2074...0x2079: UInt8(scalar.value - 0x2070)
    default: nil
    }
  }
}
