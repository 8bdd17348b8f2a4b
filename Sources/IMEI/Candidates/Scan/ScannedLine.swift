/// One line of a page: what stands on it and what became of it.
struct ScannedLine {
  /// Position in the input.
  let index: Int
  let box: TextBox
  let atoms: LineAtoms
  let captions: [CaptionHit]
  let runs: [NumberRun]
  /// Where each caption stands.
  let captionBoxes: [TextBox]
  /// For each caption, whether a value stands behind it on this line: four digits, or a serial of
  /// five characters.
  let hasValue: [Bool]
  /// Whether no word stands on the line, only numbers and signs.
  let isNumberOnly: Bool
  /// Whether nothing on the line could be a caption or a value: bar code noise, rules.
  let isNoise: Bool

  /// The context that its numbers were read in, handed on to a block of numbers below.
  var blockContext: Context?
  /// Digits at its end that go on below: a wrapped EID or ICCID.
  var pending: Pending?

  /// Digits of a long number that wraps on to the next line.
  struct Pending {
    var kind: OtherIdentifier.Kind?
    var digits: [UInt8]
    /// The candidate made of its first piece, withdrawn when the pieces make one number.
    var candidate: Int?
    /// What its first piece was recorded as, withdrawn likewise.
    var piece: OtherIdentifier?
  }

  init(index: Int, line: TextLine, effort: inout Int) {
    self.index = index
    self.box = line.box.sound
    self.atoms = LineAtoms(line.glyphs)
    let captions = CaptionScanner(atoms)
    self.captions = captions.hits
    let runs = RunScanner(atoms, captions: captions.hits)
    self.runs = runs.runs
    effort += atoms.effort + captions.effort + runs.effort
    self.captionBoxes = captions.hits.map { [atoms] in Self.box(atoms, $0.glyphs) }
    self.hasValue = captions.hits.indices.map { [atoms] hit in
      let start = captions.hits[hit].atoms.upperBound
      let next = hit + 1 < captions.hits.count ? captions.hits[hit + 1].atoms.lowerBound : nil
      return atoms.atoms[start..<(next ?? atoms.atoms.count)].contains { Self.isValue($0, atoms) }
    }
    let words = atoms.atoms.filter { $0.kind == .word }
    self.isNumberOnly = !runs.runs.isEmpty && words.isEmpty
    self.isNoise =
      runs.runs.isEmpty
      && words.allSatisfy { [atoms] word in
        atoms.cells[word.range].allSatisfy { $0.value == 1 || $0.kind == .bar }
      }
    effort += atoms.glyphs.count + atoms.atoms.count * 2
  }

  /// Whether one caption stands on the line and hardly anything else.
  var isCaptionAlone: Bool {
    guard runs.isEmpty, captions.count == 1, let caption = captions.first else { return false }
    let words = atoms.atoms.indices.count { index in
      !caption.atoms.contains(index) && atoms.atoms[index].kind == .word
    }
    return words <= 1
  }

  /// The place of a run.
  func box(of run: NumberRun) -> TextBox {
    guard let first = run.groups.first, let last = run.groups.last else { return .zero }
    let glyphs = atoms.atoms[first].range.lowerBound..<atoms.atoms[last].range.upperBound
    return Self.box(atoms, glyphs)
  }

  private static func box(_ line: LineAtoms, _ glyphs: Range<Int>) -> TextBox {
    .union(line.glyphs[glyphs].lazy.map(\.box.sound))
  }

  /// Whether an atom looks like a value rather than prose.
  static func isValue(_ atom: Atom, _ line: LineAtoms) -> Bool {
    switch atom.kind {
    case .number: return atom.count >= 4
    case .masked, .foreign: return true
    case .word:
      let digits = line.cells[atom.range].prefix(64).count { $0.kind == .digit }
      return atom.count >= 5 && digits >= 2
    default: return false
    }
  }
}
