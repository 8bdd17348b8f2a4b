extension PageScan {
  /// Records a run that is no IMEI when its digits or its caption tell what it is.
  mutating func noteOther(_ run: NumberRun, of line: ScannedLine, context: Context?) {
    guard let digits = shortDigits(run, line) else { return }
    guard !run.groups.contains(where: { line.atoms.atoms[$0].letters > 0 }) else { return }
    let first = line.atoms.atoms[run.groups[0]].range.lowerBound
    let last = line.atoms.atoms[run.groups[run.groups.count - 1]].range.upperBound
    let text = (run.left == .plus ? "+" : "") + String(line.atoms.characters(first..<last))
    let known = OtherIdentifier.identify(text)
    if let context, let kind = context.other, kind != .unknown, digits.count >= 4 {
      others.append(
        known.first { $0.kind == kind }
          ?? OtherIdentifier(
            kind: kind, value: Digits.text(digits),
            reason: "The caption “\(context.words)” stands with it."))
      return
    }
    let telling = known.first { other in
      switch other.kind {
      case .gtin: digits.count == 12 || digits.count == 13
      case .iccid, .eid: true
      case .card: digits.count == 16 && context?.isIMEI != true
      default: other.isChecked
      }
    }
    if let telling {
      others.append(telling)
    } else if digits.count == 16 {
      others.append(
        OtherIdentifier(
          kind: .unknown, value: Digits.text(digits),
          reason: "16 digits that nothing calls an IMEISV: an IMEI is never cut out of them."))
    }
  }

  /// Records a word with digits in it: a serial behind its caption, a MEID, a parcel's number.
  mutating func note(word atom: Atom, of line: ScannedLine, reach: Reach) {
    guard atom.count <= OtherIdentifier.maximumLength else { return }
    let text = String(line.atoms.characters(atom.range))
    let captioned = reach.isBlocked ? nil : reach.hit.map { line.captions[$0] }
    if let kind = captioned?.other, kind != .unknown, let hit = reach.hit {
      let words = String(line.atoms.characters(line.captions[hit].glyphs.prefix(40)))
      others.append(
        OtherIdentifier(kind: kind, value: text, reason: "The caption “\(words)” stands with it."))
    } else if let other = OtherIdentifier.identify(text).first(where: \.isChecked) {
      others.append(other)
      // `IMEI/MEID: A000…`: the caption has its value.
      if let hit = reach.hit, !reach.isBlocked, other.kind == .meid {
        used.insert(CaptionPlace(line: line.index, hit: hit))
      }
    }
  }
}
