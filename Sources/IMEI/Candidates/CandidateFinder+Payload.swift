extension CandidateFinder {
  /// The longest payload looked at, in characters; the largest QR code holds 7,089 digits.
  static let maximumPayloadLength = 8192

  /// Searches what a bar code or QR code holds.
  ///
  /// Known shapes: 15 digits alone; 16 digits of an interleaved code, an IMEI and one more;
  /// `SN:…;IMEI:…;SW:…`, `<imei>;<sn>`, `IMEI1=…&IMEI2=…`, JSON, lines. Candidates have no places on
  /// the picture, and a bar code's own check makes every digit equally sure: confidence 1.
  public static func find(payload: String) -> CandidateList {
    guard payload.utf8.count <= maximumPayloadLength else { return CandidateList() }
    let bare = payload.drop { $0.isWhitespace || $0 == "\u{1D}" }
    var trimmed = bare
    while let last = trimmed.last, last.isWhitespace { trimmed.removeLast() }
    if trimmed.isEmpty { return CandidateList() }
    if let digits = Digits.values(of: trimmed) { return bareDigits(digits) }
    if let whole = OtherIdentifier.identify(trimmed).first(where: \.isChecked),
      Digits.values(of: whole.value)?.count != 15
    {
      return CandidateList(others: [whole])
    }
    return fields(trimmed)
  }

  /// A payload of digits alone.
  private static func bareDigits(_ digits: [UInt8]) -> CandidateList {
    let known = OtherIdentifier.identify(Digits.text(digits))
    if digits.count == 15, let imei = IMEI(digits: digits) {
      return CandidateList(candidates: [candidate(imei, doubts: [])])
    }
    if digits.count == 16, Luhn.isValid(digits.dropLast()), let extra = digits.last,
      let imei = IMEI(digits: digits.dropLast())
    {
      return CandidateList(candidates: [candidate(imei, doubts: [.extraDigit(extra)])])
    }
    if let first = known.first, first.isChecked || first.kind == .iccid || first.kind == .eid {
      return CandidateList(others: [first])
    }
    guard digits.count >= 7 else { return CandidateList() }
    return CandidateList(others: [
      OtherIdentifier(
        kind: .unknown, value: Digits.text(digits),
        reason: "A bar code of \(digits.count) digits; an IMEI has 15.")
    ])
  }

  private static func candidate(_ imei: IMEI, doubts: [Doubt]) -> Candidate {
    Candidate(
      imei: imei, digitConfidences: [Double](repeating: 1, count: 15),
      doubts: CandidateRules.doubts(of: imei, caption: nil) + doubts,
      flags: CandidateRules.flags(of: imei, softwareVersion: nil), grouping: [15])
  }

  /// A payload with words, signs or lines in it: searched as lines of text.
  private static func fields(_ payload: Substring) -> CandidateList {
    // `(8002)` is the GS1 identifier of a mobile telephone's electronic serial number.
    var text = String(payload)
    if text.hasPrefix("(8002)") { text = "IMEI:" + text.dropFirst(6) }
    var lines: [TextLine] = []
    for (row, line) in text.split(whereSeparator: \.isNewline).enumerated() {
      let box = TextBox(x: 0, y: Double(row) * 20, width: Double(line.count) * 8, height: 12)
      lines.append(TextLine(String(line), box: box))
    }
    var list = find(in: lines)
    for index in list.candidates.indices {
      list.candidates[index].digitBoxes = []
      list.candidates[index].box = .zero
      list.candidates[index].caption?.box = .zero
    }
    return list
  }
}
