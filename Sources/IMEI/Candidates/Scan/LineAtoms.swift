/// A run of glyphs that belong together: a number, a word, or one sign between them.
struct Atom: Equatable {
  enum Kind: Equatable {
    /// Digits, and at most three letters among them that look like digits.
    case number
    case word
    /// Digits with masked places, or a row of masks.
    case masked
    /// Digits of another script.
    case foreign
    case space, dash, slash, dot, comma, colon, stop, plus, bar, mark, symbol
  }

  var kind: Kind
  /// Positions in the line's glyphs.
  var range: Range<Int>
  /// How many of a number's glyphs are letters.
  var letters = 0
  /// Whether the number's first digit touches the letters of a caption.
  var touchesCaption = false

  var count: Int { range.count }
  var isNumeric: Bool { kind == .number || kind == .masked || kind == .foreign }
}

/// One line taken apart. Every glyph is looked at a bounded number of times.
struct LineAtoms {
  let glyphs: [Glyph]
  private(set) var cells: [Cell] = []
  private(set) var atoms: [Atom] = []
  /// How often a glyph was looked at, for the tests that guard linear work.
  private(set) var effort = 0

  /// The most letters taken for digits in one number.
  static let maximumLookAlikes = 3

  init(_ glyphs: [Glyph]) {
    self.glyphs = glyphs
    cells.reserveCapacity(glyphs.count)
    for glyph in glyphs { cells.append(Cell(glyph.character)) }
    effort += glyphs.count
    markDotChains()
    split()
    atoms = Self.partingSlots(from: atoms, of: glyphs, cells: cells)
  }

  /// The characters of `range`.
  func characters(_ range: Range<Int>) -> ArraySlice<Character> {
    glyphs[range].map(\.character)[...]
  }

  /// Two dots and more that touch a digit stand for digits left out; others are leaders or prose.
  private mutating func markDotChains() {
    var index = 0
    while index < cells.count {
      guard cells[index].kind == .dot else {
        index += 1
        continue
      }
      var end = index
      while end < cells.count, cells[end].kind == .dot { end += 1 }
      effort += end - index
      if end - index > 1 {
        let before = index > 0 && cells[index - 1].kind == .digit
        let after = end < cells.count && cells[end].kind == .digit
        for place in index..<end { cells[place].kind = before || after ? .mask : .mark }
      }
      index = end
    }
  }

  private mutating func split() {
    var index = 0
    while index < cells.count {
      let start = index
      if isBody(index) {
        while index < cells.count, isBody(index) { index += 1 }
        appendBody(start..<index)
      } else if cells[index].kind == .ideograph {
        while index < cells.count, cells[index].kind == .ideograph { index += 1 }
        atoms.append(Atom(kind: .word, range: start..<index))
      } else if cells[index].kind == .space {
        while index < cells.count, cells[index].kind == .space { index += 1 }
        atoms.append(Atom(kind: .space, range: start..<index))
      } else {
        index += 1
        atoms.append(Atom(kind: Self.kind(of: cells[start].kind), range: start..<index))
      }
      effort += index - start
    }
  }

  /// Whether the glyph is part of a word or number. A `|` counts as the letter I beside M or E.
  private func isBody(_ index: Int) -> Bool {
    if cells[index].isBody { return true }
    guard cells[index].kind == .bar else { return false }
    let before = index > 0 ? glyphs[index - 1].character : " "
    let after = index + 1 < glyphs.count ? glyphs[index + 1].character : " "
    if after == "M" || after == "m" { return !before.isNumber }
    return (before == "E" || before == "e") && !after.isNumber && !after.isLetter
  }

  private static func kind(of kind: Cell.Kind) -> Atom.Kind {
    switch kind {
    case .dash: .dash
    case .slash: .slash
    case .dot: .dot
    case .comma: .comma
    case .colon: .colon
    case .stop: .stop
    case .plus: .plus
    case .bar: .bar
    case .mark: .mark
    default: .symbol
    }
  }

  /// Classifies a run of letters, digits and masks.
  private mutating func appendBody(_ whole: Range<Int>) {
    var range = whole
    // Signs that only decorate: `#3569…`, `IMEI#`. Before 14 digits the sign may be the masked 15th.
    if let first = range.first, glyphs[first].character == "#", range.count != 1, range.count != 15
    {
      atoms.append(Atom(kind: .mark, range: first..<first + 1))
      range = first + 1..<range.upperBound
    }
    // A question or footnote mark behind 15 digits.
    var trailing: Atom?
    if range.count == 16, cells[range.upperBound - 1].kind == .mask,
      cells[range.dropLast()].allSatisfy({ $0.kind == .digit })
    {
      trailing = Atom(kind: .mark, range: range.upperBound - 1..<range.upperBound)
      range = range.dropLast()
    }
    defer { if let trailing { atoms.append(trailing) } }
    let tally = Tally(cells[range])
    effort += range.count
    let isMasking = tally.letters == 0 && (tally.digits > 0 || tally.masks + tally.crosses >= 4)
    if tally.masks > 0, !isMasking {
      appendDecorated(range)
      return
    }
    append(tally, range)
  }

  /// A word with signs at its ends or between: each sign becomes a mark.
  private mutating func appendDecorated(_ range: Range<Int>) {
    var index = range.lowerBound
    while index < range.upperBound {
      let start = index
      if cells[index].kind == .mask {
        index += 1
        atoms.append(Atom(kind: .mark, range: start..<index))
      } else {
        while index < range.upperBound, cells[index].kind != .mask { index += 1 }
        append(Tally(cells[start..<index]), start..<index)
      }
      effort += index - start
    }
  }

  private mutating func append(_ tally: Tally, _ range: Range<Int>) {
    if tally.letters > 0 || tally.crosses > 0, tally.hasLetterEM, range.count <= 40,
      let word = IMEIWord(characters(range)), word.length < range.count
    {
      // `IMEI3569…`: the caption runs into the number.
      let cut = range.lowerBound + word.length
      atoms.append(Atom(kind: .word, range: range.lowerBound..<cut))
      let mark = atoms.count
      append(Tally(cells[cut..<range.upperBound]), cut..<range.upperBound)
      atoms[mark].touchesCaption = true
      return
    }
    if tally.foreign > 0 {
      atoms.append(Atom(kind: .foreign, range: range))
    } else if tally.letters == 0, tally.masks + tally.crosses > 0,
      tally.digits + tally.masks + tally.crosses >= 4
    {
      atoms.append(Atom(kind: .masked, range: range))
    } else if tally.masks + tally.crosses == 0, tally.digits > 0, tally.letters == 0 {
      atoms.append(Atom(kind: .number, range: range))
    } else if tally.masks + tally.crosses == 0, tally.digits >= tally.letters,
      tally.letters == tally.lookAlikes, tally.letters <= Self.maximumLookAlikes
    {
      atoms.append(Atom(kind: .number, range: range, letters: tally.letters))
    } else {
      atoms.append(Atom(kind: .word, range: range))
    }
  }

  private struct Tally {
    var digits = 0
    var letters = 0
    var lookAlikes = 0
    var crosses = 0
    var masks = 0
    var foreign = 0
    /// Whether any letter is there that is no look-alike of a digit, as M and E are.
    var hasLetterEM: Bool { letters > lookAlikes }

    init(_ cells: ArraySlice<Cell>) {
      for cell in cells {
        switch cell.kind {
        case .digit: digits += 1
        case .letter, .bar:
          letters += 1
          if cell.value != Cell.none { lookAlikes += 1 }
        case .cross: crosses += 1
        case .foreign: foreign += 1
        default: masks += 1
        }
      }
    }
  }
}
