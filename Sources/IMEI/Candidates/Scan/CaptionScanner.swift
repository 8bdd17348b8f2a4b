/// Words on a line that name the number behind or below them.
struct CaptionHit: Equatable {
  /// `nil` for IMEI, otherwise what the words name.
  var other: OtherIdentifier.Kind?
  /// Positions in the line's atoms.
  var atoms: Range<Int>
  /// Positions in the line's glyphs.
  var glyphs: Range<Int>
  var slot: Int?
  var saysSoftwareVersion = false
  /// Whether a colon or the like follows, as it does when a value is to come.
  var hasColon = false

  var isIMEI: Bool { other == nil }
}

/// Finds the captions of one line, left to right, and what belongs to each.
struct CaptionScanner {
  let line: LineAtoms
  private(set) var hits: [CaptionHit] = []
  /// How often an atom was looked at.
  private(set) var effort = 0

  init(_ line: LineAtoms) {
    self.line = line
    var index = 0
    while index < line.atoms.count {
      effort += 1
      if let hit = hit(at: index) {
        index = hit.atoms.upperBound
        append(hit)
      } else {
        index += 1
      }
    }
  }

  /// Adds a hit. `IMEI/SN` and `SN/IMEI` are one caption that leaves open which of them the number is,
  /// so it counts as the other; `MEID/IMEI` counts as IMEI.
  private mutating func append(_ hit: CaptionHit) {
    guard let last = hits.last, last.isIMEI != hit.isIMEI,
      last.glyphs.upperBound == hit.glyphs.lowerBound,
      line.atoms[last.atoms].contains(where: { $0.kind == .slash })
    else {
      hits.append(hit)
      return
    }
    var joined = hit
    joined.other = hit.other ?? (last.other == .meid ? nil : last.other)
    joined.atoms = last.atoms.lowerBound..<hit.atoms.upperBound
    joined.glyphs = last.glyphs.lowerBound..<hit.glyphs.upperBound
    joined.slot = hit.slot ?? last.slot
    joined.hasColon = hit.hasColon || last.hasColon
    hits[hits.count - 1] = joined
  }

  private func text(_ index: Int) -> ArraySlice<Character> {
    line.characters(line.atoms[index].range)
  }

  private mutating func hit(at index: Int) -> CaptionHit? {
    let atom = line.atoms[index]
    guard atom.kind == .word, atom.count <= IMEIWord.maximumLength else { return nil }
    effort += atom.count
    let characters = text(index)
    if let word = IMEIWord(characters) {
      return imeiCaption(at: index, slot: word.slot, softwareVersion: word.saysSoftwareVersion)
    }
    let word = String(characters)
    if let hit = captionWithoutFirstLetter(at: index, word: word) { return hit }
    if word == "IME", index + 1 < line.atoms.count, line.atoms[index + 1].touchesCaption {
      return imeiCaption(at: index, slot: nil, softwareVersion: false)
    }
    if !word.utf8.allSatisfy({ $0 < 0x80 }), Self.imeiIdeographs.contains(where: word.contains) {
      return imeiCaption(at: index, slot: nil, softwareVersion: false)
    }
    guard let (kind, end) = otherKind(at: index, word: word) else { return nil }
    return finish(CaptionHit(other: kind, atoms: index..<end, glyphs: atom.range), from: end)
  }

  /// `MEI (SIM 2)`, `MEI 1`: the first letter lost at the edge of a strip or under a finger. Only at a
  /// line's beginning and with a slot behind it: MEID has none, and a bare MEI says too little.
  private mutating func captionWithoutFirstLetter(at index: Int, word: String) -> CaptionHit? {
    guard word == "MEI", line.atoms[..<index].allSatisfy({ $0.kind == .space }) else { return nil }
    let hit = imeiCaption(at: index, slot: nil, softwareVersion: false)
    return hit.slot == nil ? nil : hit
  }

  /// Chinese for "serial string number" and "mobile equipment identity", which caption IMEIs.
  private static let imeiIdeographs = ["串号", "串號", "设备识别码", "設備識別碼"]

  private func otherKind(at index: Int, word: String) -> (OtherIdentifier.Kind, Int)? {
    // `S/N`, `P/N`: two letters with a slash between.
    if word.count == 1, index + 2 < line.atoms.count, line.atoms[index + 1].kind == .slash,
      line.atoms[index + 2].kind == .word, line.atoms[index + 2].count == 1
    {
      let pair = word.lowercased() + String(text(index + 2)).lowercased()
      return CaptionWords.initials[pair].map { ($0, index + 3) }
    }
    var folded = CaptionWords.fold(word)
    if let kind = CaptionWords.otherKind(ofFolded: folded) { return (kind, index + 1) }
    // `ICCID2`, `IMSI1`: a slot digit behind the word.
    guard let last = word.last, last.isASCII, last.isNumber, word.count > 2 else { return nil }
    folded = CaptionWords.fold(String(word.dropLast()))
    return CaptionWords.otherKind(ofFolded: folded).map { ($0, index + 1) }
  }

  private mutating func imeiCaption(at index: Int, slot: Int?, softwareVersion: Bool) -> CaptionHit
  {
    var hit = CaptionHit(
      other: nil, atoms: index..<index + 1, glyphs: line.atoms[index].range, slot: slot,
      saysSoftwareVersion: softwareVersion)
    if slot == nil, let (start, before) = slotBefore(index) {
      hit.slot = before
      hit.atoms = start..<hit.atoms.upperBound
    }
    return finish(hit, from: index + 1)
  }

  /// `SIM 1 IMEI`, `Slot 2: IMEI`: the slot in front of the word.
  private mutating func slotBefore(_ index: Int) -> (Int, Int)? {
    var at = index - 1
    var steps = 0
    while at >= 0, steps < 3, [.space, .colon, .mark, .dash].contains(line.atoms[at].kind) {
      at -= 1
      steps += 1
    }
    effort += 6
    let floor = hits.last?.atoms.upperBound ?? 0
    guard at >= floor else { return nil }
    let atom = line.atoms[at]
    if atom.kind == .word, atom.count <= 5 {
      let word = String(text(at)).lowercased()
      guard word.hasPrefix("sim") || word.hasPrefix("slot"), let slot = slot(word.last) else {
        return nil
      }
      return (at, slot)
    }
    guard atom.kind == .number, atom.count == 1, let slot = slot(text(at).first) else { return nil }
    at -= 1
    if at >= floor, line.atoms[at].kind == .space { at -= 1 }
    guard at >= floor, line.atoms[at].kind == .word, line.atoms[at].count <= 5 else { return nil }
    return ["sim", "slot", "esim"].contains(String(text(at)).lowercased()) ? (at, slot) : nil
  }

  private func slot(_ character: Character?) -> Int? {
    guard let value = character?.wholeNumberValue, (1...4).contains(value) else { return nil }
    return value
  }

  /// Words that belong to a caption when they follow it.
  private static let following: Set<String> = [
    "no", "nr", "num", "number", "nummer", "numero", "número", "numéro", "code", "номер", "slot",
    "sim", "esim", "primary", "secondary", "nº", "n", "卡", "卡槽",
  ]
  private static let equals: Set<String> = ["meid", "esn"]

  /// Takes in what belongs to the caption behind its word: `(slot 1)`, `No.`, `/MEID`, `:`.
  private mutating func finish(_ start: CaptionHit, from index: Int) -> CaptionHit {
    var hit = start
    var at = index
    scan: while at < line.atoms.count {
      effort += 1
      let atom = line.atoms[at]
      switch atom.kind {
      case .space:
        break
      case .colon:
        hit.hasColon = true
        take(at, into: &hit)
      case .mark, .dash, .slash, .dot:
        // A sign that touches a number in front of it would be the number's own.
        take(at, into: &hit)
      case .word:
        guard !hit.hasColon, atom.count <= 10, takeWord(at, into: &hit) else { break scan }
      case .number:
        guard hit.isIMEI, !hit.hasColon, !atom.touchesCaption, takeSlot(at, into: &hit) else {
          break scan
        }
      default:
        break scan
      }
      at += 1
    }
    hit.glyphs = line.atoms[hit.atoms.lowerBound].range.lowerBound..<hit.glyphs.upperBound
    return hit
  }

  private func take(_ index: Int, into hit: inout CaptionHit) {
    hit.atoms = hit.atoms.lowerBound..<index + 1
    hit.glyphs = hit.glyphs.lowerBound..<line.atoms[index].range.upperBound
  }

  private func takeWord(_ index: Int, into hit: inout CaptionHit) -> Bool {
    let word = String(text(index)).lowercased()
    if word == "sv", hit.isIMEI {
      hit.saysSoftwareVersion = true
    } else if Self.equals.contains(word) {
      // `IMEI/MEID` is an IMEI's caption; `IMEI … MEID` without a sign between is two.
      guard hit.isIMEI, line.atoms[index - 1].kind == .slash || isSlashBefore(index) else {
        return false
      }
    } else if ["sim1", "sim2", "slot1", "slot2"].contains(word), hit.isIMEI {
      hit.slot = hit.slot ?? slot(word.last)
    } else if word == "i" || word == "l", hit.isIMEI, hit.slot == nil {
      // A slot digit 1 read as a letter: part of the caption, yet no slot is claimed.
      guard index + 1 < line.atoms.count, line.atoms[index + 1].kind != .slash else { return false }
    } else if !Self.following.contains(word) {
      return false
    }
    take(index, into: &hit)
    return true
  }

  private func isSlashBefore(_ index: Int) -> Bool {
    index >= 2 && line.atoms[index - 1].kind == .space && line.atoms[index - 2].kind == .slash
  }

  /// A single digit 1...4 behind IMEI is the slot: no known grouping of a number starts with one digit.
  private func takeSlot(_ index: Int, into hit: inout CaptionHit) -> Bool {
    let atom = line.atoms[index]
    guard atom.count == 1, atom.letters == 0, hit.slot == nil, let slot = slot(text(index).first)
    else { return false }
    // Digits set apart one by one are a number, not a slot.
    if index + 2 < line.atoms.count, line.atoms[index + 1].kind == .space,
      line.atoms[index + 2].kind == .number, line.atoms[index + 2].count == 1
    {
      return false
    }
    hit.slot = slot
    take(index, into: &hit)
    return true
  }
}
