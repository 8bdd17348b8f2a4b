/// Numbers on one line that stand together, parted only by space, hyphen, slash or dot.
struct NumberRun: Equatable {
  /// What stands between two groups.
  struct Joint: Equatable {
    enum Sign: Equatable { case space, dash, slash, dot }
    var sign: Sign
    /// Whether space stands on both sides of the sign.
    var isLoose: Bool
  }

  /// Positions in the line's atoms of the groups.
  var groups: [Int]
  /// What stands between them: one fewer than groups.
  var joints: [Joint]
  /// What touches the run.
  var left: Edge
  var right: Edge
  /// Whether the run before it on the line is parted from it by space alone.
  var followsByGap = false

  /// What touches a run on one side.
  enum Edge: Equatable {
    /// Space, the line's end, a quote, a colon: the number is whole.
    case clean
    /// A letter, a joined word or a sign that may be a digit: it may be part of something longer.
    case touched
    /// A plus: a telephone number.
    case plus
  }
}

/// Finds the runs of one line.
struct RunScanner {
  let line: LineAtoms
  private let captions: [CaptionHit]
  private(set) var runs: [NumberRun] = []
  /// How often an atom was looked at.
  private(set) var effort = 0
  /// For each atom, whether a caption holds it.
  private var held: [Bool]

  init(_ line: LineAtoms, captions: [CaptionHit]) {
    self.line = line
    self.captions = captions
    self.held = [Bool](repeating: false, count: line.atoms.count)
    for hit in captions { for index in hit.atoms { held[index] = true } }
    scan()
  }

  private func isGroup(_ index: Int) -> Bool { line.atoms[index].isNumeric && !held[index] }

  private mutating func scan() {
    var index = 0
    var lastEnd: Int?
    while index < line.atoms.count {
      effort += 1
      guard isGroup(index) else {
        index += 1
        continue
      }
      var groups = [index]
      var joints: [NumberRun.Joint] = []
      while let last = groups.last, let (joint, next) = joint(after: last) {
        groups.append(next)
        joints.append(joint)
        effort += 4
      }
      let last = groups[groups.count - 1]
      var run = NumberRun(
        groups: groups, joints: joints, left: edge(beforeAtom: index), right: edge(afterAtom: last))
      if let end = lastEnd, end + 2 == index, line.atoms[end + 1].kind == .space {
        run.followsByGap = true
      }
      runs.append(run)
      lastEnd = last
      index = last + 1
    }
  }

  /// The next group behind `index` when only a space or one sign parts them.
  private func joint(after index: Int) -> (NumberRun.Joint, Int)? {
    var at = index + 1
    var spaces = 0
    var sign: NumberRun.Joint.Sign?
    while at < line.atoms.count, at <= index + 4 {
      if isGroup(at) {
        guard at > index + 1, !line.atoms[at].touchesCaption else { return nil }
        return (NumberRun.Joint(sign: sign ?? .space, isLoose: spaces == 2), at)
      }
      guard !held[at] else { return nil }
      switch line.atoms[at].kind {
      case .space:
        guard !isWide(line.atoms[at].range) else { return nil }
        spaces += 1
      case .dash where sign == nil: sign = .dash
      case .slash where sign == nil: sign = .slash
      case .dot where sign == nil: sign = .dot
      default: return nil
      }
      at += 1
    }
    return nil
  }

  /// Whether a space parts columns rather than groups: three spaces, or a gap of 3½ characters.
  private func isWide(_ space: Range<Int>) -> Bool {
    if space.count >= 3 { return true }
    guard space.lowerBound > 0, space.upperBound < line.glyphs.count else { return false }
    let before = line.glyphs[space.lowerBound - 1].box.sound
    let after = line.glyphs[space.upperBound].box.sound
    let character = (before.width + after.width) / 2
    return character > 0 && after.x - before.maxX > 3.5 * character
  }

  private func edge(beforeAtom index: Int) -> NumberRun.Edge {
    if line.atoms[index].touchesCaption { return .touched }
    guard index > 0 else { return .clean }
    let previous = line.atoms[index - 1]
    if held[index - 1] { return previous.kind == .symbol ? .touched : .clean }
    switch previous.kind {
    case .plus: return .plus
    case .symbol, .bar, .number, .masked, .foreign: return .touched
    case .word: return isIdeographic(previous) ? .clean : .touched
    case .dash, .slash, .dot:
      guard index > 1 else { return .clean }
      return joins(line.atoms[index - 2], held: held[index - 2]) ? .touched : .clean
    case .space:
      // `+ 49 170 …`: a plus set apart is still a telephone number's.
      return index > 1 && line.atoms[index - 2].kind == .plus ? .plus : .clean
    default: return .clean
    }
  }

  private func edge(afterAtom index: Int) -> NumberRun.Edge {
    guard index + 1 < line.atoms.count else { return .clean }
    let next = line.atoms[index + 1]
    switch next.kind {
    case .plus, .symbol, .bar, .number, .masked, .foreign: return .touched
    case .word: return isIdeographic(next) ? .clean : .touched
    case .dash, .slash, .dot, .comma, .colon:
      guard index + 2 < line.atoms.count else { return .clean }
      let behind = line.atoms[index + 2]
      if next.kind == .comma || next.kind == .colon {
        // `…809,50`: a sum of money; `…809:12`: a time or a port.
        return behind.kind == .number && behind.count < 14 ? .touched : .clean
      }
      return joins(behind, held: held[index + 2]) ? .touched : .clean
    case .mark:
      // A footnote's star may be a masked digit.
      let cell = line.cells[next.range.lowerBound]
      return cell.kind == .mask ? .touched : .clean
    default: return .clean
    }
  }

  /// Whether an atom beyond a hyphen, slash or dot makes the number part of a longer code.
  private func joins(_ atom: Atom, held: Bool) -> Bool {
    switch atom.kind {
    case .word: return !held && !isIdeographic(atom)
    case .number, .masked, .foreign, .plus, .symbol: return !held
    default: return false
    }
  }

  private func isIdeographic(_ atom: Atom) -> Bool {
    line.cells[atom.range.lowerBound].kind == .ideograph
  }
}
