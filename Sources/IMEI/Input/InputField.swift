/// One typed or listed text on its way to digits: what surrounds the number is taken off, step by step.
struct InputField {
  /// What is left, without what surrounded it.
  var scalars: ArraySlice<Unicode.Scalar>

  /// Whether a caption said IMEISV.
  var saysSoftwareVersion = false

  init(_ scalars: [Unicode.Scalar]) {
    self.scalars = scalars.filter { !InputSigns.isInvisible($0) }[...]
  }

  /// Takes everything off and judges what remains.
  mutating func read() -> IdentifierInput.Outcome {
    trim()
    unwrap()
    if scalars.isEmpty { return .refused(.empty) }
    if let refusal = takeCaption() { return .refused(refusal) }
    unwrap()
    if scalars.isEmpty { return .refused(.empty) }
    if let refusal = exponentRefusal() { return .refused(refusal) }
    let wasNumber = takeDecimalZero()
    return judge(wasNumber: wasNumber)
  }

  private mutating func trim() {
    while let first = scalars.first, InputSigns.isSpace(first) { scalars.removeFirst() }
    while let last = scalars.last, InputSigns.isSpace(last) { scalars.removeLast() }
  }

  /// Takes off quotes, a spreadsheet's `'` in front and its `="…"`.
  private mutating func unwrap() {
    for _ in 0..<8 {
      trim()
      if scalars.first == "=" {
        scalars.removeFirst()
      } else if let first = scalars.first, InputSigns.isQuote(first) {
        scalars.removeFirst()
      } else if let last = scalars.last, InputSigns.isQuote(last) || last == ";" {
        scalars.removeLast()
      } else {
        return
      }
    }
  }

  /// Takes off a caption that says IMEI; refuses one that says something else.
  private mutating func takeCaption() -> InputRefusal? {
    guard let first = scalars.first, InputSigns.isLetter(first) else { return nil }
    let letters = scalars.prefix { InputSigns.isLetter($0) || $0 == "/" || $0 == " " || $0 == "." }
    let word = String(String.UnicodeScalarView(letters)).lowercased()
    if word.hasPrefix("imei") { return takeIMEICaption() }
    // `SN: …`: only with a sign that ends a caption, so that a serial's own letters are none.
    let rest = scalars.dropFirst(letters.count)
    guard let sign = rest.first, sign == ":" || sign == "=" || sign == "：" else { return nil }
    guard let kind = CaptionWords.otherKind(ofPhrase: word) else { return nil }
    return .captioned(kind, word: String(String.UnicodeScalarView(letters)))
  }

  private mutating func takeIMEICaption() -> InputRefusal? {
    scalars.removeFirst(4)
    if hasPrefix("sv") {
      saysSoftwareVersion = true
      scalars.removeFirst(2)
    } else if hasPrefix("/meid") {
      scalars.removeFirst(5)
    }
    // A digit that touches the letters is the slot's when something parts it from the number.
    if let digit = scalars.first, InputSigns.digit(digit) != nil {
      let run = scalars.prefix { InputSigns.digit($0) != nil }.count
      if run == 1 {
        scalars.removeFirst()
      } else if run == 15 || run == 16, !saysSoftwareVersion {
        return .captionRunsIntoNumber
      }
    }
    trim()
    // `IMEI 1 3569…`, `IMEI (slot 1): …`, `IMEI No. …`: words and single digits in front of the number.
    while let next = scalars.first {
      if let word = ["no", "nr", "number", "slot", "sim", "esim", "code"].first(where: hasPrefix) {
        scalars.removeFirst(word.unicodeScalars.count)
      } else if InputSigns.digit(next) != nil {
        let run = scalars.prefix { InputSigns.digit($0) != nil }.count
        guard run == 1, scalars.count > 14 else { return nil }
        scalars.removeFirst()
      } else if InputSigns.isCaptionSign(next) || InputSigns.isSpace(next) {
        scalars.removeFirst()
      } else {
        return nil
      }
    }
    return nil
  }

  private func hasPrefix(_ ascii: String) -> Bool {
    var index = scalars.startIndex
    for scalar in ascii.unicodeScalars {
      guard index < scalars.endIndex else { return false }
      let own = scalars[index]
      guard own == scalar || (own.isASCII && own.value | 0x20 == scalar.value) else { return false }
      index += 1
    }
    return true
  }

  /// Takes off the `.0` that a number gets on its way through a table of floating-point values.
  private mutating func takeDecimalZero() -> Bool {
    let zeros = scalars.reversed().prefix { $0 == "0" }.count
    guard (1...2).contains(zeros) else { return false }
    let head = scalars.dropLast(zeros)
    guard let point = head.last, point == "." || point == "," else { return false }
    let digits = head.dropLast()
    guard (13...16).contains(digits.count), digits.allSatisfy({ InputSigns.digit($0) != nil })
    else { return false }
    scalars = digits
    return true
  }
}
