extension LineAtoms {
  /// Parts a slot digit from the number that it runs into: `IMEI1356938035643809`, the space lost.
  ///
  /// No reporting body has a first digit of 1 or 2 that an IMEISV of sixteen digits could begin with,
  /// other than 10. The number is marked as touching its caption: it is for review.
  static func partingSlots(from numbers: [Atom], of glyphs: [Glyph], cells: [Cell]) -> [Atom] {
    var parted: [Atom] = []
    for atom in numbers {
      guard let first = atom.range.first, atom.kind == .number, atom.count == 16, atom.letters == 0,
        (1...2).contains(cells[first].value), Self.isCaption(parted[...], of: glyphs),
        let imei = IMEI(digits: cells[atom.range].dropFirst().map(\.value)),
        imei.checkDigit == .agrees, imei.reportingBody.state == .allocating
      else {
        parted.append(atom)
        continue
      }
      parted.append(Atom(kind: .number, range: first..<first + 1))
      parted.append(
        Atom(kind: .number, range: first + 1..<atom.range.upperBound, touchesCaption: true))
    }
    return parted
  }

  /// Whether some atoms end in the word IMEI, with neither a slot nor a software version.
  private static func isCaption(_ atoms: ArraySlice<Atom>, of glyphs: [Glyph]) -> Bool {
    let words = atoms.last?.kind == .space ? atoms.dropLast() : atoms
    guard let last = words.last, last.kind == .word, last.count <= IMEIWord.maximumLength,
      let word = IMEIWord(glyphs[last.range].map(\.character)[...])
    else { return false }
    return word.length == last.count && word.slot == nil && !word.saysSoftwareVersion
  }
}
